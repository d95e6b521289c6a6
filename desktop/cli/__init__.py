"""The commands: what the window does, without one. Each is a module with a `run`, loaded when it is asked for."""
