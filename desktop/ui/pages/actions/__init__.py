"""The page of improvement actions."""
