"""Where are we: answers in, areas rated, the level and what blocks the next one."""
