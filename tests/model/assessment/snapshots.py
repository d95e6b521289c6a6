"""What an assessment says, for comparing before and after."""

from desktop.model.records import KINDS


def snapshot(assessment):
    """All records as one reads them; a natural one that says nothing is none."""
    return {
        name: {record for record in assessment._desk.store.all(kind) if kind.listed or not _silent(kind, record)}
        for name, kind in KINDS.items()
    }


def _silent(kind, record):
    return record == kind(**{name: getattr(record, name) for name in kind.keys})
