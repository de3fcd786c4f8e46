"""The rules of mentoring, pure: they read no clock, no table and no network."""
