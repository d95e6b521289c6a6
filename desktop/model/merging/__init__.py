"""How copies of an assessment become one: pure functions over sets of steps. `docs/merging.md` tells the rule."""
