"""What goes in and out of an assessment: forms, workbooks, figures, portable data. No Qt."""
