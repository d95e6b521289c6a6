"""What is said of the templates of one's own that reports and slides are made with."""

from __future__ import annotations

from desktop.language import N_, _, ngettext

SENTENCES: dict[str, str] = {
    "template.missing": N_(
        "There is no template {path}. Nothing was written. Choose it anew, or take the program's own."
    ),
    "template.not_word": N_(
        "{path} is no Word document, so it cannot be the template. Nothing was written. Open it in Word or LibreOffice "
        "and save it as a Word document (.docx) or template (.dotx)."
    ),
    "template.macros": N_(
        "{path} holds macros, which a report must not carry. Nothing was written. Save it in Word as a document "
        "without macros (.docx) and choose that."
    ),
    "template.too_large": N_(
        "{path} is far larger than a template needs to be. Nothing was written. Make its pictures smaller, or delete "
        "its text, and choose it again."
    ),
    "template.password": N_(
        "{path} is locked with a password. Nothing was written. Save it without one and choose it again."
    ),
    "template.broken": N_(
        "{path} is damaged: what is in it does not fit together. Nothing was written. Open it in Word or PowerPoint, "
        "save it under another name and choose that."
    ),
    "template.not_slides": N_(
        "{path} is no PowerPoint file, so it cannot be the template of slides. Nothing was written. Open it in "
        "PowerPoint or LibreOffice and save it as a presentation (.pptx) or template (.potx)."
    ),
    "template.slides_macros": N_(
        "{path} holds macros, which slides must not carry. Nothing was written. Save it in PowerPoint as a "
        "presentation without macros (.pptx) and choose that."
    ),
}
"""By code."""


def no_style(style: str, used: str) -> str:
    """That a template lacks a style."""
    return _("The template has no style “{style}”; “{used}” is used.").format(style=style, used=used)


def no_headings(styles: str) -> str:
    """That it has none for headings."""
    return _(
        "The template has no style for headings ({styles}). They stand in bold, and the table of contents knows them."
    ).format(styles=styles)


def unknown_placeholder(name: str, known: str) -> str:
    """That it names something that there is not."""
    return _("The template names “{{{{{name}}}}}”, which there is not; it stands as it is. Known are: {known}.").format(
        name=name, known=known
    )


def no_content_place() -> str:
    """That it does not say where the report goes."""
    return _("The template has text of its own and no line “{{content}}”, so the report stands behind that text.")


def no_layout(use: str) -> str:
    """That a template of slides lacks a layout for something."""
    return _("The template has no layout for {use}; the nearest is used.").format(use=_(use))


LAYOUTS: dict[str, str] = {
    "title": N_("the cover (“Title Slide”)"),
    "obj": N_("words (“Title and Content”)"),
    "titleOnly": N_("charts and tables (“Title Only”)"),
}
"""By what they are for, as the format says it, with the names that PowerPoint gives them."""


def fitted(pictures: int) -> str:
    """That pictures were made smaller."""
    return ngettext(
        "{count} picture was made smaller, since the template's page is narrower than ours.",
        "{count} pictures were made smaller, since the template's page is narrower than ours.",
        pictures,
    ).format(count=pictures)
