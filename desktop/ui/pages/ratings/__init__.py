"""Ratings: the team characterises practices, judges goals and settles areas, with the reasons always open beside it."""
