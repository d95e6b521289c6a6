"""Models of criteria: the team checks statements, track by track and level by level."""
