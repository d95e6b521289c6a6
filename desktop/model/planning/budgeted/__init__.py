"""Plans within a budget: which actions, and in which quarter, reach the most of what is wanted."""
