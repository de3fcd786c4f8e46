"""Alembic's home: how the schema came to be, one revision after another."""
