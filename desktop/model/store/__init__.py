"""The assessment file: one SQLite file that is the whole assessment. SQLAlchemy lives here only."""
