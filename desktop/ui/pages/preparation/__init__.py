"""Preparation: what is assessed, by whom, with whom, and which models."""
