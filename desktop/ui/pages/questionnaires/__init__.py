"""Questionnaires: who has answered, answers entered by the team, and what the answers say."""
