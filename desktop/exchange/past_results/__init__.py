"""Results as people keep them in workbooks of their own: scores, answers, targets and notes beside parts of a model."""
