"""What a pack that says its rules itself holds, and what its examples came to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

import msgspec

from desktop.language import _, ngettext
from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.maturity.rulebook.values import Limit
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.maturity.worked_examples import PackExample
from desktop.model.vetting.pack_examples import GAP, ExampleMiss
from desktop.model.vetting.pack_text import flow_text
from desktop.model.vetting.vetted_packs import ExampleRun
from desktop.wording import part_grounds


def contents(pack: VocabularyPack) -> dict[str, object]:
    """What one sees of a pack before choosing it."""
    return {
        "id": pack.id,
        "name": pack.name,
        "version": pack.version,
        "summary": pack.summary,
        "scales": len(pack.scales),
        "kinds": {kind.id: sum(part.kind == kind.id for part in pack.parts) for kind in pack.kinds},
        "parts": len(pack.parts),
        "levels": [level.number for level in pack.levels],
        "examples": len(pack.examples),
    }


def summary_lines(pack: VocabularyPack) -> Iterator[str]:
    """What a pack holds, in lines."""
    counts = {kind: sum(part.kind == kind.id for part in pack.parts) for kind in pack.kinds}
    listed = ", ".join(f"{count} × {kind.name or kind.id}" for kind, count in counts.items())
    yield ngettext("{count} part: {listed}", "{count} parts: {listed}", len(pack.parts)).format(
        count=len(pack.parts), listed=listed
    )
    if pack.levels:
        levels = ", ".join(f"{level.number} {level.name}".rstrip() for level in pack.levels)
        yield _("Levels: {levels}").format(levels=levels)


def run_lines(runs: Iterable[ExampleRun], place: Callable[[int], str]) -> Iterator[str]:
    """What came of each example; of a wrong one what was expected, what came out, and why.

    Args:
        runs: the examples.
        place: names a line of the pack.
    """
    for run in runs:
        if not run.misses:
            yield _("Example “{name}” holds.").format(name=run.name)
            continue
        yield _("Example “{name}” does not hold:").format(name=run.name)
        for line, miss in run.misses:
            yield f"{place(line)}: {told(miss)}"


def as_data(run: ExampleRun) -> dict[str, object]:
    """An example that was run, for other programs."""
    return {
        "name": run.name,
        "line": run.line,
        "holds": not run.misses,
        "misses": [
            {
                "line": line,
                "part": miss.part,
                "measure": miss.measure,
                "expected": miss.wanted,
                "came": _short(miss.came),
                "message": told(miss),
            }
            for line, miss in run.misses
        ],
    }


def told(miss: ExampleMiss) -> str:
    """What was expected, what came out, and why."""
    facts = {"part": miss.part, "wanted": _short(miss.wanted), "came": _short(miss.came), "measure": miss.measure}
    if miss.measure is None:
        said = _("“{part}” should be {wanted} and is {came}.").format(**facts)
    elif miss.measure == GAP:
        said = _("The gap of “{part}” should be {wanted} and is {came}.").format(**facts)
    else:
        said = _("The measure “{measure}” of “{part}” should be {wanted} and is {came}.").format(**facts)
    return " ".join([said, *part_grounds.sentences(miss.grounds)])


def expected_text(wanted: Limit | Mapping[str, Limit]) -> str:
    """What an example says that a part comes to, with its further measures."""
    if not isinstance(wanted, Mapping):
        return _short(wanted)
    return ", ".join(f"{measure} {_short(limit)}" for measure, limit in wanted.items())


def example_text(example: PackExample) -> str:
    """An example as it stands in the list of them in a pack."""
    kept = {key: value for key, value in msgspec.to_builtins(example).items() if value}
    return f"  - {flow_text(kept)}\n"


def _short(value: Fraction | float | str | None) -> str:
    """A number as people write it, exact where it has an end; a blank in words."""
    if value is None:
        return _("none")
    if isinstance(value, str):
        return _(part_grounds.BLANKS[value]) if value in tuple(BlankReason) else value
    if isinstance(value, Fraction) and value.denominator != 1:
        return f"{float(value):.6g}"
    return str(value)
