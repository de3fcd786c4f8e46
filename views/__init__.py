"""Slack goes out: ids, forms, messages, home, wording."""
