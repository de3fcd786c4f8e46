"""Assembly: command line, settings, composition root, clock, error policy, HTTP endpoints."""
