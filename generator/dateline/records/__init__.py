"""The record types, read, linked and held to the rules."""
