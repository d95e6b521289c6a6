"""What is told of a template of one's own with which a document was made all the same."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desktop.wording import document_templates


class FaultKind(StrEnum):
    """What is the matter with a template."""

    NO_STYLE = "no_style"
    """It lacks a style; a near one is used."""
    NO_HEADINGS = "no_headings"
    """It has no style for headings at all."""
    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    NO_CONTENT_PLACE = "no_content_place"
    """It holds words, and does not say where the document's go: they follow."""
    FITTED = "fitted"
    """Pictures were made smaller for its page."""


class TemplateFault(Struct, frozen=True):
    """A fault.

    Attributes:
        what: the names that it is about, such as the styles that are missing.
        used: what is used in place of a style; of a placeholder those that are known.
    """

    kind: FaultKind
    what: str = ""
    used: str = ""


def told(fault: TemplateFault) -> str:
    """A fault in a sentence."""
    match fault.kind:
        case FaultKind.NO_STYLE:
            return document_templates.no_style(fault.what, fault.used)
        case FaultKind.NO_HEADINGS:
            return document_templates.no_headings(fault.what)
        case FaultKind.UNKNOWN_PLACEHOLDER:
            return document_templates.unknown_placeholder(fault.what, fault.used)
        case FaultKind.NO_CONTENT_PLACE:
            return document_templates.no_content_place()
        case FaultKind.FITTED:
            return document_templates.fitted(int(fault.what))
