"""Results: the pictures and their tables, as they leave the program."""
