"""A pack as the YAML that its reader takes."""

from __future__ import annotations

import msgspec

from desktop.model.maturity.pack import Pack
from desktop.model.maturity.vocabulary_pack import VocabularyPack

_WIDTH = 110
_NO_WIDTH = 1 << 30


def pack_text(pack: VocabularyPack | Pack) -> str:
    """The whole pack; reading it gives an equal one."""
    return _dumped(msgspec.to_builtins(pack), flow=None, width=_WIDTH)


def tree_text(tree: object) -> str:
    """What a tree of plain values holds, which need not be a pack yet."""
    return _dumped(tree, flow=None, width=_WIDTH)


def flow_text(value: object) -> str:
    """One value on one line, such as ``{at_least: LI}``."""
    return _dumped(value, flow=True, width=_NO_WIDTH).removesuffix("...\n").strip()


def _dumped(value: object, *, flow: bool | None, width: int) -> str:
    import yaml  # noqa: PLC0415 - only who writes a pack pays for it

    class Dumper(yaml.SafeDumper):
        """Writes everything out, for aliases are refused."""

        def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the name that it calls it by
            return True

    return str(
        yaml.dump(value, Dumper=Dumper, default_flow_style=flow, sort_keys=False, allow_unicode=True, width=width)
    )
