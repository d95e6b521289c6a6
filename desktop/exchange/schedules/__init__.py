"""The schedule as files for the team: an iCalendar file, and a workbook."""
