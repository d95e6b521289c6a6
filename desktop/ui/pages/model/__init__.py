"""The page on which a maturity model is read."""
