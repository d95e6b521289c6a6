"""Portable data: a whole assessment as documented JSON, and back, without loss."""

from desktop.exchange.portable.attached_folder import named_contents, write_attached
from desktop.exchange.portable.reading import from_json
from desktop.exchange.portable.writing import save_portable, to_json

__all__ = ["from_json", "named_contents", "save_portable", "to_json", "write_attached"]
