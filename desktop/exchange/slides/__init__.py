"""Slides for the meeting with all employees: one message each, with charts that can be edited."""
