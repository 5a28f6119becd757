"""Words, descriptions and addresses, the same on every page."""
