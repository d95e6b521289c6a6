"""What the nouns of an open assessment share: the file, its frozen packs, and telling who listens what changed."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from desktop.model.assessment.rules.in_force import consequences, consequences_apart, heeds
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed, Fact, StepKind
from desktop.model.maturity import parts
from desktop.model.maturity.freezing import thaw
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.questionnaire import asked_by_id
from desktop.model.maturity.refs import Ref
from desktop.model.records import KINDS, Model, Record
from desktop.model.store.store import Store
from desktop.model.vetting.thawed_packs import unsound

if TYPE_CHECKING:
    from desktop.model.assessment.rules.consequences import Consequence
    from desktop.model.merging.apart import Apart
    from desktop.model.store.draft import Draft
    from desktop.model.store.transaction import Pending, Transaction

R = TypeVar("R", bound=Record)
Listener = Callable[[Changed], None]
_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
_LETTERS = 16


class Desk:
    """The one place through which an open assessment is written to."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._packs: dict[str, Pack] = {}
        self._listeners: list[Listener] = []
        self._alone = False
        store.on_renewed = self._announce_everything
        store.on_drafted = self._follow
        store.copies.on_united = self._follow_apart

    def subscribe(self, listener: Listener) -> None:
        """Tell `listener` what every later step changes."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Listener) -> None:
        """Stop telling `listener`."""
        self._listeners.remove(listener)

    def announce(self, changed: Changed) -> Changed:
        """Tell all listeners of a step, or of steps that came in; nothing when nothing changed."""
        if changed.step is not None or changed.kinds:
            for listener in [*self._listeners]:
                listener(changed)
        return changed

    def _announce_everything(self) -> None:
        """Tell all listeners that another program changed the file: what they hold is to be read anew."""
        self._packs.clear()
        for listener in [*self._listeners]:
            listener(Changed(kinds=frozenset(KINDS)))

    @contextmanager
    def step(
        self, label: str, *, kind: StepKind = StepKind.EDIT, alone: bool = False, **facts: Fact
    ) -> Iterator[Pending]:
        """One edit, or a note, announced once it is safe in the file.

        Args:
            label: what is done, as a code.
            kind: of the step.
            alone: nothing follows from it: for what puts everything as it was, consequences included.
            facts: what its sentence tells.
        """
        self._alone = alone
        try:
            with self.store.step(label, kind=kind, **facts) as pending:
                yield pending
        finally:
            self._alone = False
        self.announce(pending.changed)

    @contextmanager
    def several(self) -> Iterator[Transaction]:
        """Many edits kept together; announce their changes yourself."""
        with self.store.several() as transaction:
            yield transaction

    def all(self, kind: type[R], **where: str) -> list[R]:
        """Records of a kind as they are now, in the midst of a step with its changes; `where` narrows by field."""
        return self.store.all(kind, **where)

    def highest(self, kind: type[Record], field: str) -> int:
        """The highest number in a field over all records of a kind, those removed included; 0 when there is none."""
        return self.store.highest(kind, field)

    def _follow(self, draft: Draft) -> None:
        """Put into a step what the rules say follows from it."""
        if not self._alone:
            _put(draft, consequences(tuple(draft.changes), self))

    def _follow_apart(self, draft: Draft, apart_of: Callable[[Callable[[str, str], bool]], Apart]) -> None:
        """Put into a step what follows once copies are one."""
        _put(draft, consequences_apart(apart_of(heeds), self))

    def model(self, model_id: str) -> Model:
        """A model in use.

        Raises:
            RefusalError: ``model.not_in_use``.
        """
        found = self.store.get(Model, model_id)
        if found is None:
            raise RefusalError("model.not_in_use", model=model_id)
        return found

    def has(self, ref: Ref) -> bool:
        """Whether a part is of a model in use, and that knows it."""
        return any(each.id == ref.model for each in self.store.all(Model)) and self.knows(*ref)

    def pack(self, model_id: str) -> Pack:
        """The frozen pack of a model in use.

        Raises:
            RefusalError: ``model.not_in_use``; ``model.unfit`` when what is frozen is not a sound pack of the model.
        """
        return self.frozen(self.model(model_id))

    def frozen(self, model: Model) -> Pack:
        """The frozen pack of a model as it is, or once was, in use.

        Raises:
            RefusalError: ``model.unfit`` when what is frozen is not a sound pack of the model.
        """
        if model.digest not in self._packs:
            self._packs[model.digest] = self._fitting(model)
        return self._packs[model.digest]

    def _fitting(self, model: Model) -> Pack:
        """Read a pack that somebody may have put into the file with another program."""
        try:
            pack = thaw(self.store.pack(model.digest))
            asked_by_id(pack, model.scale)
            fits = pack.id == model.id and next(unsound(pack), None) is None
        except (RefusalError, LookupError, ValueError, TypeError, ArithmeticError):
            fits = False
        if not fits:
            raise RefusalError("model.unfit", path=self.store.path, model=model.id)
        return pack

    def knows(self, model_id: str, part: str) -> bool:
        """Whether a part of a model has this id: a place, goal, practice, question, cell, metric or statement.

        Raises:
            RefusalError: ``model.not_in_use``.
        """
        return parts.knows(self.pack(model_id), part)


def _put(draft: Draft, consequences: Iterable[Consequence]) -> None:
    for found in consequences:
        if found.cells:
            draft.put(found.kind, *found.key, **found.cells)
        else:
            draft.remove(found.kind, *found.key)


def new_id() -> str:
    """An id that is never used again, on any laptop: 16 characters, none easily taken for another."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LETTERS))


def id_from(seed: str) -> str:
    """An id that is always the same for the same text, and unlike all others."""
    number, letters = int.from_bytes(hashlib.sha256(seed.encode()).digest()), []
    for _place in range(_LETTERS):
        number, letter = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[letter])
    return "".join(letters)
