"""Files in a shared folder that a sync leaves alone, in sentences."""

from __future__ import annotations

from desktop.language import N_, _
from desktop.model.errors import RefusalError
from desktop.wording.refusals import sentence

_SKIPPED: dict[str, str] = {
    "parcel.none": N_("{name} in the shared folder is no file of this program and is left alone."),
    "parcel.half": N_("{name} in the shared folder is not there whole yet; it is read once it is."),
    "parcel.other": N_("{name} in the shared folder is of another assessment and is left alone."),
    "parcel.sealed": N_(
        "{name} in the shared folder is sealed with a passphrase, and this file has none. Give this file the "
        "passphrase of the team."
    ),
    "file.wrong_passphrase": N_("{name} in the shared folder is sealed with another passphrase and is left alone."),
}
"""What is left alone in a shared folder, by why."""


def skipped_text(name: str, refusal: RefusalError) -> str:
    """Why a file in a shared folder was left alone."""
    return _(_SKIPPED[refusal.code]).format(name=name) if refusal.code in _SKIPPED else sentence(refusal)
