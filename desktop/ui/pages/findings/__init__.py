"""The page of what the team has found: observations, findings and their discussion."""
