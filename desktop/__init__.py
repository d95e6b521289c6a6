"""Maturity Workbench: measures how mature an IT service organisation is, and follows its improvement."""

__version__ = "0.1.0"
