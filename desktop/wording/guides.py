"""The guide of an interview in words."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.language import N_, _, ngettext
from desktop.model.planning.guides import GuideLine
from desktop.model.scoring.asking import AskReason

_REASONS: dict[AskReason, str] = {
    AskReason.TWO_CAMPS: N_("answers fall into two camps"),
    AskReason.SPLIT: N_("answers disagree"),
    AskReason.DONT_KNOW: N_("many do not know"),
    AskReason.ON_FEW: N_("what answers suggest turns on few"),
}


def ask_reasons(reasons: Sequence[AskReason]) -> str:
    """Why a question is worth asking about, e.g. “answers disagree, many do not know”."""
    return ", ".join(_(_REASONS[reason]) for reason in reasons)


def why_asked(line: GuideLine) -> str:
    """Why a line stands where it does; empty where nothing speaks for it."""
    parts = []
    if line.silent and len(line.silent) == len(line.topic.parts):
        parts.append(_("nobody has spoken of it"))
    elif line.silent:
        count = len(line.silent)
        told = ngettext("no word on {count} practice", "no word on {count} practices", count)
        parts.append(told.format(count=count))
    if line.roles:
        parts.append(_("nothing yet from {roles}").format(roles=", ".join(line.roles)))
    if line.reasons:
        parts.append(ask_reasons(line.reasons))
    return "; ".join(parts)
