"""`demo`: the main job end to end on the shipped sample."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from pathlib import Path

from desktop.cli.console import Console
from desktop.cli.demo_folder import DemoFolder
from desktop.exchange.compared_words import summary
from desktop.exchange.comparison import compare
from desktop.exchange.comparison_files import write_comparison
from desktop.exchange.decisions import decide, load, take_sample_forms
from desktop.exchange.deliverable import release
from desktop.exchange.export import export
from desktop.exchange.follow_ups.due_calendar import due_days
from desktop.exchange.follow_ups.note_files import write_follow_up
from desktop.exchange.follow_ups.review_note import review_note
from desktop.exchange.report_files import REPORT, TWO_PAGES
from desktop.exchange.sample import start_sample
from desktop.exchange.sample_blind import blind_rounds, rate_blind
from desktop.exchange.sample_evidence import complete_evidence
from desktop.exchange.sample_findings import find
from desktop.exchange.sample_follow_up import second_round
from desktop.exchange.sample_guides import write_guides
from desktop.exchange.sample_plan import plan_days
from desktop.exchange.sample_sessions import hold_sessions
from desktop.exchange.trackers.content import tracker_content
from desktop.exchange.trackers.tracker_files import write_tracker
from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.files.syncing import make_folder
from desktop.model.files.system_refusals import refusing_for
from desktop.model.files.workplace import lone_workplace
from desktop.wording import outcome
from desktop.wording.forms import taken_line

_AGAIN = ("workbook", REPORT, TWO_PAGES, "deck")
"""What is written of the second round, beside tracker and comparison."""

_OPENED = (".xlsx", ".docx", ".pptx")


def run(arguments: Namespace, console: Console) -> int:
    """Make the sample's assessment and all its deliverables beside their place, then put them there."""
    place = DemoFolder(arguments.folder)
    place.prepare()
    with refusing_for(place.folder), lone_workplace(place.folder) as drafts:
        first, later = drafts / place.assessment.name, drafts / place.later.relative_to(place.folder)
        with start_sample(first, place.author) as assessment:
            console.say(_("Created an assessment of “{name}”.").format(name=_organisation(assessment)))
            _take_forms(assessment, console)
            _listen(assessment, console)
            _rate_alone(assessment, console)
            _decide(assessment, console)
            _find(assessment, console)
            _tell_results(assessment, console)
            console.say(_("Writing the deliverables…"))
            files = export(release(assessment), drafts, progress=console.progress)
            files.append(write_tracker(tracker_content(assessment), drafts))
        again = look_again(first, later, console)
        moved = place.receive(drafts, [first, *files, *again])
    console.result({"folder": str(place.folder), "files": [str(path) for path in moved]})
    _tell_where_to_look(place, moved[: len(files) + 1], moved[len(files) + 1 :], console)
    return 0


def look_again(first: Path, second: Path, console: Console) -> list[Path]:
    """Tell the sample's second round in a copy, compare it with the first, and write what the sponsor gets of it.

    Args:
        first: the sample as the first round left it, closed.
        second: where the copy is made, in the folder for all that comes of it.
        console: is told how the rounds differ.
    """
    folder, notes = second.parent, list[Path]()
    make_folder(folder)

    def note(assessment: Assessment, review: str) -> None:
        notes.extend(_write_note(assessment, review, folder))

    with second_round(first, second, DemoFolder.author, note) as assessment:
        (over,) = assessment.rounds.all()
        day = assessment.preparation.details().ends
        with assessment.looking_back(over.id) as then:
            found = compare(then, assessment, day=day)
        console.say(_("Half a year later, beside “{name}”:").format(name=over.name))
        for each in found.models:
            console.say(f"  {each.name}: {summary(each)}")
        console.say(_("Writing what the sponsor gets this time…"))
        files = export(release(assessment, day=day), folder, _AGAIN, progress=console.progress)
        files.append(write_tracker(tracker_content(assessment, day), folder))
        compared = write_comparison(found, over.name, assessment.rounds.name(), folder)
        return [second, *files, *compared, *notes]


def _write_note(assessment: Assessment, review: str, folder: Path) -> list[Path]:
    """The note on the review between the rounds, and what is due from then on."""
    day = assessment.reviews.get(review).day or dt.date.min
    return write_follow_up(review_note(assessment, review, day), due_days(assessment, day), folder)


def _organisation(assessment: Assessment) -> str:
    return assessment.preparation.details().organisation


def _take_forms(assessment: Assessment, console: Console) -> None:
    console.say(_("Reading the completed forms…"))
    for line in take_sample_forms(assessment, console.progress):
        if isinstance(line.result, RefusalError):
            raise line.result
        console.say(_("  {file}: {outcome}").format(file=line.path.name, outcome=taken_line(line.result)))


def _listen(assessment: Assessment, console: Console) -> None:
    hold_sessions(assessment)
    write_guides(assessment)
    plan_days(assessment)
    counted = assessment.interviews.counted()
    console.say(
        _("Held {sessions} interviews and other sessions with {notes} notes.").format(
            sessions=len(assessment.interviews.heard_in()), notes=sum(counted.values())
        )
    )


def _rate_alone(assessment: Assessment, console: Console) -> None:
    rate_blind(assessment)
    rounds = blind_rounds()
    console.say(
        _("Areas rated blind: {areas}; settled, where the members of the team differed: {count}.").format(
            areas=len(rounds), count=sum(len(held.settled) for held in rounds)
        )
    )


def _decide(assessment: Assessment, console: Console) -> None:
    decisions = load()
    decide(assessment, decisions)
    complete_evidence(assessment)
    said = decisions.models.values()
    console.say(
        _(
            "Filed {pieces} pieces of evidence, rated {areas} key process areas and {streams} streams, judged "
            "{statements} statements, planned {actions} actions."
        ).format(
            pieces=len(assessment.evidence.all()),
            areas=sum(bool(area.practices) for decided in said for area in decided.areas.values()),
            streams=sum(len(decided.streams) for decided in said),
            statements=sum(len(assessment.statements.ratings(model)) for model in decisions.models),
            actions=len(decisions.actions),
        )
    )


def _find(assessment: Assessment, console: Console) -> None:
    find(assessment)
    console.say(
        _("Made {observations} observations and {findings} findings; for the report: {final}.").format(
            observations=assessment.observations.count(),
            findings=assessment.findings.count(),
            final=sum(finding.final for finding in assessment.findings.all()),
        )
    )


def _tell_results(assessment: Assessment, console: Console) -> None:
    for in_use in assessment.models.all():
        result = assessment.results.of(in_use.id)
        console.say(f"{in_use.pack.name}: {outcome.standing(result, in_use.pack)}")
        for blocker in result.level.blockers:
            console.say(f"  {outcome.blocker_text(blocker, in_use.pack)}")


def _tell_where_to_look(place: DemoFolder, first: list[Path], again: list[Path], console: Console) -> None:
    """Name what to open first of each round; pictures and calendars are counted."""
    console.say()
    console.say(_("Look into {folder}:").format(folder=place.folder))
    _tell_files(first, console)
    console.say(_("and half a year later into {folder}:").format(folder=again[0].parent))
    _tell_files(again, console)
    for path in place.kept:
        console.tell(_("The earlier assessment had been worked on and is now {path}.").format(path=path))


def _tell_files(files: list[Path], console: Console) -> None:
    told = {
        _("results"): _("the results for the sponsor"),
        _("report"): _("the report, also as PDF"),
        _("two pages"): _("the same on two pages, also as PDF"),
        _("slides"): _("slides for the meeting with everybody"),
        _("action tracker"): _("the actions, for sponsor and owners to write in"),
        _("team detail"): _("what the results rest on, for the team"),
        _("comparison"): _("the second round beside the first"),
    }
    named = {path for path in files if path.suffix in _OPENED}
    for path in sorted(named, key=files.index):
        about = next((told[words] for words in told if words in path.stem.split(" - ")), _("a review in between"))
        console.say(_("  {name}  {about}").format(name=path.name, about=about))
    charts = [path for path in files if path.suffix == ".png"]
    text = ngettext(
        "  {count} chart, such as {name}, with its numbers in words",
        "  {count} charts, such as {name}, with their numbers in words",
        len(charts),
    )
    if charts:
        console.say(text.format(count=len(charts), name=charts[0].name))
    console.say(_("  {name}  the assessment; open it in the window").format(name=files[0].name))
