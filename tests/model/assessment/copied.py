"""Copies of an assessment in tests."""

import shutil
from contextlib import ExitStack, contextmanager

from desktop.model.assessment import Assessment


@contextmanager
def copies(assessment, *authors):
    """The open assessment, and a copy of it for each author, all open; afterwards closed, but for the first."""
    with ExitStack() as opened:
        found = [assessment]
        for author in authors:
            path = assessment.path.with_name(f"{author}.maturity")
            shutil.copyfile(assessment.path, path)
            found.append(opened.enter_context(Assessment.open(path, author=author)))
        yield found


def hand_over(source, target):
    """Take into one copy what it lacks of another."""
    return target.merging.take_in(source.merging.bundle(target.merging.reach()), source.author)


def even(*assessments):
    """Hand everything over until all hold the same, and see that they do and are sound."""
    for _round in range(2):
        for source in assessments:
            for target in assessments:
                if source is not target:
                    hand_over(source, target)
    first = assessments[0]
    for other in assessments[1:]:
        assert other.merging.reach() == first.merging.reach()
        assert other.whole().records == first.whole().records
        assert [each.conflict for each in other.conflicts.all()] == [each.conflict for each in first.conflicts.all()]
    for each in assessments:
        assert each.check() == ()
