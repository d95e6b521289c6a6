"""Models of streams: the team places each stream at a level, in a matrix of all that could be said."""
