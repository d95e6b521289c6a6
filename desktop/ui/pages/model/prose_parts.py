"""What a model with rules of its own says, laid out for reading."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from desktop.language import _
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import PartsPack, part_title, rules_of
from desktop.model.maturity.rulebook import PackPart, RatingScale, Rulebook
from desktop.ui.pages.model.html import head, heading, link, paragraph, rows, terms
from desktop.ui.pages.model.sources import sources_of
from desktop.wording import part_rules
from desktop.wording.part_results import kind_name, spelt


def part_page(pack: Pack, target: str, same: str) -> str:
    """A part: what is so when it is as it should be, how it is answered, what its result follows from."""
    book = rules_of(pack)
    part = book.part_by_id[target]
    kind, scale = book.kind_of(part), book.scale_of(part)
    told = _("{kind} {id}").format(kind=escape(kind_name(kind)), id=escape(part.id))
    return "".join(
        (
            head(told, part.name or part_title(part)),
            paragraph(part.text) if part.text and part.text != part.name else "",
            same,
            heading(_("What respondents are asked")) + paragraph(part.question) if part.question else "",
            heading(_("What to look for")) + paragraph(part.detail) if part.detail else "",
            heading(_("How it is answered")) + _scale(scale) if scale is not None else "",
            heading(_("How its result follows")) + "".join(paragraph(line) for line in part_rules.rule_lines(kind)),
            _below(book, part),
            sources_of(pack, target),
        )
    )


def own(pack: Pack) -> str:
    """The scales that stand in a model's own rules, and what stands directly under the whole; else nothing."""
    if not isinstance(pack, PartsPack):
        return ""
    book = pack.rules
    named = ((scale.name or scale.id, _offered(scale)) for scale in book.scales)
    return heading(_("Answer scales")) + terms(named) + _below(book, book.root)


def _below(book: Rulebook, part: PackPart) -> str:
    below = book.children[part.id]
    if not below:
        return ""
    return heading(_("Parts")) + rows((link(child.id, part_title(child)), escape(child.text)) for child in below)


def _scale(scale: RatingScale) -> str:
    if not any(choice.meaning for choice in scale.offered):
        return paragraph(_offered(scale))
    return terms((choice.name or spelt(choice.id), choice.meaning) for choice in reversed(scale.offered))


def _offered(scale: RatingScale) -> str:
    allowed = scale.number_range
    if allowed is not None:
        told = _("a number from {low} to {high}").format(low=allowed.low, high=allowed.high)
        return f"{told} ({allowed.unit})" if allowed.unit else told
    return ", ".join(_choices(scale))


def _choices(scale: RatingScale) -> Iterator[str]:
    for choice in scale.offered:
        name = choice.name or spelt(choice.id)
        yield name if choice.value is None else f"{name} ({choice.value})"
