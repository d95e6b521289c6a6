"""Ratings: what the team judges, in the form of each model's rating scheme, with the reasons always open beside it."""
