"""Slack's Web API, as far as the playground has it: `POST /api/<method>`."""
