"""Pure functions for gaps, priorities and roadmaps."""
