"""`score`: levels of models and of their areas, streams or tracks, the answers' statistics, gaps, and why."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from msgspec import structs

from desktop.cli.console import Console
from desktop.cli.past import opened_then, then_or_now
from desktop.cli.reading import opened_to_note
from desktop.cli.scores import model_content
from desktop.cli.table_lines import table_lines
from desktop.exchange.deliverable import PlannedModel, release, told_findings
from desktop.exchange.tables.model_tables import tables_of
from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.assessment.models import ModelInUse
from desktop.model.planning.gaps import gaps, whole
from desktop.wording import outcome, planning
from desktop.wording.manners import Manner, written_in


def run(arguments: Namespace, console: Console) -> int:
    """Score every model in use; with ``--public``, note in the file what is shown of the answers."""
    scored: Sequence[PlannedModel]
    if arguments.public:
        with (
            opened_to_note(arguments.file, arguments.author, console) as present,
            then_or_now(present, arguments.as_of, console) as assessment,
        ):
            released = release(assessment)
            scored, found, manner = released.models, released.findings, released.manner
    else:
        with opened_then(arguments.file, arguments.as_of, console) as assessment:
            scored = [_scored(assessment, in_use) for in_use in assessment.models.all()]
            found, manner = told_findings(assessment), Manner.of(assessment.preparation.details())
    content = [model_content(each) for each in scored]
    console.result({"models": content, "findings": [structs.asdict(each) for each in found]})
    if console.json:
        return 0
    with written_in(manner):
        for each in scored:
            for line in _summary(each):
                console.say(line)
    if not scored:
        console.tell(_("The assessment uses no model yet."))
    return 0


def _scored(assessment: Assessment, in_use: ModelInUse) -> PlannedModel:
    given, result = assessment.results.given(in_use.id), assessment.results.of(in_use.id)
    areas = {id_: rating for id_, rating in assessment.ratings.areas(in_use.id).items() if rating.settled}
    return PlannedModel(
        pack=in_use.pack,
        result=result,
        settled=frozenset(areas),
        in_spite={id_: rating.in_spite for id_, rating in areas.items() if rating.in_spite},
        numbers=assessment.models.numbers(in_use.id),
        whole=whole(given, result),
        gaps=gaps(given, result),
        coverage=assessment.coverage.of(in_use.id),
    )


def _summary(scored: PlannedModel) -> Iterator[str]:
    pack, result = scored.pack, scored.result
    standing = outcome.standing(result, pack)
    headline = standing if result.parts else outcome.headline(result.level, pack)
    yield f"{pack.name} {pack.version}"
    yield headline
    if standing != headline:
        yield standing
    yield outcome.why(result.level, pack)
    if result.level.blockers:
        yield ""
        yield _("What blocks the next level:")
        yield from (f"  {outcome.blocker_text(blocker, pack)}" for blocker in result.level.blockers)
    yield ""
    for table in tables_of(scored).summary(scored):
        yield from table_lines(table)
        yield ""
    wanted = [gap for gap in scored.gaps if gap.gap]
    if wanted:
        yield _("Gaps, the largest first:")
        yield from (
            _("  {name}: {text}").format(name=planning.place_name(gap.place, pack), text=planning.gap_text(gap))
            for gap in wanted
        )
        yield ""
