"""What supports the ratings: the register of evidence, and what still lacks a source."""
