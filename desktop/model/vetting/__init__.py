"""Whether a model that says its own rules makes sense, found before anybody is asked, and the proof of its examples."""
