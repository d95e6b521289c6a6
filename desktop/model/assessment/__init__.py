"""The open assessment: edits and questions to it, one module per noun."""

from desktop.model.assessment.opened import Assessment

__all__ = ["Assessment"]
