"""What comes of a follow-up review: a note of a page as Word file and workbook, and a calendar of what is due."""
