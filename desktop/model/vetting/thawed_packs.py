"""What keeps a pack that was thawed from being scored: the quick look at each opening."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.maturity.checking import findings
from desktop.model.maturity.findings import Finding
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.maturity.rulebook import Rulebook
from desktop.model.vetting.comparing import incomparable
from desktop.model.vetting.naming import circles, misnamed
from desktop.model.vetting.rule_effort import deep, laborious, towering
from desktop.model.vetting.rule_forms import misshapen


def unsound(pack: Pack) -> Iterator[Finding]:
    """What keeps a pack from being scored."""
    yield from unsafe(pack.rules) if isinstance(pack, PartsPack) else findings(pack)


def unsafe(book: Rulebook) -> Iterator[Finding]:
    """Of what `vetted_packs` finds, that which the engine cannot do with: names of nothing, circles, words added up.

    A rulebook that was checked before it was written is asked this alone, for the rest takes long.
    """
    found = [*misnamed(book), *misshapen(book)]
    for asked in (towering, laborious, circles, deep):
        found = found or list(asked(book))
    yield from found or incomparable(book)
