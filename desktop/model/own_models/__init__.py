"""Models that users have of their own: where they are kept, whether they are sound, and changes of their text."""
