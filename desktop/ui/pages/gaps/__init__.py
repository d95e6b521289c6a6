"""Gaps: where each place stands, where the team wants it, what would close the distance, and what would come of it."""
