"""The page Interviews: sessions, and the notes typed while one listens."""
