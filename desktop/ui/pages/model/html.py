"""The small HTML that Qt's text view knows. Every text is escaped; links are ``see:`` and an id.

The id of something in another model stands behind that model's: ``see:service-desk/tool``.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from desktop.ui.theme import current, px


def style() -> str:
    """The style sheet of the text in the theme in use."""
    t = current()
    return f"""
    body {{ color: {t.text}; }}
    p.title {{ font-size: {px(20)}px; font-weight: 600; margin-top: 2px; margin-bottom: 8px; }}
    p.heading {{ font-size: {px(14)}px; font-weight: 600; margin-top: 18px; margin-bottom: 4px; }}
    p.long {{ font-size: {px(16)}px; font-weight: 600; margin-top: 2px; margin-bottom: 8px; }}
    table {{ margin-top: 4px; }}
    p {{ margin-top: 0px; margin-bottom: 6px; }}
    li {{ margin-bottom: 3px; }}
    a {{ color: {t.accent}; text-decoration: none; }}
    .mute {{ color: {t.mute}; }}
    .small {{ color: {t.mute}; font-size: {px(12)}px; }}
    .uncertain {{ color: {t.warn}; background-color: {t.warn_soft}; font-size: {px(12)}px; font-weight: 600; }}
    td {{ padding-bottom: 7px; }}
    td.code {{ color: {t.mute}; padding-right: 14px; white-space: nowrap; }}
    """


def head(place: str, title: str, kind: str = "title") -> str:
    """Where one is, which is HTML already, and what one reads about."""
    return f'<p class="small">{place}</p><p class="{kind}">{escape(title)}</p>'


def heading(text: str) -> str:
    """A heading within the text."""
    return f'<p class="heading">{escape(text)}</p>'


def paragraph(text: str, kind: str = "body") -> str:
    """A paragraph."""
    return f'<p class="{kind}">{escape(text)}</p>'


def bullets(items: Iterable[str]) -> str:
    """A list."""
    return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"


def terms(items: Iterable[tuple[str, str]]) -> str:
    """Words and what they mean."""
    return "".join(f"<p><b>{escape(name)}</b><br>{escape(text)}</p>" for name, text in items)


def rows(items: Iterable[tuple[str, str]]) -> str:
    """A table of a code and what it stands for; both are HTML already."""
    cells = (f'<tr><td class="code">{code}</td><td width="100%">{text}</td></tr>' for code, text in items)
    return f'<table cellspacing="0" cellpadding="0" width="100%">{"".join(cells)}</table>'


def named(name: str, text: str) -> str:
    """A name and, beneath it, a text."""
    return f"<b>{escape(name)}</b><br>{escape(text)}"


def with_remark(text: str, *remarks: str) -> str:
    """A text with what is said about it beneath; empty remarks are left out."""
    return escape(text) + "".join(f'<br><span class="mute">{escape(remark)}</span>' for remark in remarks if remark)


def asked_about(text: str, explained: str, answers: Iterable[str]) -> str:
    """A question, what explains it, and beneath it the answers, a line each."""
    told = f"<b>{escape(text)}</b>" + (f"<br>{escape(explained)}" if explained else "")
    return told + "".join(f'<br><span class="mute">{escape(answer)}</span>' for answer in answers)


def link(target: str, text: str = "") -> str:
    """A link to something by its id."""
    return f'<a href="see:{escape(target)}">{escape(text or target)}</a>'
