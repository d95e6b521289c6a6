"""Changing what a model's text says of the model as a whole, with everything else in it left as its author wrote it."""

from __future__ import annotations

from desktop.model.errors import RefusalError
from desktop.model.own_models.checked_texts import heads_of
from desktop.model.vetting.pack_text import flow_text


def with_heads(text: str, **heads: str) -> str:
    """The text with other values for `id`, `name` or `version`.

    Raises:
        RefusalError: ``model.text_unreadable``: it is not YAML so far, or does not say these things.
    """
    said = heads_of(text)
    if not all(getattr(said, key) for key in heads):
        raise RefusalError("model.text_unreadable")
    for key, value in heads.items():
        text = _with_head(text, key, value)
    said = heads_of(text)
    if any(getattr(said, key) != value for key, value in heads.items()):
        raise RefusalError("model.text_unreadable")
    return text


def _with_head(text: str, key: str, value: str) -> str:
    import yaml  # noqa: PLC0415 - only who changes a text pays for it

    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    assert isinstance(root, yaml.MappingNode)
    said = next(node for name, node in root.value if name.value == key)
    begin, end = said.start_mark.index, said.end_mark.index
    closed = "\n" if text[begin:end].endswith("\n") else ""  # a block takes the end of its last line along
    return f"{text[:begin]}{flow_text(value)}{closed}{text[end:]}"
