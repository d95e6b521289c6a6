"""Questionnaire forms as workbooks: written for each participant, and read when they come back."""
