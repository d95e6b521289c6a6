"""The pictures of an export on one page, each with its table beneath, for any browser and for screen readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from desktop import characters
from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures.descriptions import description
from desktop.exchange.figures.kinds import FigureKind, title
from desktop.exchange.figures.tables import table
from desktop.exchange.tables.table import AnyTable
from desktop.exchange.tables.words import in_line
from desktop.exchange.tokens import tokens
from desktop.language import _

_STYLE = """
body {{ font: 16px/1.5 Arial, sans-serif; color: {text}; background: {surface}; max-width: 70em }}
body {{ margin: 2em auto; padding: 0 1em }}
h1, h2, h3 {{ line-height: 1.2 }}
img {{ max-width: 100%; height: auto; border: 1px solid {line} }}
figure {{ margin: 1em 0 }}
table {{ border-collapse: collapse; margin: 1em 0 3em }}
caption {{ text-align: left; color: {mute} }}
th, td {{ border: 1px solid {line}; padding: .3em .6em; text-align: left; vertical-align: top }}
th {{ background: {rail} }}
"""


class Pictured(NamedTuple):
    """A picture of the export: of a model, or without one of the plan; `file` is the name of its bitmap."""

    part: ModelPart | None
    kind: FigureKind
    file: str


def chart_page(deliverable: Deliverable, pictures: Sequence[Pictured]) -> bytes:
    """The page as HTML. It refers to the pictures beside it and to nothing else."""
    heading = _text(_("Charts with their numbers"))
    whose = _text(deliverable.subject.organisation)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{_text(_("en-GB"))}">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f"<title>{heading}{': ' + whose if whose else ''}</title>",
        f"<style>{_STYLE.format(**tokens('light')._asdict())}</style></head>",
        f"<body><h1>{heading}</h1>",
        f"<p>{whose}</p>" if whose else "",
        *_sections(deliverable, pictures),
        "</body></html>",
    ]
    return "\n".join(line for line in lines if line).encode() + b"\n"


def _sections(deliverable: Deliverable, pictures: Sequence[Pictured]) -> Iterator[str]:
    told = ""
    for picture in pictures:
        about = picture.part.pack.name if picture.part else _("All actions")
        model = picture.part.pack.id if picture.part else None
        if about != told:
            told = about
            yield f"<h2>{_text(about)}</h2>"
        yield f"<h3>{_text(title(picture.kind))}</h3>"
        alt = _text(description(picture.kind, deliverable, model))
        yield f'<figure><img src="{quote(picture.file)}" alt="{alt}"></figure>'
        yield from _table(table(picture.kind, deliverable, model))


def _table(shown: AnyTable) -> Iterator[str]:
    yield f"<table><caption>{_text(shown.about)}</caption>"
    yield "<tr>" + "".join(f'<th scope="col">{_text(column.heading)}</th>' for column in shown.columns) + "</tr>"
    for row in shown.rows:
        cells = (_text(in_line(column.value(row), column.kind)) for column in shown.columns)
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    yield "</table>"


def _text(words: str) -> str:
    return escape(characters.text(words))
