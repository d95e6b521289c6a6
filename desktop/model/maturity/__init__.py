"""What a maturity model is: frozen structures, and the strict reading of model packs."""

from desktop.model.maturity.pack import (
    Area,
    Category,
    Choice,
    Feature,
    Goal,
    Level,
    Pack,
    Practice,
    Question,
    Scale,
    SourceNote,
)
from desktop.model.maturity.vocabulary import BlankKind, FeatureKind, Scheme

__all__ = [
    "Area",
    "BlankKind",
    "Category",
    "Choice",
    "Feature",
    "FeatureKind",
    "Goal",
    "Level",
    "Pack",
    "Practice",
    "Question",
    "Scale",
    "Scheme",
    "SourceNote",
]
