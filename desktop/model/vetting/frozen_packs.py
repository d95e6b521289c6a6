"""A frozen pack of either kind, read as a stranger's data."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.maturity.checking import findings
from desktop.model.maturity.findings import Finding
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import PartsPack, as_pack
from desktop.model.maturity.reading import in_vocabulary, json_tree, pack_of
from desktop.model.vetting.vetted_packs import unsafe, vetted


def frozen_pack(data: bytes) -> Pack:
    """The pack in a JSON text that may have been edited or damaged; one that may not, `thaw` reads quicker.

    Raises:
        PackFaultsError: it is not JSON, not a pack, or contradicts itself.
    """
    root = json_tree(data)
    return as_pack(vetted(root, None, []).pack) if in_vocabulary(root) else pack_of(root, None, [])


def unsound(pack: Pack) -> Iterator[Finding]:
    """What keeps a pack that was thawed from being scored."""
    yield from unsafe(pack.rules) if isinstance(pack, PartsPack) else findings(pack)
