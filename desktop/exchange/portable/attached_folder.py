"""What is attached, beside portable data: a folder with a file for each content, called by its digest."""

from __future__ import annotations

from pathlib import Path

from desktop.model.assessment import Assessment, Whole
from desktop.model.errors import RefusalError
from desktop.model.files.attached_files import measure
from desktop.model.files.system_refusals import refusing_for
from desktop.model.files.whole_files import drafted


def write_attached(assessment: Assessment, folder: Path) -> int:
    """Write all that is attached into a folder, which is made where it is not there; gives how many files that are.

    What stands there already under such a name, and is the same, stays.

    Raises:
        RefusalError: ``portable.attachment`` when it is something else; ``file.damaged``; what the system causes.
    """
    digests = assessment.attachments.digests()
    with refusing_for(folder):
        folder.mkdir(exist_ok=True)
    for digest in sorted(digests):
        path = folder / digest
        if path.exists():
            refuse_other(path, digest)
            continue
        with drafted(path) as draft, draft.open("wb") as stream:
            for content in assessment.attachments.content(digest):
                stream.write(content)
    return len(digests)


def attached_in(folder: Path, whole: Whole) -> dict[str, Path]:
    """The files of a folder that the data speak of, by digest; the others are not looked at.

    Raises:
        RefusalError: ``portable.attachment`` when one is not what its name says; what the system causes.
    """
    found = {digest: folder / digest for digest in named_contents(whole) if (folder / digest).exists()}
    for digest, path in found.items():
        refuse_other(path, digest)
    return found


def named_contents(whole: Whole) -> frozenset[str]:
    """The digests that items of evidence name, or once named: undo can come back to those."""
    return whole.contents_named_by("evidence")


def refuse_other(path: Path, digest: str) -> None:
    """Refuse a file that is not the content.

    Raises:
        RefusalError: ``portable.attachment``; those of `measure`.
    """
    if measure(path).digest != digest:
        raise RefusalError("portable.attachment", path=path)
