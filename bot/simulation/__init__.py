"""A made-up programme, lived through in a minute: the real rules, services and storage, with people who are dice."""
