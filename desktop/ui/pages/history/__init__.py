"""The page of the assessment's history."""
