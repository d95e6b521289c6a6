"""What adopting a newer version of a model would do, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from desktop.language import _, ngettext
from desktop.model.adopting.adoption_plan import RecordCount, RecordFate
from desktop.model.adopting.correspondence import PartChange, PartFate
from desktop.model.assessment.adoptions import AdoptionPreview
from desktop.wording.records import WORDS

ORDER = (
    PartFate.DOUBTFUL,
    PartFate.SPLIT,
    PartFate.MERGED,
    PartFate.REWORDED,
    PartFate.MOVED,
    PartFate.NEW,
    PartFate.GONE,
    PartFate.SAME,
)
"""What has to be looked at stands first."""


class AdoptionLine(Struct, frozen=True):
    """What became of a part, and of what was said of it.

    Attributes:
        ids: those before and after.
        was: what it said; empty where it is new.
        now: what it says; empty where it is gone.
        again: what has to be said again, by kind; empty for nothing.
        why: why something has to be said again of a part that is the same; empty for others.
    """

    change: PartChange
    ids: str
    was: str
    now: str
    again: str
    why: str

    @property
    def text(self) -> str:
        """What it says, what it said where that is something else, and why something has to be said again."""
        text = self.now or self.was
        if self.was and self.now and self.was != self.now:
            text = _("“{was}” → “{now}”").format(was=self.was, now=self.now)
        return " ".join(filter(None, (text, self.why)))


def fate_name(fate: PartFate) -> str:
    """What became of a part, in a word."""
    return {
        PartFate.SAME: _("Same"),
        PartFate.MOVED: _("Moved"),
        PartFate.REWORDED: _("Reworded"),
        PartFate.DOUBTFUL: _("Doubtful"),
        PartFate.SPLIT: _("Split"),
        PartFate.MERGED: _("Merged"),
        PartFate.NEW: _("New"),
        PartFate.GONE: _("Gone"),
    }[fate]


def record_fate_name(fate: RecordFate) -> str:
    """What becomes of what was said, as the beginning of a line."""
    return {
        RecordFate.CARRIED: _("Carried over"),
        RecordFate.AGAIN: _("To be said again"),
        RecordFate.LEFT: _("Left behind"),
    }[fate]


def headline(preview: AdoptionPreview) -> str:
    """Which version would take the place of which."""
    model, before, after = preview.after.name, preview.before.version, preview.after.version
    if before == after:
        return _("“{model}”: another version {version} in place of the one in use").format(model=model, version=after)
    return _("“{model}”: version {version} in place of {before}").format(model=model, version=after, before=before)


def adoption_lines(preview: AdoptionPreview) -> list[AdoptionLine]:
    """Every part that is not as it was, or of which something has to be said again, the doubtful first."""
    again: dict[str, list[RecordCount]] = {}
    for each in preview.plan.counts:
        if each.fate is RecordFate.AGAIN:
            again.setdefault(each.part, []).append(each)
    lines = [_line(preview, change, again) for change in preview.plan.found.changes]
    shown = [line for line in lines if line.again or line.change.change is not PartFate.SAME]
    return sorted(shown, key=lambda line: ORDER.index(line.change.change))


def _line(preview: AdoptionPreview, change: PartChange, again: dict[str, list[RecordCount]]) -> AdoptionLine:
    before, after = preview.holding.before.parts, preview.holding.after.parts
    was, now = ", ".join(change.before), ", ".join(change.after)
    counts = [each for id_ in change.before for each in again.get(id_, ())]
    return AdoptionLine(
        change,
        f"{was} → {now}" if was and now and was != now else was or now,
        " / ".join(before[id_].text for id_ in change.before),
        " / ".join(after[id_].text for id_ in change.after),
        counted(counts),
        _why(counts) if counts and change.change.carries else "",
    )


def _why(counts: Iterable[RecordCount]) -> str:
    if {each.kind for each in counts} == {"area_rating"}:
        return _("(Something beneath it changed.)")
    return _("(It is answered or rated in another way.)")


def counted(counts: Iterable[RecordCount]) -> str:
    """How many records of each kind, e.g. ``12 × answer, 1 × practice``."""
    found: Counter[str] = Counter()
    for each in counts:
        found[each.kind] += each.count
    texts = (_("{count} × {noun}").format(count=count, noun=_(WORDS[kind].noun)) for kind, count in found.items())
    return ", ".join(texts)


def parts_line(preview: AdoptionPreview) -> str:
    """How many parts are the same, moved and so on."""
    found = Counter(each.change for each in preview.plan.found.changes)
    texts = (_("{fate}: {count}").format(fate=fate_name(fate), count=found[fate]) for fate in PartFate if found[fate])
    return ", ".join(texts)


def records_line(preview: AdoptionPreview) -> str:
    """How much of what was said is carried over, has to be said again, and is left behind."""
    totals = ((fate, preview.plan.total(fate)) for fate in RecordFate)
    texts = (_("{fate}: {count}").format(fate=record_fate_name(fate), count=total) for fate, total in totals if total)
    return ", ".join(texts)


def records_lines(preview: AdoptionPreview) -> Iterator[str]:
    """What becomes of all that was said, a line for each fate."""
    for fate in RecordFate:
        told = counted(each for each in preview.plan.counts if each.fate is fate)
        if told:
            yield _("{fate}: {records}").format(fate=record_fate_name(fate), records=told)


def doubts(preview: AdoptionPreview) -> str:
    """How many parts somebody should look at; empty where none."""
    count = len(preview.plan.found.of(PartFate.DOUBTFUL))
    text = ngettext(
        "{count} part is doubtful: until you say that it is the same, what was said of it has to be said again.",
        "{count} parts are doubtful: until you say that they are the same, what was said of them has to be said again.",
        count,
    )
    return text.format(count=count) if count else ""


def adopted(preview: AdoptionPreview) -> str:
    """What was done, as the toast and the command tell it."""
    again = preview.plan.total(RecordFate.AGAIN)
    done = _("Version {version} of “{model}” is in use now.").format(
        version=preview.after.version, model=preview.after.name
    )
    if not again:
        return done + " " + _("All that was said holds.")
    text = ngettext("{count} entry has to be made again.", "{count} entries have to be made again.", again)
    return done + " " + text.format(count=again)
