"""The soak: senders that are killed, over a Slack that goes wrong, and a count of what was lost or doubled."""
