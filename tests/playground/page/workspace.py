"""The workspace of the page's tests: a few people in several zones, two channels, and a short tour."""

from datetime import UTC, datetime

from playground.seed import Seed

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
"""A Wednesday morning; the workspace's clock stands still there unless a test moves it."""

SEED = Seed.from_dict(
    {
        "workspace": {"id": "T1", "name": "Northwind Studio", "domain": "northwind"},
        "people": [
            {
                "id": "U1",
                "name": "maya",
                "real_name": "Maya Lindqvist",
                "title": "Product designer",
                "tz": "Europe/Stockholm",
                "colour": "8a4f7d",
            },
            {
                "id": "U2",
                "name": "tom",
                "real_name": "Tom Okafor",
                "title": "Engineering manager",
                "tz": "Africa/Lagos",
                "colour": "3f6db5",
            },
            {
                "id": "U3",
                "name": "sana",
                "real_name": "サナ 田中",
                "title": "Researcher",
                "tz": "Asia/Tokyo",
                "colour": "f2c14e",
                "avatar": "🦉",
            },
            {"id": "U4", "name": "left", "real_name": "Lee Gone", "deleted": True},
        ],
        "channels": [
            {"id": "C1", "name": "wins", "members": ["U1", "U2", "U0PLAYBOT"], "topic": "What went well"},
            {"id": "C2", "name": "random", "members": ["U2"], "topic": "Anything at all"},
        ],
        "tour": [
            {"text": "Type `/form` and send it: a *form* opens.", "act_as": "U1"},
            {"text": "Open Home and look around.", "act_as": "U2"},
        ],
        "app": {},
    }
)
