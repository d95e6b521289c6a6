"""Trackers: the workbook in which sponsor and owners follow the actions, and the lists of other programs."""
