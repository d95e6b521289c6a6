"""The open assessment: edits and questions to it, one module per noun."""

from desktop.model.assessment.opened import Assessment
from desktop.model.store.salvage import Repaired
from desktop.model.store.whole import Whole

__all__ = ["Assessment", "Repaired", "Whole"]
