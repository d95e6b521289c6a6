"""All models one has: shipped and own."""
