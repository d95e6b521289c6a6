"""Schedule: the sessions of the days on site, and who is where when."""
