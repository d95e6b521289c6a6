"""What a sync leaves alone is told as such, by name."""

from pathlib import Path

from desktop.model.errors import RefusalError
from desktop.wording.skipped_files import skipped_text


def test_what_is_foreign_is_left_alone_and_what_is_half_is_waited_for():
    path = Path("share/x.maturity-parcel")
    for code, told in (("parcel.none", "left alone"), ("parcel.half", "once it is"), ("parcel.spoilt", "damaged")):
        text = skipped_text(path.name, RefusalError(code, path=path))
        assert path.name in text
        assert told in text
