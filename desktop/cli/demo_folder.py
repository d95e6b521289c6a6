"""The folder of the demo: what an earlier demo left is replaced, anything else is let be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.exchange.sample import sample_id
from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.files.file_sets import move_set, tidy
from desktop.model.files.syncing import make_folder
from desktop.model.files.system_refusals import refusing_for
from desktop.wording.exports import unfinished

AUTHOR = "Demo"


class DemoFolder:
    """Where the demo's files go.

    Attributes:
        folder: the folder.
        assessment: the sample's assessment in it.
        later: the same half a year later, in a folder of its own.
        author: whom their history names.
        kept: what assessments of an earlier demo are now called, because somebody has worked on them since.
    """

    author = AUTHOR

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.assessment = folder / "sample.maturity"
        self.later = folder / _("half a year later") / "sample, half a year later.maturity"
        self.kept: list[Path] = []
        self._former = False
        self._worked_on: list[Path] = []

    def prepare(self) -> None:
        """Make the folder and look at what is in it.

        Raises:
            RefusalError: ``demo.in_the_way`` when the place of the assessment is taken by something else,
                ``demo.in_use`` when it is open, ``file.unwritable``.
        """
        with refusing_for(self.folder):
            make_folder(self.folder)
        tidy(self.folder)
        for path in (self.assessment, self.later):
            if path.exists():
                self._look_at_former(path)

    def receive(self, workplace: Path, files: Sequence[Path]) -> list[Path]:
        """Move the files in from the workplace as one set, over those of an earlier demo; returns where they are.

        What lies in a folder of the workplace comes into one of that name.

        Raises:
            RefusalError: ``demo.in_the_way`` when a file that no demo made has the name of one of them, ``file.in_use``
                when one of them is open elsewhere; then nothing has moved.
        """
        drafts = [(path, path.relative_to(workplace).as_posix()) for path in files]
        for target in (self.folder / name for _path, name in drafts):
            if target.exists() and not self._former:
                raise RefusalError("demo.in_the_way", path=target)
        with refusing_for(self.folder):
            for path in self._worked_on:
                self.kept.append(path.rename(_free_name(path)))
            return move_set(workplace, self.folder, drafts, unfinished())

    def _look_at_former(self, path: Path) -> None:
        try:
            with Assessment.open(path, author=AUTHOR) as former:
                ours = former.about().get("id") == sample_id()
                if any(step.author != AUTHOR for step in former.history.steps()):
                    self._worked_on.append(path)
                in_use = former.readonly
        except RefusalError as refusal:
            raise RefusalError("demo.in_the_way", path=path) from refusal
        if not ours:
            raise RefusalError("demo.in_the_way", path=path)
        if in_use:
            raise RefusalError("demo.in_use", path=path)
        self._former = True


def _free_name(path: Path) -> Path:
    number = 1
    while (free := path.with_stem(f"{path.stem}-kept-{number}")).exists():
        number += 1
    return free
