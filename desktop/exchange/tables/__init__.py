"""Results as tables, each said once: rows with what they are about and why, columns with heading and meaning."""
