"""Portable data: a whole assessment as documented JSON, and back, without loss."""

from desktop.exchange.portable.reading import from_json
from desktop.exchange.portable.writing import to_json

__all__ = ["from_json", "to_json"]
