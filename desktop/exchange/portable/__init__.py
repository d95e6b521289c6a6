"""Portable data: a whole assessment as documented JSON, and back, without loss."""

from desktop.exchange.portable.reading import from_json
from desktop.exchange.portable.writing import save_portable, to_json

__all__ = ["from_json", "save_portable", "to_json"]
