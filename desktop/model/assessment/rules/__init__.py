"""Rules of the domain as functions over records: whatever changes them, an edit or two copies becoming one, runs these.

They know neither file nor window.
"""
