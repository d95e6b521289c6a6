"""Pure functions: answers and judgements in, results with their trace out."""
