"""The window: the only importer of Qt.

PySide6 reads the source of each module that is loaded after it, for features of its own that nobody uses here. So
Python's own way of importing is put back.
"""

import builtins

_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401 - takes the place of Python's import

builtins.__import__ = _import
