"""Time comes in: APScheduler ticks, and the sender that delivers the outbox."""
