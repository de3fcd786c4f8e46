"""Nudges: what time alone gives reason to say to one of a pair, when it may be said, and how much of it."""
