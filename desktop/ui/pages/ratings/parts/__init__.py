"""Models with rules of their own: a tree of parts, the part in hand with its scale, and why."""
