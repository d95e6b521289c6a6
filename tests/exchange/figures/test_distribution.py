"""How answers spread is told of questions that enough people answered, and of nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from matplotlib.figure import Figure

from desktop.exchange.deliverable import Deliverable, gather
from desktop.exchange.figures.distribution import (
    DistributionData,
    distribution_data,
    draw_distribution,
    letters_on,
    shade,
)
from desktop.exchange.figures.figure_paper import PIXELS_PER_INCH, FigurePaper
from desktop.exchange.tables.distribution import MOST, distribution, spreads
from desktop.exchange.tokens import tokens
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_streams
from tests.exchange.figures.strokes import Stroke, noted
from tests.exchange.filled import DAY, filled

LIGHT = tokens("light")


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Deliverable:
    """Fewer people than are shown."""
    path: Path = tmp_path_factory.mktemp("few") / "a.maturity"
    with filled(path, [tiny_pack(), tiny_streams()], respondents=4) as assessment:
        return gather(assessment, day=DAY)


def drawn(data: DistributionData) -> list[Stroke]:
    paper = FigurePaper(Figure(figsize=(900 / PIXELS_PER_INCH, 500 / PIXELS_PER_INCH), dpi=PIXELS_PER_INCH), LIGHT)
    strokes = noted(paper)
    draw_distribution(paper, data)
    for stroke in strokes:
        assert all(0 <= x <= 900 and 0 <= y <= 500 for x, y in stroke.points)
    return strokes


def test_counts_are_those_of_each_question(every: Deliverable) -> None:
    part = every.part("tiny")
    rows = spreads(part)
    assert len(rows) == len(part.result.questions) <= MOST
    for row, question in zip(rows, part.result.questions, strict=True):
        counts = {share.choice: share.count for share in row.shares}
        assert counts == {choice.id: question.answers.counts[choice.id] for choice in part.scale.answers}
        assert sum(counts.values()) == row.n == question.answers.n
        assert [share.strength for share in row.shares] == sorted(share.strength for share in row.shares)


def test_many_questions_are_told_area_by_area(large: Deliverable) -> None:
    part = large.part()
    assert len(part.result.questions) > MOST
    by_id = {area.id: area for area in part.result.areas}
    for row in spreads(part):
        assert row.n == by_id[row.id].answers.n == sum(share.count for share in row.shares)


def test_the_only_question_about_a_stream_goes_by_its_name(every: Deliverable) -> None:
    part = every.part("tiny-streams")
    assert [row.name for row in spreads(part)] == [stream.name for stream in part.pack.streams]


def test_nothing_of_a_small_group_is_in_table_or_picture(few: Deliverable) -> None:
    for part in few.models:
        rows = spreads(part)
        assert rows
        assert all(row.hidden and not row.shares for row in rows)
        assert {row[-1] for row in distribution(part).cells} == {"Hidden: too few answers."}
        strokes = drawn(distribution_data(few, part))
        assert not [stroke for stroke in strokes if stroke.verb == "write" and stroke.words.isdigit()]
        assert not [stroke for stroke in strokes if ("fill", LIGHT.levels[4]) in stroke.look]


def test_a_bar_is_divided_by_the_share_of_each_answer(every: Deliverable) -> None:
    data = distribution_data(every, every.part("tiny"))
    row = data.rows[0]
    boxes = [stroke for stroke in drawn(DistributionData("", "", (row,))) if stroke.verb == "box"]
    given = [share for share in row.shares if share.count]
    bars = boxes[: len(given)]
    widths = [to[0] - at[0] + 1 for at, to in (stroke.points for stroke in bars)]
    assert widths == pytest.approx([sum(widths) * share.count / row.n for share in given], abs=0.01)
    assert [dict(stroke.look)["fill"] for stroke in bars] == [shade(share, LIGHT) for share in given]


def test_shades_run_from_the_weakest_answer_to_the_strongest_and_get_darker(every: Deliverable) -> None:
    shares = spreads(every.part("tiny"))[0].shares
    shades = [shade(share, LIGHT) for share in shares]
    assert shades == [LIGHT.levels[round(4 * number / (len(shares) - 1))] for number in range(len(shares))]
    light = [sum(int(colour[place : place + 2], 16) for place in (1, 3, 5)) for colour in shades]
    assert light == sorted(light, reverse=True)


def test_where_nobody_answered_it_is_said(every: Deliverable) -> None:
    (said,) = drawn(DistributionData("", "", ()))
    assert said.words == "Nobody has answered yet."


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_letters_stand_out_from_each_shade(theme: str) -> None:
    colours = tokens(theme)
    for ground in colours.levels:
        assert contrast(letters_on(ground, colours), ground) >= 4.0, ground
        assert letters_on(ground, colours) == max(
            (colours.text, colours.surface), key=lambda colour: contrast(colour, ground)
        )


def contrast(one: str, other: str) -> float:
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
