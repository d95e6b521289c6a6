"""What waits for what: no action can wait for itself, over however many others."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from desktop.model.assessment.rules.consequences import Consequence, Surroundings
from desktop.model.journal import Change
from desktop.model.records import Action, ActionNeed


def needed_by_action(needs: Iterable[ActionNeed], known: Collection[str]) -> dict[str, list[str]]:
    """By id of an action that waits, the ids of those it waits for; actions that are not there are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in needs:
        if each.needed and each.action in known and each.needs in known:
            found[each.action].append(each.needs)
    return dict(found)


def chain_between(needs: Mapping[str, Collection[str]], first: str, last: str) -> tuple[str, ...]:
    """The shortest chain of actions from one to another, each waiting for the next; empty where there is none."""
    came_from: dict[str, str] = {first: ""}
    waiting = deque([first])
    while waiting:
        action = waiting.popleft()
        if action == last:
            chain = [action]
            while came_from[chain[-1]]:
                chain.append(came_from[chain[-1]])
            return tuple(reversed(chain))
        for needed in needs.get(action, ()):
            if needed not in came_from:
                came_from[needed] = action
                waiting.append(needed)
    return ()


def open_circles(changes: Sequence[Change], around: Surroundings) -> Iterator[Consequence]:
    """Of needs that became so and close a circle, as when two copies become one, those with the last ids give way.

    Which they are depends on nothing but the records, so it is the same in every copy.
    """
    touched = {change.row for change in changes if change.kind == ActionNeed.declared.name}
    if not touched:
        return
    needs = sorted(around.all(ActionNeed), key=lambda need: (need.action, need.needs))
    known = {each.id for each in around.all(Action)}
    new = [need for need in needs if f"{need.action}/{need.needs}" in touched and need.needed]
    standing = needed_by_action((need for need in needs if need not in new), known)
    for need in new:
        if chain_between(standing, need.needs, need.action):
            yield Consequence(ActionNeed, (need.action, need.needs), {"needed": False})
        else:
            standing.setdefault(need.action, []).append(need.needs)
