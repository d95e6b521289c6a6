"""What is said in a session, set beside the texts of a model: which parts the words speak of."""
