"""`score`: levels, areas, categories, the answers' statistics and why."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from desktop.cli.console import Console
from desktop.cli.reading import opened
from desktop.cli.scores import model_content
from desktop.language import _
from desktop.model.maturity import Pack
from desktop.model.scoring.publication import published
from desktop.model.scoring.results import ModelResult
from desktop.wording import names, outcome
from desktop.wording.traces import percent


def run(arguments: Namespace, console: Console) -> int:
    """Score every model in use."""
    with opened(arguments.file, console) as assessment:
        threshold = assessment.results.threshold()
        scored = [(in_use.pack, assessment.results.of(in_use.id)) for in_use in assessment.models.all()]
    if arguments.public:
        scored = [(pack, published(pack, result, threshold).result) for pack, result in scored]
    console.result({"models": [model_content(result, pack) for pack, result in scored]})
    if console.json:
        return 0
    for pack, result in scored:
        for line in _summary(pack, result):
            console.say(line)
    if not scored:
        console.tell(_("The assessment uses no model yet."))
    return 0


def _summary(pack: Pack, result: ModelResult) -> Iterator[str]:
    yield f"{pack.name} {pack.version}"
    yield outcome.headline(result.level, pack)
    yield outcome.why(result.level, pack)
    if result.level.blockers:
        yield ""
        yield _("Before the next level stand:")
        yield from (f"  {outcome.blocker_text(blocker, pack)}" for blocker in result.level.blockers)
    yield ""
    yield from _table(
        [_("Category"), _("Satisfied"), _("Rated"), _("Answers")],
        [
            [group.name, f"{group.satisfied} / {group.areas}", str(group.rated), percent(group.mean_percent)]
            for group in result.categories
        ],
    )
    yield ""
    yield from _table(
        [_("Level"), _("Key process area"), _("Rating"), _("In place"), _("n"), _("Mean"), _("Consensus")],
        [
            [
                str(area.level),
                f"{area.id} {area.name}",
                names.name(area.rating),
                percent(area.in_place_percent),
                str(area.answers.n),
                percent(area.answers.mean_percent),
                names.index(area.answers.consensus),
            ]
            for area in result.areas
        ],
    )
    yield ""


def _table(headings: list[str], rows: list[list[str]]) -> Iterator[str]:
    """Columns as wide as their widest cell."""
    widths = [max(len(row[column]) for row in [headings, *rows]) for column in range(len(headings))]
    for row in [headings, *rows]:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
