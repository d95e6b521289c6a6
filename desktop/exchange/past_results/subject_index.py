"""Which parts of a model a text in somebody's workbook names: by id, by the same words, or by nearly the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from desktop.exchange.forms.typed_text import folded
from desktop.exchange.past_results.result_subjects import ResultSubject

ALIKE = 92
"""From 0 to 100, how alike two texts are that are taken for one, as rapidfuzz's ratio tells."""

OTHER = 45
"""Below this, the text beside an id is about something else."""

_SHORTEST = 12
"""Letters of a text that can be nearly another."""

_LIKENED = 500
"""Letters of a text that are looked at."""

_MOST_LIKENED = 2_000
"""Texts of one workbook for which the nearest is sought."""

Subjects = tuple[ResultSubject, ...]


class SubjectIndex:
    """Finds parts by what people write for them."""

    def __init__(self, subjects: Iterable[ResultSubject]) -> None:
        """Take what can be found."""
        self._by_id: dict[str, list[ResultSubject]] = defaultdict(list)
        self._by_text: dict[str, list[ResultSubject]] = defaultdict(list)
        for subject in subjects:
            for id_ in subject.ids:
                self._by_id[folded(id_)].append(subject)
            for text in dict.fromkeys(map(folded, subject.texts)):
                self._by_text[text].append(subject)
        self._longest = 2 * max(map(len, (*self._by_id, *self._by_text)), default=0) + _SHORTEST
        self._likened = 0

    def by_id(self, text: str) -> Subjects:
        """Those with an id."""
        return tuple(self._by_id.get(folded(text), ())) if len(text) <= self._longest else ()

    def by_text(self, text: str, beside: Collection[str] = ()) -> Subjects:
        """Those that are called so; of several, those under what stands beside it."""
        return _under(self._by_text.get(folded(text), ()), beside) if len(text) <= self._longest else ()

    def nearly(self, text: str, beside: Collection[str] = ()) -> Subjects:
        """Those that are called nearly so, where nothing else comes as near."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - only when results are taken from a workbook

        wanted = folded(text[:_LIKENED])
        if len(wanted) < _SHORTEST or self._likened >= _MOST_LIKENED:
            return ()
        self._likened += 1
        found = process.extract(wanted, list(self._by_text), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=2)
        if not found or (len(found) > 1 and found[0][1] == found[1][1]):
            return ()
        return _under(self._by_text[found[0][0]], beside)

    @staticmethod
    def is_other(text: str, subjects: Iterable[ResultSubject]) -> bool:
        """Whether a text is about none of them."""
        from rapidfuzz import fuzz  # noqa: PLC0415 - likewise

        wanted = folded(text[:_LIKENED])
        known = [folded(each[:_LIKENED]) for subject in subjects for each in subject.texts]
        return bool(known) and all(fuzz.token_set_ratio(wanted, each) < OTHER for each in known)


def _under(found: Iterable[ResultSubject], beside: Collection[str]) -> Subjects:
    subjects = tuple(found)
    if len({subject.above for subject in subjects}) < 2:
        return subjects
    near = {folded(text[:_LIKENED]) for text in beside}
    return tuple(subject for subject in subjects if folded(subject.above) in near) or subjects
