"""Chronologies of any size, and what Dateline and its peers take to build them."""
