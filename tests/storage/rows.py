"""One row for every table of the first revision, as it could stand in somebody's database.

These are history, as the revision is: a later revision changes what becomes of them, never what is written here.
"""

from datetime import UTC, date, datetime, time
from typing import Any

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

ROWS_AT_0001: dict[str, dict[str, Any]] = {
    "key_proof": {"id": 1, "sealed": b"sealed"},
    "workspace": {
        "id": "T1", "name": "Acme", "bot_user_id": "B1", "installed_at": NOON, "uninstalled_at": None,
    },
    "person": {
        "id": "maya", "workspace_id": "T1", "slack_id": "U1", "name": "Maya", "time_zone": "Europe/Lisbon",
        "locale": "pt-PT", "deactivated": False, "works_from": time(9), "works_until": time(17),
        "works_on": "12345", "country": "PT", "kinds_off": ["promise"], "wants_hour_before": True,
        "celebrations": "ask", "dm_channel": "D1", "home_opened_at": NOON, "home_stale_since": NOON,
    },
    "programme": {
        "id": "growth", "workspace_id": "T1", "name": "Growth", "channel": "C1", "rhythm_days": 14,
        "length_months": 6, "works_from": time(9), "works_until": time(17), "country": "PT", "closed_told_at": None,
        "created_at": NOON,
    },
    "organiser": {
        "programme_id": "growth", "person_id": "maya", "workspace_id": "T1", "wants_week": True, "look_at": NOON,
    },
    "join_wish": {
        "id": "wish", "workspace_id": "T1", "person_id": "maya", "role": "mentor", "another_match": False,
        "created_at": NOON,
    },
    "pair": {
        "id": "pair", "workspace_id": "T1", "programme_id": "growth", "mentor_id": "maya", "mentee_id": "maya",
        "proposed_by_id": "maya", "state": "active", "rhythm_days": 14, "length_months": 6, "proposed_at": NOON,
        "mentor_accepted_at": NOON, "mentee_accepted_at": NOON, "accepted_at": NOON, "ended_at": None,
        "stuck_since": None, "group_channel": "G1", "look_at": NOON,
    },
    "session": {
        "id": "session", "workspace_id": "T1", "pair_id": "pair", "kind": "session", "state": "happened",
        "planned_at": NOON, "planned_by_id": "maya", "planned_zone": "Europe/Lisbon", "minutes": 60,
        "arranged_at": NOON, "revision": 1, "called_off_at": None,
        "happened_on": date(2026, 3, 2), "created_at": NOON,
    },
    "check_in": {
        "id": "check_in", "workspace_id": "T1", "session_id": "session", "author_id": "maya", "notes": b"sealed",
        "feeling": b"sealed", "reflection": None, "question": 3, "ticks": True, "created_at": NOON,
    },
    "pulse": {
        "id": "pulse", "workspace_id": "T1", "pair_id": "pair", "session_id": "session", "author_id": "maya",
        "worth": b"sealed", "words": b"sealed", "revision": 2, "shared_worth": b"sealed", "shared_words": None,
        "shared_at": NOON, "created_at": NOON,
    },
    "asked_question": {
        "id": "question", "workspace_id": "T1", "pair_id": "pair", "stage": "early", "number": 3, "turn": 1,
        "session_id": "session", "asked_at": NOON,
    },
    "drawn_cards": {
        "id": "drawn", "workspace_id": "T1", "pair_id": "pair", "author_id": "maya", "cards": b"sealed",
    },
    "promise": {
        "id": "promise", "workspace_id": "T1", "pair_id": "pair", "check_in_id": "check_in", "author_id": "maya",
        "owner_id": "maya", "position": 0, "words": b"sealed", "state": "open", "created_at": NOON,
    },
    "pause": {
        "id": "pause", "workspace_id": "T1", "pair_id": "pair", "by_id": "maya", "since": NOON, "until": NOON,
    },
    "trouble": {
        "id": "trouble", "workspace_id": "T1", "pair_id": "pair", "author_id": "maya", "kind": b"sealed",
        "words": b"sealed", "tells_organiser": True, "created_at": NOON,
    },
    "silence": {
        "id": "silence", "workspace_id": "T1", "pair_id": "pair", "partner_id": "maya", "said_on": date(2026, 3, 2),
    },
    "time_offer": {
        "id": "offer", "workspace_id": "T1", "pair_id": "pair", "author_id": "maya", "kind": "session",
        "created_at": NOON, "minutes": 60, "settled_at": NOON, "session_id": "session",
    },
    "offered_time": {"id": "time", "workspace_id": "T1", "offer_id": "offer", "at": NOON},
    "sending_lease": {"workspace_id": "T1", "holder": "c0ffee", "until": NOON},
    "milestone": {
        "id": "milestone", "workspace_id": "T1", "pair_id": "pair", "kind": "first session", "subject": "1",
        "reached_at": NOON,
    },
    "win": {
        "id": "win", "workspace_id": "T1", "author_id": "maya", "pair_id": "pair", "words": b"sealed",
        "audience": "channel", "message_link": b"sealed", "message_by_id": "maya", "created_at": NOON,
    },
    "agenda_item": {
        "id": "item", "workspace_id": "T1", "pair_id": "pair", "author_id": "maya", "words": b"sealed",
        "message_link": None, "session_id": "session", "created_at": NOON,
    },
    "horizon_answers": {
        "id": "horizon", "workspace_id": "T1", "pair_id": "pair", "author_id": "maya", "round": "30",
        "answers": b"sealed", "answered_at": NOON, "compared_at": NOON,
    },
    "horizon_card": {
        "id": "card", "workspace_id": "T1", "pair_id": "pair", "round": "30", "position": 0, "subject": b"sealed",
        "agenda_item_id": "item",
    },
    "agreement": {
        "id": "agreement", "workspace_id": "T1", "pair_id": "pair", "author_id": "maya", "number": 1, "before": None,
        "state": "agreed", "rhythm_days": 7, "rhythm_before": 14, "channel": b"sealed", "focus": b"sealed",
        "stays_out": b"sealed", "confidentiality": b"sealed", "feedback": None, "busy": b"sealed", "proposed_at": NOON,
        "settled_at": NOON, "confirmed_at": NOON, "confirmed_by_id": "maya", "confirmations": 1,
    },
    "goal": {
        "id": "goal", "workspace_id": "T1", "pair_id": "pair", "author_id": "maya", "position": 0,
        "statement": b"sealed", "measure": b"sealed", "due_on": date(2026, 6, 30), "state": "reached",
        "settled_at": NOON, "settled_on": date(2026, 6, 1), "revisited_at": NOON, "revisited_by_id": "maya",
        "created_at": NOON,
    },
    "goal_wording": {
        "id": "goal_wording", "workspace_id": "T1", "goal_id": "goal", "statement": b"sealed", "measure": None,
        "due_on": None, "state": "open", "changed_by_id": "maya", "changed_at": NOON, "changed_on": date(2026, 6, 1),
    },
    "checkpoint": {
        "id": "checkpoint", "workspace_id": "T1", "pair_id": "pair", "goal_id": "goal", "position": 0,
        "words": b"sealed", "due_on": date(2026, 5, 1), "reached_at": NOON, "check_in_id": "check_in",
        "created_at": NOON,
    },
    "goal_draft": {
        "id": "goal_draft", "workspace_id": "T1", "pair_id": "pair", "author_id": "maya", "position": 0,
        "statement": b"sealed", "measure": b"sealed", "why": b"sealed", "due_on": b"sealed", "ready_at": NOON,
        "created_at": NOON,
    },
    "feedback_request": {
        "id": "request", "workspace_id": "T1", "pair_id": "pair", "author_id": "maya", "giver_id": "maya",
        "about": b"sealed", "question": b"sealed", "state": "answered", "put_off_at": NOON, "put_offs": 1,
        "created_at": NOON,
    },
    "feedback": {
        "id": "feedback", "workspace_id": "T1", "pair_id": "pair", "author_id": "maya", "request_id": "request",
        "shone": b"sealed", "differently": b"sealed", "belief": b"sealed", "reaction": b"sealed",
        "came_of_it": b"sealed", "followed_up_at": NOON, "created_at": NOON,
    },
    "clarification": {
        "id": "clarification", "workspace_id": "T1", "pair_id": "pair", "feedback_id": "feedback", "words": b"sealed",
        "reply": b"sealed", "created_at": NOON,
    },
    "review": {
        "id": "review", "workspace_id": "T1", "pair_id": "pair", "author_id": "maya", "kind": "goal",
        "subject": "goal", "created_at": NOON,
    },
    "review_answer": {
        "id": "answer", "workspace_id": "T1", "review_id": "review", "question": "next", "words": b"sealed",
        "shared": b"sealed", "shared_at": NOON,
    },
    "thank_you": {
        "id": "thank_you", "workspace_id": "T1", "pair_id": "pair", "author_id": "maya", "words": b"sealed",
        "created_at": NOON,
    },
    "sharing": {
        "id": "sharing", "workspace_id": "T1", "pair_id": "pair", "author_id": "maya", "words": b"sealed",
        "created_at": NOON,
    },
    "win_thanks": {"win_id": "win", "person_id": "maya", "workspace_id": "T1"},
    "shout_out": {
        "id": "shout_out", "workspace_id": "T1", "programme_id": "growth", "win_id": "win", "milestone_id": None,
        "state": "asking", "asked_at": NOON, "waits_until": NOON,
    },
    "consent": {
        "shout_out_id": "shout_out", "person_id": "maya", "workspace_id": "T1", "answer": "yes", "answered_at": NOON,
    },
    "delivery": {
        "id": 1, "workspace_id": "T1", "person_id": "maya", "pair_id": None, "programme_id": None,
        "redraws_id": None, "state": "sent", "created_at": NOON, "not_before": NOON, "expires_at": NOON,
        "attempts": 1, "lease_until": None, "lease_token": None, "correlation_id": "c0ffee", "channel": "D1",
        "ts": "1.2", "error": None, "ended_at": NOON,
    },
    "notice": {
        "id": 1, "workspace_id": "T1", "kind": "invitation", "subject": "pair", "occurrence": "1",
        "receiver": "maya", "pair_id": "pair", "facts": {"name": "Tom"}, "waits_for_partner": False,
        "delivery_id": 1, "created_at": NOON,
    },
    "slack_event": {
        "workspace_id": "T1", "event_id": "Ev1", "kind": "app_home_opened", "facts": {"user": "U1"},
        "received_at": NOON, "handled_at": None,
    },
    "submitted_form": {"workspace_id": "T1", "form_id": "V1", "submitted_at": NOON},
}  # fmt: skip
