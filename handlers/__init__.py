"""Slack comes in: one module per flow, which parses a payload, calls one service and answers."""
