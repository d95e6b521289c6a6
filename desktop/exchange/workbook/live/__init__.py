"""Numbers that follow from other cells: live formulas, each with the value that the engine gives, and their check."""
