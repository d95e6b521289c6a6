"""A frozen pack of either kind, read as a stranger's data."""

from __future__ import annotations

from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import as_pack
from desktop.model.maturity.reading import in_vocabulary, json_tree, pack_of
from desktop.model.vetting.vetted_packs import vetted


def frozen_pack(data: bytes) -> Pack:
    """The pack in a JSON text that may have been edited or damaged; one that may not, `thaw` reads quicker.

    Raises:
        PackFaultsError: it is not JSON, not a pack, or contradicts itself.
    """
    root = json_tree(data)
    return as_pack(vetted(root, None, []).pack) if in_vocabulary(root) else pack_of(root, None, [])
