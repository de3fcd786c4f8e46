"""First tables: people, programmes, pairs, sessions, wins, and what comes in and goes out."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

instant = sa.DateTime(timezone=True)
# SQLite counts up by itself only in an INTEGER key.
counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# Plain JSON cannot be compared on PostgreSQL.
comparable = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
open_pair = sa.text("state IN ('proposed', 'active', 'paused', 'wrapping up')")
pending = sa.text("state = 'pending'")


def upgrade() -> None:
    op.create_table(
        "key_proof",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_key_proof"),
    )
    op.create_table(
        "workspace",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("bot_user_id", sa.String(32), nullable=False),
        sa.Column("installed_at", instant, nullable=False),
        sa.Column("uninstalled_at", instant, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_workspace"),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("slack_id", sa.String(32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("time_zone", sa.String(64), nullable=True),
        sa.Column("locale", sa.String(16), nullable=True),
        sa.Column("deactivated", sa.Boolean(), nullable=False),
        sa.Column("works_from", sa.Time(), nullable=True),
        sa.Column("works_until", sa.Time(), nullable=True),
        sa.Column("works_on", sa.String(7), nullable=True),
        sa.Column("country", sa.String(2), nullable=True),
        sa.Column("kinds_off", comparable, nullable=False),
        sa.Column("wants_hour_before", sa.Boolean(), nullable=False),
        sa.Column("celebrations", sa.String(16), nullable=False),
        sa.Column("dm_channel", sa.String(32), nullable=True),
        sa.Column("home_opened_at", instant, nullable=True),
        sa.Column("home_stale_since", instant, nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_person_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("workspace_id", "slack_id", name="uq_person_workspace_id_slack_id"),
    )
    op.create_index("ix_person_home_stale_since", "person", ["home_stale_since"])
    op.create_index("ix_person_workspace_id", "person", ["workspace_id"])

    op.create_table(
        "programme",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("channel", sa.String(32), nullable=True),
        sa.Column("rhythm_days", sa.Integer(), nullable=False),
        sa.Column("length_months", sa.Integer(), nullable=False),
        sa.Column("works_from", sa.Time(), nullable=False),
        sa.Column("works_until", sa.Time(), nullable=False),
        sa.Column("country", sa.String(2), nullable=True),
        sa.Column("closed_told_at", instant, nullable=True),
        sa.Column("created_at", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_programme_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_programme"),
        sa.UniqueConstraint("workspace_id", "name", name="uq_programme_workspace_id_name"),
    )
    op.create_index("ix_programme_workspace_id", "programme", ["workspace_id"])

    op.create_table(
        "slack_event",
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("event_id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("received_at", instant, nullable=False),
        sa.Column("handled_at", instant, nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_slack_event_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "workspace_id", name="pk_slack_event"),
    )
    op.create_index("ix_slack_event_received_at", "slack_event", ["received_at"])

    op.create_table(
        "submitted_form",
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.Column("submitted_at", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_submitted_form_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("form_id", "workspace_id", name="pk_submitted_form"),
    )
    op.create_table(
        "organiser",
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("programme_id", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.Column("wants_week", sa.Boolean(), nullable=False),
        sa.Column("look_at", instant, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_organiser_person_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name="fk_organiser_programme_id_programme", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_organiser_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("programme_id", "person_id", name="pk_organiser"),
    )
    op.create_index("ix_organiser_look_at", "organiser", ["look_at"])
    op.create_index("ix_organiser_person_id", "organiser", ["person_id"])
    op.create_index("ix_organiser_workspace_id", "organiser", ["workspace_id"])

    op.create_table(
        "join_wish",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("another_match", sa.Boolean(), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_join_wish_person_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_join_wish_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_join_wish"),
        sa.UniqueConstraint("person_id", "role", name="uq_join_wish_person_id_role"),
    )
    op.create_index("ix_join_wish_workspace_id", "join_wish", ["workspace_id"])

    op.create_table(
        "pair",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("programme_id", sa.String(32), nullable=False),
        sa.Column("mentor_id", sa.String(32), nullable=False),
        sa.Column("mentee_id", sa.String(32), nullable=False),
        sa.Column("proposed_by_id", sa.String(32), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("rhythm_days", sa.Integer(), nullable=False),
        sa.Column("length_months", sa.Integer(), nullable=False),
        sa.Column("proposed_at", instant, nullable=False),
        sa.Column("mentor_accepted_at", instant, nullable=True),
        sa.Column("mentee_accepted_at", instant, nullable=True),
        sa.Column("accepted_at", instant, nullable=True),
        sa.Column("ended_at", instant, nullable=True),
        sa.Column("stuck_since", instant, nullable=True),
        sa.Column("group_channel", sa.String(32), nullable=True),
        sa.Column("look_at", instant, nullable=True),
        sa.ForeignKeyConstraint(["mentee_id"], ["person.id"], name="fk_pair_mentee_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["mentor_id"], ["person.id"], name="fk_pair_mentor_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name="fk_pair_programme_id_programme", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["person.id"], name="fk_pair_proposed_by_id_person", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_pair_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_pair"),
    )
    op.create_index("ix_pair_look_at", "pair", ["look_at"])
    op.create_index("ix_pair_mentee_id", "pair", ["mentee_id"])
    op.create_index("ix_pair_mentor_id", "pair", ["mentor_id"])
    op.create_index("ix_pair_programme_id", "pair", ["programme_id"])
    op.create_index("ix_pair_proposed_by_id", "pair", ["proposed_by_id"])
    op.create_index("ix_pair_workspace_id", "pair", ["workspace_id"])
    op.create_index(
        "uq_pair_open",
        "pair",
        ["workspace_id", "mentor_id", "mentee_id"],
        unique=True,
        sqlite_where=open_pair,
        postgresql_where=open_pair,
    )

    op.create_table(
        "delivery",
        sa.Column("id", counter, autoincrement=True, nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(32), nullable=True),
        sa.Column("pair_id", sa.String(32), nullable=True),
        sa.Column("programme_id", sa.String(32), nullable=True),
        sa.Column(
            "receiver",
            sa.String(32),
            sa.Computed("coalesce(person_id, pair_id, programme_id)", persisted=True),
            nullable=False,
        ),
        sa.Column("redraws_id", counter, nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("not_before", instant, nullable=False),
        sa.Column("expires_at", instant, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", instant, nullable=True),
        sa.Column("lease_token", sa.String(32), nullable=True),
        sa.Column("correlation_id", sa.String(32), nullable=True),
        sa.Column("channel", sa.String(32), nullable=True),
        sa.Column("ts", sa.String(32), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("ended_at", instant, nullable=True),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_delivery_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_delivery_person_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name="fk_delivery_programme_id_programme", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["redraws_id"], ["delivery.id"], name="fk_delivery_redraws_id_delivery", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_delivery_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_delivery"),
        sa.UniqueConstraint("correlation_id", name="uq_delivery_correlation_id"),
    )
    op.create_index("ix_delivery_created", "delivery", ["workspace_id", "created_at"])
    op.create_index("ix_delivery_due", "delivery", ["state", "not_before", "id"])
    op.create_index("ix_delivery_pair_id", "delivery", ["pair_id"])
    op.create_index("ix_delivery_person_id", "delivery", ["person_id"])
    op.create_index("ix_delivery_programme_id", "delivery", ["programme_id"])
    op.create_index("ix_delivery_receiver", "delivery", ["receiver", "state", "not_before", "id"])
    op.create_index("ix_delivery_redraws_id", "delivery", ["redraws_id"])
    op.create_index("ix_delivery_workspace_id", "delivery", ["workspace_id"])
    op.create_index(
        "uq_delivery_redraws_pending",
        "delivery",
        ["redraws_id"],
        unique=True,
        sqlite_where=pending,
        postgresql_where=pending,
    )

    op.create_table(
        "milestone",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("reached_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_milestone_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_milestone_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_milestone"),
        sa.UniqueConstraint("pair_id", "kind", "subject", name="uq_milestone_pair_id_kind_subject"),
    )
    op.create_index("ix_milestone_pair_id", "milestone", ["pair_id"])
    op.create_index("ix_milestone_workspace_id", "milestone", ["workspace_id"])

    op.create_table(
        "session",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("planned_at", instant, nullable=True),
        sa.Column("planned_by_id", sa.String(32), nullable=True),
        sa.Column("planned_zone", sa.String(64), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("arranged_at", instant, nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("called_off_at", instant, nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("disputed_at", instant, nullable=True),
        sa.Column("disputed_by_id", sa.String(32), nullable=True),
        sa.Column("denied_again_at", instant, nullable=True),
        sa.Column("upheld_at", instant, nullable=True),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["disputed_by_id"], ["person.id"], name="fk_session_disputed_by_id_person", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_session_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["planned_by_id"], ["person.id"], name="fk_session_planned_by_id_person", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_session_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_session"),
    )
    op.create_index("ix_session_disputed_by_id", "session", ["disputed_by_id"])
    op.create_index("ix_session_pair_id", "session", ["pair_id"])
    op.create_index("ix_session_planned_at", "session", ["planned_at"])
    op.create_index("ix_session_planned_by_id", "session", ["planned_by_id"])
    op.create_index("ix_session_workspace_id", "session", ["workspace_id"])

    op.create_table(
        "win",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("audience", sa.String(16), nullable=False),
        sa.Column("message_link", sa.LargeBinary(), nullable=True),
        sa.Column("message_by_id", sa.String(32), nullable=True),
        sa.Column("created_at", instant, nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_win_author_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["message_by_id"], ["person.id"], name="fk_win_message_by_id_person", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_win_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_win_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_win"),
    )
    op.create_index("ix_win_author_id", "win", ["author_id"])
    op.create_index("ix_win_message_by_id", "win", ["message_by_id"])
    op.create_index("ix_win_pair_id", "win", ["pair_id"])
    op.create_index("ix_win_workspace_id", "win", ["workspace_id"])

    op.create_table(
        "agenda_item",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("message_link", sa.LargeBinary(), nullable=True),
        sa.Column("session_id", sa.String(32), nullable=True),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name="fk_agenda_item_author_id_person", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_agenda_item_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name="fk_agenda_item_session_id_session", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_agenda_item_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_item"),
    )
    op.create_index("ix_agenda_item_author_id", "agenda_item", ["author_id"])
    op.create_index("ix_agenda_item_pair_id", "agenda_item", ["pair_id"])
    op.create_index("ix_agenda_item_session_id", "agenda_item", ["session_id"])
    op.create_index("ix_agenda_item_workspace_id", "agenda_item", ["workspace_id"])

    op.create_table(
        "horizon_answers",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("round", sa.String(16), nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        sa.Column("answered_at", instant, nullable=False),
        sa.Column("compared_at", instant, nullable=True),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name="fk_horizon_answers_author_id_person", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_horizon_answers_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_horizon_answers_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_horizon_answers"),
        sa.UniqueConstraint("pair_id", "round", "author_id", name="uq_horizon_answers_pair_id_round_author_id"),
    )
    op.create_index("ix_horizon_answers_author_id", "horizon_answers", ["author_id"])
    op.create_index("ix_horizon_answers_pair_id", "horizon_answers", ["pair_id"])
    op.create_index("ix_horizon_answers_workspace_id", "horizon_answers", ["workspace_id"])

    op.create_table(
        "horizon_card",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("round", sa.String(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("subject", sa.LargeBinary(), nullable=False),
        sa.Column("agenda_item_id", sa.String(32), nullable=True),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_item.id"],
            name="fk_horizon_card_agenda_item_id_agenda_item",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_horizon_card_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_horizon_card_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_horizon_card"),
        sa.UniqueConstraint("pair_id", "round", "position", name="uq_horizon_card_pair_id_round_position"),
    )
    op.create_index("ix_horizon_card_agenda_item_id", "horizon_card", ["agenda_item_id"])
    op.create_index("ix_horizon_card_pair_id", "horizon_card", ["pair_id"])
    op.create_index("ix_horizon_card_workspace_id", "horizon_card", ["workspace_id"])

    op.create_table(
        "agreement",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("before", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("rhythm_days", sa.Integer(), nullable=False),
        sa.Column("rhythm_before", sa.Integer(), nullable=False),
        sa.Column("channel", sa.LargeBinary(), nullable=True),
        sa.Column("focus", sa.LargeBinary(), nullable=True),
        sa.Column("stays_out", sa.LargeBinary(), nullable=True),
        sa.Column("confidentiality", sa.LargeBinary(), nullable=True),
        sa.Column("feedback", sa.LargeBinary(), nullable=True),
        sa.Column("busy", sa.LargeBinary(), nullable=True),
        sa.Column("proposed_at", instant, nullable=False),
        sa.Column("settled_at", instant, nullable=True),
        sa.Column("confirmed_at", instant, nullable=True),
        sa.Column("confirmed_by_id", sa.String(32), nullable=True),
        sa.Column("confirmations", sa.Integer(), nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_agreement_author_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["confirmed_by_id"], ["person.id"], name="fk_agreement_confirmed_by_id_person", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_agreement_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_agreement_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_agreement"),
        sa.UniqueConstraint("pair_id", "number", name="uq_agreement_pair_id_number"),
    )
    op.create_index("ix_agreement_author_id", "agreement", ["author_id"])
    op.create_index("ix_agreement_confirmed_by_id", "agreement", ["confirmed_by_id"])
    op.create_index("ix_agreement_pair_id", "agreement", ["pair_id"])
    op.create_index("ix_agreement_workspace_id", "agreement", ["workspace_id"])

    op.create_table(
        "goal",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("statement", sa.LargeBinary(), nullable=False),
        sa.Column("measure", sa.LargeBinary(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("settled_at", instant, nullable=True),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("revisited_at", instant, nullable=False),
        sa.Column("revisited_by_id", sa.String(32), nullable=True),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_goal_author_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_goal_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["revisited_by_id"], ["person.id"], name="fk_goal_revisited_by_id_person", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_goal_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_goal"),
    )
    op.create_index("ix_goal_author_id", "goal", ["author_id"])
    op.create_index("ix_goal_pair_id", "goal", ["pair_id"])
    op.create_index("ix_goal_revisited_by_id", "goal", ["revisited_by_id"])
    op.create_index("ix_goal_workspace_id", "goal", ["workspace_id"])

    op.create_table(
        "goal_wording",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("goal_id", sa.String(32), nullable=False),
        sa.Column("statement", sa.LargeBinary(), nullable=False),
        sa.Column("measure", sa.LargeBinary(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("changed_by_id", sa.String(32), nullable=True),
        sa.Column("changed_at", instant, nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["changed_by_id"], ["person.id"], name="fk_goal_wording_changed_by_id_person", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name="fk_goal_wording_goal_id_goal", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_goal_wording_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_goal_wording"),
    )
    op.create_index("ix_goal_wording_changed_by_id", "goal_wording", ["changed_by_id"])
    op.create_index("ix_goal_wording_goal_id", "goal_wording", ["goal_id"])
    op.create_index("ix_goal_wording_workspace_id", "goal_wording", ["workspace_id"])

    op.create_table(
        "goal_draft",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("statement", sa.LargeBinary(), nullable=False),
        sa.Column("measure", sa.LargeBinary(), nullable=True),
        sa.Column("why", sa.LargeBinary(), nullable=True),
        sa.Column("due_on", sa.LargeBinary(), nullable=True),
        sa.Column("ready_at", instant, nullable=True),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name="fk_goal_draft_author_id_person", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_goal_draft_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_goal_draft_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_goal_draft"),
        sa.UniqueConstraint("pair_id", "author_id", "position", name="uq_goal_draft_pair_id_author_id_position"),
    )
    op.create_index("ix_goal_draft_author_id", "goal_draft", ["author_id"])
    op.create_index("ix_goal_draft_pair_id", "goal_draft", ["pair_id"])
    op.create_index("ix_goal_draft_workspace_id", "goal_draft", ["workspace_id"])

    op.create_table(
        "feedback_request",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("giver_id", sa.String(32), nullable=False),
        sa.Column("about", sa.LargeBinary(), nullable=False),
        sa.Column("question", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("put_off_at", instant, nullable=True),
        sa.Column("put_offs", sa.Integer(), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name="fk_feedback_request_author_id_person", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["giver_id"], ["person.id"], name="fk_feedback_request_giver_id_person", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_feedback_request_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_feedback_request_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_feedback_request"),
    )
    op.create_index("ix_feedback_request_author_id", "feedback_request", ["author_id"])
    op.create_index("ix_feedback_request_giver_id", "feedback_request", ["giver_id"])
    op.create_index("ix_feedback_request_pair_id", "feedback_request", ["pair_id"])
    op.create_index("ix_feedback_request_workspace_id", "feedback_request", ["workspace_id"])

    op.create_table(
        "feedback",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("request_id", sa.String(32), nullable=True),
        sa.Column("shone", sa.LargeBinary(), nullable=True),
        sa.Column("differently", sa.LargeBinary(), nullable=True),
        sa.Column("belief", sa.LargeBinary(), nullable=True),
        sa.Column("reaction", sa.LargeBinary(), nullable=True),
        sa.Column("came_of_it", sa.LargeBinary(), nullable=True),
        sa.Column("followed_up_at", instant, nullable=True),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_feedback_author_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["request_id"], ["feedback_request.id"], name="fk_feedback_request_id_feedback_request", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_feedback_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_feedback_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
    )
    op.create_index("ix_feedback_author_id", "feedback", ["author_id"])
    op.create_index("ix_feedback_pair_id", "feedback", ["pair_id"])
    op.create_index("ix_feedback_request_id", "feedback", ["request_id"])
    op.create_index("ix_feedback_workspace_id", "feedback", ["workspace_id"])

    op.create_table(
        "clarification",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("feedback_id", sa.String(32), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("reply", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["feedback_id"], ["feedback.id"], name="fk_clarification_feedback_id_feedback", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_clarification_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_clarification_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_clarification"),
    )
    op.create_index("ix_clarification_feedback_id", "clarification", ["feedback_id"])
    op.create_index("ix_clarification_pair_id", "clarification", ["pair_id"])
    op.create_index("ix_clarification_workspace_id", "clarification", ["workspace_id"])

    op.create_table(
        "review",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(32), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_review_author_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_review_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_review_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
        sa.UniqueConstraint("pair_id", "author_id", "kind", "subject", name="uq_review_pair_id_author_id_kind_subject"),
    )
    op.create_index("ix_review_author_id", "review", ["author_id"])
    op.create_index("ix_review_pair_id", "review", ["pair_id"])
    op.create_index("ix_review_workspace_id", "review", ["workspace_id"])

    op.create_table(
        "review_answer",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("review_id", sa.String(32), nullable=False),
        sa.Column("question", sa.String(32), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("shared", sa.LargeBinary(), nullable=True),
        sa.Column("shared_at", instant, nullable=True),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name="fk_review_answer_review_id_review", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_review_answer_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_review_answer"),
        sa.UniqueConstraint("review_id", "question", name="uq_review_answer_review_id_question"),
    )
    op.create_index("ix_review_answer_workspace_id", "review_answer", ["workspace_id"])

    op.create_table(
        "thank_you",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_thank_you_author_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_thank_you_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_thank_you_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_thank_you"),
        sa.UniqueConstraint("pair_id", "author_id", name="uq_thank_you_pair_id_author_id"),
    )
    op.create_index("ix_thank_you_author_id", "thank_you", ["author_id"])
    op.create_index("ix_thank_you_pair_id", "thank_you", ["pair_id"])
    op.create_index("ix_thank_you_workspace_id", "thank_you", ["workspace_id"])

    op.create_table(
        "sharing",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_sharing_author_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_sharing_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_sharing_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sharing"),
    )
    op.create_index("ix_sharing_author_id", "sharing", ["author_id"])
    op.create_index("ix_sharing_pair_id", "sharing", ["pair_id"])
    op.create_index("ix_sharing_workspace_id", "sharing", ["workspace_id"])

    op.create_table(
        "check_in",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("session_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("notes", sa.LargeBinary(), nullable=True),
        sa.Column("feeling", sa.LargeBinary(), nullable=True),
        sa.Column("reflection", sa.LargeBinary(), nullable=True),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("ticks", sa.Boolean(), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_check_in_author_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name="fk_check_in_session_id_session", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_check_in_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_check_in"),
        sa.UniqueConstraint("session_id", "author_id", name="uq_check_in_session_id_author_id"),
    )
    op.create_index("ix_check_in_author_id", "check_in", ["author_id"])
    op.create_index("ix_check_in_workspace_id", "check_in", ["workspace_id"])

    op.create_table(
        "pulse",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("session_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("worth", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("shared_worth", sa.LargeBinary(), nullable=True),
        sa.Column("shared_words", sa.LargeBinary(), nullable=True),
        sa.Column("shared_at", instant, nullable=True),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_pulse_author_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_pulse_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name="fk_pulse_session_id_session", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_pulse_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_pulse"),
        sa.UniqueConstraint("session_id", "author_id", name="uq_pulse_session_id_author_id"),
    )
    op.create_index("ix_pulse_author_id", "pulse", ["author_id"])
    op.create_index("ix_pulse_pair_id", "pulse", ["pair_id"])
    op.create_index("ix_pulse_workspace_id", "pulse", ["workspace_id"])

    op.create_table(
        "asked_question",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.String(32), nullable=True),
        sa.Column("asked_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_asked_question_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name="fk_asked_question_session_id_session", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_asked_question_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_asked_question"),
        sa.UniqueConstraint("pair_id", "stage", "number", "turn", name="uq_asked_question_pair_id_stage_number_turn"),
        sa.UniqueConstraint("session_id", name="uq_asked_question_session_id"),
    )
    op.create_index("ix_asked_question_pair_id", "asked_question", ["pair_id"])
    op.create_index("ix_asked_question_workspace_id", "asked_question", ["workspace_id"])

    op.create_table(
        "drawn_cards",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("cards", sa.LargeBinary(), nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name="fk_drawn_cards_author_id_person", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_drawn_cards_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_drawn_cards_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_drawn_cards"),
        sa.UniqueConstraint("pair_id", "author_id", name="uq_drawn_cards_pair_id_author_id"),
    )
    op.create_index("ix_drawn_cards_author_id", "drawn_cards", ["author_id"])
    op.create_index("ix_drawn_cards_pair_id", "drawn_cards", ["pair_id"])
    op.create_index("ix_drawn_cards_workspace_id", "drawn_cards", ["workspace_id"])

    op.create_table(
        "checkpoint",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("goal_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("reached_at", instant, nullable=True),
        sa.Column("check_in_id", sa.String(32), nullable=True),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_in_id"], ["check_in.id"], name="fk_checkpoint_check_in_id_check_in", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name="fk_checkpoint_goal_id_goal", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_checkpoint_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_checkpoint_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_checkpoint"),
    )
    op.create_index("ix_checkpoint_check_in_id", "checkpoint", ["check_in_id"])
    op.create_index("ix_checkpoint_goal_id", "checkpoint", ["goal_id"])
    op.create_index("ix_checkpoint_pair_id", "checkpoint", ["pair_id"])
    op.create_index("ix_checkpoint_workspace_id", "checkpoint", ["workspace_id"])

    op.create_table(
        "notice",
        sa.Column("id", counter, autoincrement=True, nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("occurrence", sa.String(64), nullable=False),
        sa.Column("receiver", sa.String(32), nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("answered_at", instant, nullable=True),
        sa.Column("waits_for_partner", sa.Boolean(), nullable=False),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.Column("overtaken_at", instant, nullable=True),
        sa.Column("delivery_id", counter, nullable=True),
        sa.Column("created_at", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["delivery.id"], name="fk_notice_delivery_id_delivery", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_notice_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_notice_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_notice"),
        sa.UniqueConstraint(
            "workspace_id",
            "kind",
            "subject",
            "occurrence",
            "receiver",
            name="uq_notice_workspace_id_kind_subject_occurrence_receiver",
        ),
    )
    op.create_index("ix_notice_delivery_id", "notice", ["delivery_id"])
    op.create_index("ix_notice_pair_id", "notice", ["pair_id"])
    op.create_index("ix_notice_receiver", "notice", ["receiver", "day"])
    op.create_index("ix_notice_workspace_id", "notice", ["workspace_id"])

    op.create_table(
        "shout_out",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("programme_id", sa.String(32), nullable=False),
        sa.Column("win_id", sa.String(32), nullable=True),
        sa.Column("milestone_id", sa.String(32), nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("asked_at", instant, nullable=False),
        sa.Column("waits_until", instant, nullable=False),
        sa.CheckConstraint("(win_id IS NULL) <> (milestone_id IS NULL)", name=op.f("ck_shout_out_one_subject")),
        sa.ForeignKeyConstraint(
            ["milestone_id"], ["milestone.id"], name="fk_shout_out_milestone_id_milestone", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name="fk_shout_out_programme_id_programme", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["win_id"], ["win.id"], name="fk_shout_out_win_id_win", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_shout_out_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_shout_out"),
        sa.UniqueConstraint("milestone_id", name="uq_shout_out_milestone_id"),
        sa.UniqueConstraint("win_id", name="uq_shout_out_win_id"),
    )
    op.create_index("ix_shout_out_programme_id", "shout_out", ["programme_id"])
    op.create_index("ix_shout_out_state", "shout_out", ["state"])
    op.create_index("ix_shout_out_waits_until", "shout_out", ["waits_until"])
    op.create_index("ix_shout_out_workspace_id", "shout_out", ["workspace_id"])

    op.create_table(
        "win_thanks",
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("win_id", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_win_thanks_person_id_person", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["win_id"], ["win.id"], name="fk_win_thanks_win_id_win", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_win_thanks_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("win_id", "person_id", name="pk_win_thanks"),
    )
    op.create_index("ix_win_thanks_person_id", "win_thanks", ["person_id"])
    op.create_index("ix_win_thanks_workspace_id", "win_thanks", ["workspace_id"])

    op.create_table(
        "consent",
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("shout_out_id", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.Column("answer", sa.String(16), nullable=True),
        sa.Column("answered_at", instant, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_consent_person_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["shout_out_id"], ["shout_out.id"], name="fk_consent_shout_out_id_shout_out", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_consent_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("shout_out_id", "person_id", name="pk_consent"),
    )
    op.create_index("ix_consent_person_id", "consent", ["person_id"])
    op.create_index("ix_consent_workspace_id", "consent", ["workspace_id"])

    op.create_table(
        "promise",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("check_in_id", sa.String(32), nullable=True),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("owner_id", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("dated_at", instant, nullable=True),
        sa.Column("settled_at", instant, nullable=True),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_promise_author_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["check_in_id"], ["check_in.id"], name="fk_promise_check_in_id_check_in", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name="fk_promise_owner_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_promise_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_promise_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_promise"),
    )
    op.create_index("ix_promise_author_id", "promise", ["author_id"])
    op.create_index("ix_promise_check_in_id", "promise", ["check_in_id"])
    op.create_index("ix_promise_owner_id", "promise", ["owner_id"])
    op.create_index("ix_promise_pair_id", "promise", ["pair_id"])
    op.create_index("ix_promise_workspace_id", "promise", ["workspace_id"])

    op.create_table(
        "pause",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("by_id", sa.String(32), nullable=True),
        sa.Column("since", instant, nullable=False),
        sa.Column("until", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name="fk_pause_by_id_person", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_pause_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_pause_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_pause"),
    )
    op.create_index("ix_pause_by_id", "pause", ["by_id"])
    op.create_index("ix_pause_pair_id", "pause", ["pair_id"])
    op.create_index("ix_pause_workspace_id", "pause", ["workspace_id"])

    op.create_table(
        "trouble",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("tells_organiser", sa.Boolean(), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name="fk_trouble_author_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_trouble_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_trouble_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_trouble"),
    )
    op.create_index("ix_trouble_author_id", "trouble", ["author_id"])
    op.create_index("ix_trouble_pair_id", "trouble", ["pair_id"])
    op.create_index("ix_trouble_workspace_id", "trouble", ["workspace_id"])

    op.create_table(
        "silence",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("partner_id", sa.String(32), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["partner_id"], ["person.id"], name="fk_silence_partner_id_person", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_silence_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_silence_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_silence"),
    )
    op.create_index("ix_silence_pair_id", "silence", ["pair_id"])
    op.create_index("ix_silence_partner_id", "silence", ["partner_id"])
    op.create_index("ix_silence_workspace_id", "silence", ["workspace_id"])

    op.create_table(
        "time_offer",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("created_at", instant, nullable=False),
        sa.Column("settled_at", instant, nullable=True),
        sa.Column("session_id", sa.String(32), nullable=True),
        sa.Column("pair_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name="fk_time_offer_author_id_person", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name="fk_time_offer_pair_id_pair", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name="fk_time_offer_session_id_session", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_time_offer_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_time_offer"),
    )
    op.create_index("ix_time_offer_author_id", "time_offer", ["author_id"])
    op.create_index("ix_time_offer_pair_id", "time_offer", ["pair_id"])
    op.create_index("ix_time_offer_session_id", "time_offer", ["session_id"])
    op.create_index("ix_time_offer_workspace_id", "time_offer", ["workspace_id"])

    op.create_table(
        "offered_time",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("offer_id", sa.String(32), nullable=False),
        sa.Column("at", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["time_offer.id"], name="fk_offered_time_offer_id_time_offer", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_offered_time_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_offered_time"),
    )
    op.create_index("ix_offered_time_offer_id", "offered_time", ["offer_id"])
    op.create_index("ix_offered_time_workspace_id", "offered_time", ["workspace_id"])

    op.create_table(
        "sending_lease",
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("holder", sa.String(32), nullable=False),
        sa.Column("until", instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_sending_lease_workspace_id_workspace", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workspace_id", name="pk_sending_lease"),
    )
