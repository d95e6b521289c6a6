"""Packs of the scoring vocabulary as workbooks, in which rules and parts are edited as rows."""
