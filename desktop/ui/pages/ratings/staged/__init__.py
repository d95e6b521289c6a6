"""Staged models: the team characterises practices, judges goals and settles areas, with the reasons beside it."""
