"""Models of activities as OWASP SAMM's core keeps them: a file for each function, practice, stream and activity."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from msgspec import Struct

from desktop.exchange.foreign_models.foreign_model import (
    AnswerSheet,
    ForeignForm,
    ForeignModel,
    ModelNotice,
    Notice,
)
from desktop.exchange.foreign_models.pack_heads import head_of
from desktop.exchange.foreign_models.said_nodes import listed, said
from desktop.exchange.foreign_models.tree_values import (
    LONGEST_TEXT,
    GradeWords,
    PartIds,
    as_number,
    entries_at,
    fitting,
    list_of,
)
from desktop.exchange.model_books.places import SourcePlaces
from desktop.model import bounds
from desktop.model.errors import RefusalError
from desktop.model.maturity.faults import Fault, FaultCode, PackFaultsError
from desktop.model.maturity.nodes import Entries, Leaf, Node, size_of
from desktop.model.maturity.reading import tree_in

FUNCTIONS, PRACTICES, STREAMS = "business_functions", "security_practices", "streams"
LEVELS, PRACTICE_LEVELS = "maturity_levels", "practice_levels"
ACTIVITIES, QUESTIONS, ANSWERS = "activities", "questions", "answer_sets"
FOLDERS: Final = (FUNCTIONS, PRACTICES, STREAMS, LEVELS, PRACTICE_LEVELS, ACTIVITIES, QUESTIONS, ANSWERS)
"""Folders of such a model; each holds a YAML file for each of its kind."""

MOST_FILES = 2_000

TreeReader = Callable[[list[Fault]], Node]
"""Gives what a YAML file holds; what is wrong with it is added to the faults."""

_LONGEST_NAME = 120


class ActivityFile(Struct, frozen=True):
    """One file of such a model.

    Attributes:
        line: of its beginning, among the lines of all files.
        stem: its name without ending.
        node: what it says.
    """

    line: int
    stem: str
    node: Node

    @property
    def id(self) -> str:
        """What other files name it by."""
        return said(self.node, "id")


class ActivityFolder(Struct, frozen=True):
    """The files of a model, by folder and in the order that they say.

    Attributes:
        places: file and line.
        files: by the name of their folder.
        faults: what is wrong with them as YAML.
    """

    places: SourcePlaces
    files: Mapping[str, Sequence[ActivityFile]]
    faults: tuple[Fault, ...]


def model_folder(path: Path) -> Path | None:
    """The folder of a model of activities: this one, or its folder ``model``; None where it is none."""
    for folder in (path, path / "model"):
        if all((folder / name).is_dir() for name in (STREAMS, ACTIVITIES, QUESTIONS, ANSWERS)):
            return folder
    return None


def read_folder(folder: Path) -> ActivityFolder:
    """The files of a model, read within the bounds of one pack all together.

    Raises:
        RefusalError: ``model.folder_large`` with ``path`` and ``limit``, in files: they hold more.
    """
    paths = [path for name in FOLDERS for path in sorted((folder / name).glob("*.y*ml"))]
    too_large = RefusalError("model.folder_large", path=folder, limit=MOST_FILES)
    if len(paths) > MOST_FILES or sum(map(_size, paths)) > bounds.PACK_BYTES:
        raise too_large
    return read_files([(f"{path.parent.name}/{path.name}", partial(tree_in, path)) for path in paths], too_large)


def read_files(files: Sequence[tuple[str, TreeReader]], too_large: RefusalError) -> ActivityFolder:
    """The files of a model, each by its folder and name and with what reads it.

    Raises:
        RefusalError: the one given, where they hold more than a pack can.
    """
    places = SourcePlaces([name for name, _read in files])
    found: dict[str, list[ActivityFile]] = {name: [] for name in FOLDERS}
    faults: list[Fault] = []
    values = 0
    for name, read in files:
        own: list[Fault] = []
        try:
            node: Node | None = read(own)
        except PackFaultsError as error:
            node, own = None, list(error.faults)
        faults += [Fault(places.line(name, fault.line), fault.code, fault.facts, fault.where) for fault in own]
        if node is not None:
            values += size_of(node)[0]
            if values > bounds.PACK_NODES:
                raise too_large
            folder, _slash, file = name.partition("/")
            found[folder].append(ActivityFile(places.line(name, 1), file.rpartition(".")[0], node))
    return ActivityFolder(places, found, tuple(faults))


def _size(path: Path) -> int:
    """Bytes of a file; what cannot be asked for them is told when it is read."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def activity_model(path: Path, folder: ActivityFolder, sheet: AnswerSheet) -> ForeignModel:
    """The model that a folder is: a stream the sum of its activities, and means from there on."""
    notices: list[ModelNotice] = []
    builder = _Activities(folder, sheet, notices)
    root = builder.root(path)
    sheet.refuse_unasked()
    return ForeignModel(
        ForeignForm.ACTIVITY_MODEL,
        path,
        folder.places,
        tuple(sheet.questions),
        tuple(sheet.missing),
        tuple(notices),
        (*folder.faults, *builder.faults),
        root,
    )


class _Activities:
    """Makes the tree of a pack."""

    def __init__(self, folder: ActivityFolder, sheet: AnswerSheet, notices: list[ModelNotice]) -> None:
        self._files = folder.files
        self._sheet = sheet
        self._notices = notices
        self._ids = PartIds("ALL")
        self._cut = 0
        self.faults: list[Fault] = []
        numbers = {file.id: as_number(said(file.node, "number")) for file in self._files[LEVELS]}
        self._levels = {file.id: numbers.get(said(file.node, "maturityLevel")) for file in self._files[PRACTICE_LEVELS]}
        self._questions = self._by(QUESTIONS, "activity")
        self._used = {said(file.node, "answerSet") for file in self._files[QUESTIONS]}

    def root(self, path: Path) -> Entries:
        """The whole pack."""
        streams, activities = self._by(STREAMS, "practice"), self._by(ACTIVITIES, "stream")
        practices = self._by(PRACTICES, "function")
        parts: list[Entries] = []
        for function in self._ordered(self._files[FUNCTIONS]):
            below = [
                self._practice(practice, streams.get(practice.id, ()), activities)
                for practice in practices.get(function.id, ())
            ]
            if held := [part for each in below for part in each]:
                id_ = self._ids.of("", said(function.node, "name").split(" ")[0][:20] or function.stem)
                parts.append(self._part(function, id_, "function", "ALL", "description"))
                parts += [_beneath(part, id_) for part in held]
        head = head_of(self._sheet, path, _called(path))
        scales = [self._scale(at, file) for at, file in enumerate(self._files[ANSWERS], 1) if file.id in self._used]
        if self._cut:
            self._notices.append(ModelNotice(0, Notice.TEXTS_CUT, {"count": self._cut}))
        root = entries_at(0, {"id": "ALL", "kind": "model"})
        body = {"scales": list_of(scales), "kinds": list(_KINDS), "parts": list_of([root, *parts])}
        return Entries(0, {**head, **entries_at(0, body).by_key})

    def _practice(
        self, practice: ActivityFile, streams: Sequence[ActivityFile], activities: Mapping[str, Sequence[ActivityFile]]
    ) -> list[Entries]:
        """A practice with all beneath it; nothing where nothing in it is asked."""
        found: list[Entries] = []
        for stream in streams:
            stream_id = self._ids.of(stream.stem, "stream")
            asked = [part for each in activities.get(stream.id, ()) for part in self._activity(each, stream_id)]
            if asked:
                found += [self._part(stream, stream_id, "stream", "", "description"), *asked]
            else:
                name = said(stream.node, "name") or stream.stem
                self._notices.append(ModelNotice(stream.line, Notice.SECTION_EMPTY, {"name": name}))
        if not found:
            return []
        short = streams[0].stem.rpartition("-")[0] or said(practice.node, "shortName") or practice.stem
        id_ = self._ids.of(short, "practice")
        own = self._part(practice, id_, "practice", "", "shortDescription")
        return [own, *(_beneath(part, id_) for part in found)]

    def _activity(self, activity: ActivityFile, stream: str) -> Iterator[Entries]:
        level = self._levels.get(said(activity.node, "level"))
        for question in self._ordered(self._questions.get(activity.id, ())):
            scale = self._scale_of(said(question.node, "answerSet"))
            if scale is None:
                facts = {"id": said(question.node, "answerSet"), "kind": "scales", "nearest": ""}
                self.faults.append(Fault(question.line, FaultCode.REFERENCE_DANGLING, facts))
                continue
            quality = [f"- {text}" for each in listed(question.node, "quality") if (text := _leaf(each))]
            values = {
                "id": self._ids.of(activity.stem, "activity"),
                "kind": "activity",
                "parent": stream,
                "level": level if isinstance(level, int) else None,
                "scale": scale,
                "name": self._text(said(activity.node, "title"))[:_LONGEST_NAME],
                "text": self._text(said(activity.node, "shortDescription") or said(activity.node, "title")),
                "question": self._text(said(question.node, "text")),
                "detail": self._text("\n".join(quality)),
            }
            yield entries_at(activity.line, values)

    def _part(self, file: ActivityFile, id_: str, kind: str, parent: str, told: str) -> Entries:
        return entries_at(
            file.line,
            {
                "id": id_,
                "kind": kind,
                "parent": parent,
                "name": self._text(said(file.node, "name"))[:_LONGEST_NAME],
                "text": self._text(said(file.node, told)),
            },
        )

    def _scale_of(self, answer_set: str) -> str | None:
        return next((f"a{at}" for at, file in enumerate(self._files[ANSWERS], 1) if file.id == answer_set), None)

    def _scale(self, at: int, file: ActivityFile) -> Entries:
        words = GradeWords()
        choices = []
        for value in sorted(listed(file.node, "values"), key=_order):
            text = said(value, "text")
            choice = {"id": words.of(text), "value": as_number(said(value, "value")), "name": self._text(text)}
            choices.append(entries_at(file.line, choice))
        return entries_at(file.line, {"id": f"a{at}", "name": file.stem, "choices": list_of(choices)})

    def _by(self, folder: str, key: str) -> dict[str, list[ActivityFile]]:
        found: dict[str, list[ActivityFile]] = {}
        for file in self._ordered(self._files[folder]):
            found.setdefault(said(file.node, key), []).append(file)
        return found

    @staticmethod
    def _ordered(files: Sequence[ActivityFile]) -> list[ActivityFile]:
        return sorted(files, key=lambda file: (_order(file.node), file.stem))

    def _text(self, text: str) -> str:
        self._cut += len(text) > LONGEST_TEXT
        return fitting(text)


_KINDS: Final[tuple[Mapping[str, object], ...]] = (
    {"id": "model", "combine": "mean"},
    {"id": "function", "combine": "mean"},
    {"id": "practice", "combine": "mean"},
    {"id": "stream", "combine": "sum", "blanks": {"unanswered": "lowest", "dont_know": "lowest"}},
    {"id": "activity", "asked": True},
)
"""The published rule: a stream has the sum of the values of its activities, what is not answered counts nothing."""


def _called(path: Path) -> str:
    """What a model is called by its folder, or by the archive that this was packed into."""
    if path.suffix.lower() == ".zip":
        return path.stem
    return path.name if path.name != "model" else path.parent.name


def _order(node: Node) -> float:
    order = as_number(said(node, "order"))
    return float("inf") if isinstance(order, str) else order


def _leaf(node: Node) -> str:
    return said(node) if isinstance(node, Leaf) else ""


def _beneath(part: Entries, parent: str) -> Entries:
    """A part under a parent, if it has none yet."""
    if "parent" in part.by_key:
        return part
    return Entries(part.line, {**part.by_key, **entries_at(part.line, {"parent": parent}).by_key})
