"""One engine for every model: a rulebook and what is said of its parts in, a result of one kind for each part out."""
