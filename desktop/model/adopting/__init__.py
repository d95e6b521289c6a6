"""A newer version of a model beside the one in use: what corresponds, and what becomes of what was said."""
