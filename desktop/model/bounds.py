"""How much of a file from outside is read, at the most: one set of bounds for every reader."""

from __future__ import annotations

FILE_BYTES = 20_000_000
"""Of a file as it lies on the disk. A form has some 30,000, a pack 200,000."""

UNPACKED_BYTES = 50_000_000
"""Of all parts of an archive together, as the archive says."""

PARTS = 500
"""Parts of an archive."""

MARKS = 2_000_000
"""Tags and attributes of all XML that is read from one file; each takes up to some 100 bytes of memory."""

SHEETS = 50
COLUMNS = 16_384
ROWS = 1_048_576

MERGED = 10_000
"""Areas of a sheet that are one cell each."""

DIGITS = 18
"""Of a whole number; more are no number."""

TEXT_LENGTH = 32_767
"""Characters of one text, as many as a cell of a workbook holds."""

DATA_BYTES = 50_000_000
"""Of portable data. The sample has 1,200,000; five hundred who each answered 150 questions have 26,000,000 with
their history. Reading takes ten times as much memory.
"""

DATA_VALUES = 2_600_000
"""Values, keys, lists and objects of portable data, each kind, counted by their marks; those in texts count too."""

DATA_ROWS = 450_000
"""Records, steps and changes of portable data; 50 MB of them have some 270,000."""

DATA_KEYS = 100_000
"""Keys of one object of portable data; whatever there is more of stands in lists."""

DATA_TEXT_LENGTH = 1_000_000
"""Characters of one text of portable data and of an assessment; a cell of a workbook takes fewer."""

ATTACHED_BYTES = 200_000_000
"""Of a file that is attached to an item of evidence."""

ATTACHED_SLICE = 500_000
"""Of it that is in memory at once, and written in one go."""

ATTACHED_TOTAL = 2_000_000_000
"""Of all attached files of an assessment together; files beyond 4 GB do not go onto every stick and share."""

PARCEL_BYTES = 250_000_000
"""Of a parcel of steps from a copy as it lies on the disk, with what is attached; 200,000 edits have some 8,000,000."""

PARCEL_UNPACKED = 500_000_000
"""Of what is in it."""

PARCEL_HEAD = 2_000_000
"""Of what it says about itself; each opening of a file that ever wrote takes up some 30 bytes."""

PARCELS_KEPT = 30
"""That came before what they build on, in one assessment."""

SHARED_FILES = 5_000
"""Files of a shared folder that are looked at."""

PACK_BYTES = 5_000_000
"""Of a model pack."""

PACK_NODES = 60_000
"""Values and lists of a model pack; the largest of ours has 6,000."""

PACK_DIRECTIVES = 10
"""Lines of a model pack that begin with a per cent sign; YAML's parser compares each with all before it."""

PACK_DEPTH = 40
"""Parts of a model pack one below or behind the other; published models have six."""

PACK_LOOKS = 100_000
"""Parts that the rules of a model pack look at, each time they do; the largest model that we know has some 3,000."""

PACK_EXAMPLE_LOOKS = 100_000
"""The same for all its examples together."""

PACK_FAULTS = 500
"""Faults of a pack that are told; who mends them looks again."""

PACK_HINTS = 30
"""Dangling references for which the nearest part is sought."""

RESULT_COLUMNS = 1_000
"""Columns in a workbook of results, one for each respondent among them."""

OWN_MODELS = 200
"""Files in the folder of the user's own models that are looked at."""

SECONDS = 10.0
"""Of processor, for reading one file."""

MEMORY_BYTES = 1 << 30
"""Of a process that reads files."""


def whole_number(text: str, most: int) -> int | None:
    """The number from 0 that a text writes in plain digits, or None where it writes none, or one above ``most``."""
    if not (text.isascii() and text.isdecimal() and len(text) <= DIGITS):
        return None
    number = int(text)
    return number if number <= most else None
