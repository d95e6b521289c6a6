"""What an assessment is and means: no Qt, no office formats, no translated prose."""
