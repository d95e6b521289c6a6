"""The folder of the demo: what an earlier demo left is replaced, anything else is let be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.exchange.sample import sample_id
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
        author: whom its history names.
        kept: what an earlier demo's assessment is now called, because somebody has worked on it since; else None.
    """

    author = AUTHOR

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.assessment = folder / "sample.maturity"
        self.kept: Path | None = None
        self._former = False
        self._worked_on = False

    def prepare(self) -> None:
        """Make the folder and look at what is in it.

        Raises:
            RefusalError: ``demo.in_the_way`` when the place of the assessment is taken by something else,
                ``demo.in_use`` when it is open, ``file.unwritable``.
        """
        with refusing_for(self.folder):
            make_folder(self.folder)
        tidy(self.folder)
        if self.assessment.exists():
            self._look_at_former()

    def receive(self, workplace: Path, files: Sequence[Path]) -> list[Path]:
        """Move the files in from the workplace as one set, over those of an earlier demo; returns where they are.

        Raises:
            RefusalError: ``demo.in_the_way`` when a file that no demo made has the name of one of them, ``file.in_use``
                when one of them is open elsewhere; then nothing has moved.
        """
        for target in (self.folder / path.name for path in files):
            if target.exists() and not self._former:
                raise RefusalError("demo.in_the_way", path=target)
        with refusing_for(self.folder):
            if self._worked_on:
                self.kept = self._free_name()
                self.assessment.rename(self.kept)
            return move_set(workplace, self.folder, [(path, path.name) for path in files], unfinished())

    def _look_at_former(self) -> None:
        try:
            with Assessment.open(self.assessment, author=AUTHOR) as former:
                ours = former.about().get("id") == sample_id()
                self._worked_on = any(step.author != AUTHOR for step in former.history.steps())
                in_use = former.readonly
        except RefusalError as refusal:
            raise RefusalError("demo.in_the_way", path=self.assessment) from refusal
        if not ours:
            raise RefusalError("demo.in_the_way", path=self.assessment)
        if in_use:
            raise RefusalError("demo.in_use", path=self.assessment)
        self._former = True

    def _free_name(self) -> Path:
        number = 1
        while (path := self.assessment.with_stem(f"{self.assessment.stem}-kept-{number}")).exists():
            number += 1
        return path
