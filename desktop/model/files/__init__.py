"""Writing whole or not at all: what is made is a draft in a folder of its own, and gets its place and name last."""
