"""One laptop: on each word from its standard input it works on its copy and syncs, and says when it is done."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop.exchange.travelling.syncing_copies import sync
from desktop.model.assessment import Assessment
from desktop.model.scoring.vocabulary import EvidenceKind
from tests.builders import tiny_pack

CHOICES = [choice.id for choice in tiny_pack().scales[0].choices]
QUESTION = next(iter(tiny_pack().question_by_id))


def work(path: Path, share: Path, name: str) -> None:
    """Say a little and sync, as often as one is told to."""
    with Assessment.open(path, author=name) as copy:
        person = copy.preparation.participants()[0].id
        piece = copy.evidence.add(EvidenceKind.DOCUMENT, f"Minutes of {name}")
        copy.attachments.take(piece, share.parent / "minutes.txt")
        print("ready", flush=True)
        for turn, _word in enumerate(sys.stdin):
            copy.actions.add(f"{name} {turn}", model="tiny", aim="PLN")
            copy.questionnaires.answer("tiny", person, QUESTION, CHOICES[(turn + len(name)) % len(CHOICES)])
            sync(copy, share)
            print("done", flush=True)


if __name__ == "__main__":
    work(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
