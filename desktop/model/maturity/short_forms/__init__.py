"""The rating schemes as short forms: what a pack of each says, in the words of the scoring vocabulary."""
