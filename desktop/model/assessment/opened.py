"""An assessment, open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import msgspec

from desktop import __version__
from desktop.model.assessment.action_links import ActionLinks
from desktop.model.assessment.action_log import ActionLog
from desktop.model.assessment.actions import Actions
from desktop.model.assessment.adoptions import Adoptions
from desktop.model.assessment.attachments import Attachments, bring_in
from desktop.model.assessment.best_plans import BestPlans
from desktop.model.assessment.blind_ratings import BlindRatings
from desktop.model.assessment.checklists import Checklists
from desktop.model.assessment.conflicts import Conflicts
from desktop.model.assessment.covering import Covering
from desktop.model.assessment.debriefing import Debriefing
from desktop.model.assessment.desk import Desk, Listener, new_id
from desktop.model.assessment.discussions import Discussions
from desktop.model.assessment.evidence import EvidenceFile
from desktop.model.assessment.filed_talks import FiledTalks
from desktop.model.assessment.foreseen import Foreseen
from desktop.model.assessment.gathering import Gathering
from desktop.model.assessment.guides import Guides
from desktop.model.assessment.history import History
from desktop.model.assessment.interviews import Interviews
from desktop.model.assessment.lineage import Lineage
from desktop.model.assessment.measures import Measures
from desktop.model.assessment.merging import Merging
from desktop.model.assessment.milestones import Milestones
from desktop.model.assessment.models import Models
from desktop.model.assessment.moment import Moment
from desktop.model.assessment.narratives import Narratives
from desktop.model.assessment.observations import Observations
from desktop.model.assessment.organisation import Organisation
from desktop.model.assessment.outgoing_names import NamedText, outgoing_names
from desktop.model.assessment.part_ratings import PartRatings
from desktop.model.assessment.past_results import PastResults
from desktop.model.assessment.preparation import Preparation
from desktop.model.assessment.priorities import Priorities
from desktop.model.assessment.questionnaires import Questionnaires
from desktop.model.assessment.ratings import Ratings
from desktop.model.assessment.releases import Releases
from desktop.model.assessment.restoring import Restoring
from desktop.model.assessment.results import Results
from desktop.model.assessment.reviews import Reviews
from desktop.model.assessment.rounds import Rounds
from desktop.model.assessment.said_search import SaidSearch
from desktop.model.assessment.schedule import Schedule
from desktop.model.assessment.sending import Sending
from desktop.model.assessment.soundness import contradictions
from desktop.model.assessment.statements import Statements
from desktop.model.assessment.streams import Streams
from desktop.model.assessment.targets import Targets
from desktop.model.assessment.team_copies import TeamCopies
from desktop.model.assessment.team_findings import TeamFindings
from desktop.model.assessment.trackers import Trackers
from desktop.model.assessment.verifying import Verifying
from desktop.model.errors import RefusalError
from desktop.model.files.file_sets import tidy
from desktop.model.journal import StepId
from desktop.model.maturity.pack import Pack
from desktop.model.scoring.coverage import Coverage
from desktop.model.scoring.results import ModelResult
from desktop.model.store.memory import MemoryStore, RecordRows
from desktop.model.store.restore_points import telling_of_points
from desktop.model.store.store import Store

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey
    from desktop.model.store.salvage import Repaired
    from desktop.model.store.whole import Whole

SUFFIX = ".maturity"
Attached = Mapping[str, Path]


class Assessment:
    """One assessment file and everything one can ask of it or do to it, by noun.

    Attributes:
        moment: when, where it is shown as it once was; see `desktop.model.assessment.going_back`.
    """

    moment: Moment | None = None

    def __init__(self, store: Store) -> None:
        self._store = store
        self._desk = Desk(store)
        self.preparation = Preparation(self._desk)
        self.organisation = Organisation(self._desk)
        self.checklists = Checklists(self._desk)
        self.models = Models(self._desk)
        self.adoptions = Adoptions(self._desk)
        self.questionnaires = Questionnaires(self._desk, self.models)
        self.sending = Sending(self._desk)
        self.evidence = EvidenceFile(self._desk)
        self.attachments = Attachments(self._desk)
        self.filed_talks = FiledTalks(self._desk)
        self.interviews = Interviews(self._desk)
        self.schedule = Schedule(self._desk, self.interviews)
        self.observations = Observations(self._desk, self.interviews)
        self.findings = TeamFindings(self._desk)
        self.narratives = Narratives(self._desk)
        self.discussions = Discussions(self._desk, self.interviews)
        self.ratings = Ratings(self._desk, self._result_of, self._coverage_of)
        self.blind = BlindRatings(self._desk)
        self.streams = Streams(self._desk)
        self.statements = Statements(self._desk)
        self.parts = PartRatings(self._desk)
        self.targets = Targets(self._desk)
        self.actions = Actions(self._desk)
        self.action_links = ActionLinks(self._desk)
        self.action_log = ActionLog(self._desk)
        self.milestones = Milestones(self._desk)
        self.measures = Measures(self._desk)
        self.trackers = Trackers(self._desk, self.action_links, self.measures)
        gathering = Gathering(self._desk, self.models, self.ratings, self.evidence, self.interviews)
        self.results = Results(self._desk, self.models, gathering)
        self.foreseen = Foreseen(self._desk, self.results, self.action_links)
        self.best_plans = BestPlans(self._desk, self.models, self.results, self.action_links)
        self.priorities = Priorities(self._desk, self.models, self.results)
        self.coverage = Covering(self._desk, self.results, self.evidence, self.interviews)
        self.guides = Guides(self._desk, self.models, self.results, self.interviews)
        self.past = PastResults(self._desk, self.models)
        self.reviews = Reviews(self._desk, self.interviews, self.actions)
        self.verifying = Verifying(self._desk, self.actions, self.action_links, self.results)
        self.debriefing = Debriefing(self._desk)
        self.releases = Releases(self._desk)
        self.rounds = Rounds(self._desk, self.models, self.results)
        self.history = History(self._desk)
        self.restoring = Restoring(self._desk)
        self.merging = Merging(self._desk)
        self.conflicts = Conflicts(self._desk)
        self.copies = TeamCopies(self._desk)
        self.search = SaidSearch(self._desk)

    @classmethod
    def create(
        cls,
        path: Path,
        packs: Sequence[Pack],
        *,
        author: str,
        organisation: str = "",
        assessment_id: str | None = None,
        key: FileKey | None = None,
    ) -> Assessment:
        """Make an assessment file that uses the given models, and open it.

        It gets a new id, unless `assessment_id` is that by which forms already written know it. A key encrypts it.

        Raises:
            RefusalError: ``file.exists``, ``file.no_folder``, ``file.unwritable``, ``model.in_use_already`` and
                others; then nothing is made.
        """
        with cls.drafted(path, packs, author=author, organisation=organisation, assessment_id=assessment_id, key=key):
            pass
        return cls.open(path, author=author, key=key)

    @classmethod
    @contextmanager
    def drafted(
        cls,
        path: Path,
        packs: Sequence[Pack],
        *,
        author: str,
        organisation: str = "",
        assessment_id: str | None = None,
        key: FileKey | None = None,
    ) -> Iterator[Assessment]:
        """A new assessment in the making, for more to be entered; when the block ends well, its file is there, closed.

        Raises:
            RefusalError: see `create`; then nothing is made.
        """
        facts = {
            "id": assessment_id or new_id(),
            "made": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            "program": __version__,
        }
        with Store.drafted(path, author, facts, key=key) as store:
            assessment = cls(store)
            for pack in packs:
                assessment.models.add(pack)
            if organisation:
                assessment.preparation.set_details(organisation=organisation)
            yield assessment

    @classmethod
    def open(cls, path: Path, *, author: str, readonly: bool = False, key: FileKey | None = None) -> Assessment:
        """Open an assessment file; read-only when another opening writes to it, or when that is wanted.

        What a killed program left in its folder is finished or cleared away, unless it is only to be read.

        Args:
            path: the file.
            author: who its next steps are by.
            readonly: do not write.
            key: of an encrypted file, see `desktop.model.files.file_key.key_for`; others do without.

        Raises:
            RefusalError: ``file.missing``, ``file.newer``, ``file.damaged``, ``file.encrypted`` and others.
        """
        if not readonly:
            tidy(path.parent)
        with telling_of_points(path):
            return cls(Store.open(path, author, readonly=readonly, key=key))

    @classmethod
    def restore(
        cls, path: Path, whole: Whole, *, author: str, attached: Attached | None = None, key: FileKey | None = None
    ) -> Assessment:
        """Make a file that holds all that another held, its history included, and open it.

        Args:
            path: where; nothing may be there.
            whole: all that it is to hold.
            author: whom what is done next is by.
            attached: the files with what is attached, by digest.
            key: encrypts it.

        Raises:
            RefusalError: ``file.exists``, ``file.no_folder``, ``file.unwritable`` and others; ``file.too_long``;
                ``data.inconsistent`` when the parts contradict each other; those of `bring_in`. Then nothing is made.
        """
        with Store.drafted(path, author, {}, whole, key) as store:
            _refuse_contradictions(store)
            bring_in(store, attached or {})
        return cls.open(path, author=author, key=key)

    def lineage(self) -> Lineage:
        """The versions of models that others took the place of."""
        return Lineage(self._desk)

    def looking_back(self, round_id: str) -> Assessment:
        """A round that is over as an assessment in memory, to be read only, with results by the engine of today.

        Raises:
            RefusalError: ``round.unknown``; ``round.damaged``.
        """
        about, packs, records = self.rounds.content(round_id)
        try:
            return Assessment.in_memory(self.path, about, packs, records)
        except RefusalError as refusal:
            raise RefusalError("round.damaged", path=self.path, name=self.rounds.get(round_id).name) from refusal

    @classmethod
    def in_memory(
        cls, path: Path, about: Mapping[str, str], packs: Mapping[str, bytes], records: RecordRows
    ) -> Assessment:
        """Records from anywhere as an assessment that is read only; nothing of it is written to a disk.

        Args:
            path: the file that refusals name.
            about: what the assessment says about itself.
            packs: the frozen packs of its models, by digest.
            records: by name of their kind.

        Raises:
            RefusalError: ``file.impossible`` when one cannot be.
        """
        return cls(MemoryStore(path, about, packs, records))

    @classmethod
    def repair(cls, source: Path, path: Path, *, author: str, key: FileKey | None = None) -> Repaired:
        """Make a sound copy of a file that is not sound: all its records, and what makes sense of its history.

        That of an encrypted file has its key.

        Raises:
            RefusalError: ``file.exists`` and others, ``file.unrepairable`` when nothing sound comes of it; see
                `desktop.model.store.salvage`. Then nothing is made.
        """
        from desktop.model.store.salvage import salvage  # noqa: PLC0415 - only for what is not sound

        key = None if key is None else key.fitted(source)
        whole, repaired = salvage(source, author, key)
        try:
            with Store.drafted(path, author, {}, whole, key) as store:
                spoilt = tuple(store.content.take_over(source, key))
                found = tuple(contradictions(store))
        except RefusalError as refusal:
            if refusal.code != "data.inconsistent":
                raise
            raise RefusalError("file.unrepairable", path=source) from None
        return msgspec.structs.replace(repaired, attachments=spoilt, contradictions=found)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._store.path

    def work_as(self, author: str) -> None:
        """Let the next steps be by somebody else; those made already keep their author."""
        self._store.work_as(author)

    @property
    def author(self) -> str:
        """Who the steps of this opening are by."""
        return self._store.author

    @property
    def key(self) -> FileKey | None:
        """What the file is encrypted with; None where it is not."""
        return self._store.key

    @property
    def readonly(self) -> bool:
        """Whether edits are refused."""
        return self._store.readonly

    @property
    def kept(self) -> Path | None:
        """The copy kept when an older file was brought to today's format."""
        return self._store.kept

    @property
    def senseless(self) -> tuple[StepId, ...]:
        """The steps that make no sense; then edits are refused."""
        return self._store.senseless

    def is_at(self, path: Path) -> bool:
        """Whether a path, by whatever name, leads to the open file."""
        return self._store.is_at(path)

    def get_ready_to_write(self) -> None:
        """Load what the first edit needs, which reading does without, so that it does not wait for that."""
        if not self.readonly:
            self._store.get_ready_to_write()

    def catch_up(self) -> bool:
        """Read everything anew if another program changed the file; whether it had. Listeners are told.

        Raises:
            RefusalError: ``file.moved``, ``file.replaced``, or why the file can no longer be read.
        """
        return self._store.catch_up()

    def about(self) -> dict[str, str]:
        """What the file says about itself: ``id``, ``made``, ``program``."""
        return self._store.about()

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file, as codes with their place; empty when it is sound."""
        return self._store.check() or (*contradictions(self._store), *self.rounds.faults())

    def whole(self) -> Whole:
        """Everything in the file, for a portable copy."""
        return self._store.whole()

    def subscribe(self, listener: Listener) -> None:
        """Tell `listener` what every later step changes."""
        self._desk.subscribe(listener)

    def unsubscribe(self, listener: Listener) -> None:
        """Stop telling `listener`."""
        self._desk.unsubscribe(listener)

    def outgoing_names(self) -> tuple[NamedText, ...]:
        """Texts that may leave the team and name somebody who takes part; see `outgoing_names`."""
        return outgoing_names(self._desk)

    def _result_of(self, model: str) -> ModelResult:
        return self.results.of(model)

    def _coverage_of(self, model: str) -> Coverage:
        return self.coverage.of(model)

    def close(self) -> None:
        """Close the file; nothing is left to save."""
        self.interviews.close()
        self.search.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _refuse_contradictions(store: Store) -> None:
    from desktop.model.store.whole import SHOWN  # noqa: PLC0415 - loads SQLAlchemy

    found = tuple(islice(contradictions(store), SHOWN))
    if found:
        raise RefusalError("data.inconsistent", faults=found)
