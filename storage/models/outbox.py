"""What is to be told, and the posts that tell it.

A notice is one thing to tell one receiver; a delivery is one post, or one update of a post, which carries notices.
Notices hold facts and ids, never blocks or words: they are rendered when they are sent.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Computed,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, InWorkspace

# SQLite counts up by itself only in an INTEGER key.
Counter = BigInteger().with_variant(Integer, "sqlite")


class DeliveryState(StrEnum):
    """Where a delivery is on its way. From sent on, it is at its end."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    IN_DOUBT = "in_doubt"
    UNCONFIRMED = "unconfirmed"
    DEAD = "dead"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class Delivery(InWorkspace, Base):
    """One post to a person's direct message, a pair's group message or a programme's channel; or its redrawing."""

    __tablename__ = "delivery"
    __table_args__ = (
        Index("ix_delivery_due", "state", "not_before", "id"),
        # What waits for one receiver, the oldest first.
        Index("ix_delivery_receiver", "receiver", "state", "not_before", "id"),
        # What became of the messages of some days.
        Index("ix_delivery_created", "workspace_id", "created_at"),
        # One redrawing of a post waits at a time: it shows the newest state whenever it goes.
        Index(
            "uq_delivery_redraws_pending",
            "redraws_id",
            unique=True,
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
    )

    id: Mapped[int] = mapped_column(Counter, primary_key=True, autoincrement=True)
    # Where it goes: exactly one of a person, a pair (both, in their group message) and a programme (its channel).
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    pair_id: Mapped[str | None] = mapped_column(ForeignKey("pair.id", ondelete="CASCADE"), index=True)
    programme_id: Mapped[str | None] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"), index=True)
    # Whichever of the three it is.
    receiver: Mapped[str] = mapped_column(
        String(32), Computed("coalesce(person_id, pair_id, programme_id)", persisted=True)
    )
    redraws_id: Mapped[int | None] = mapped_column(ForeignKey("delivery.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime]
    not_before: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    # While it is being sent: until when, and by whom. Leases go by the database's clock.
    lease_until: Mapped[datetime | None]
    lease_token: Mapped[str | None] = mapped_column(String(32))
    # Sent along in the message's metadata, so that a doubtful send can be looked for in Slack's history.
    correlation_id: Mapped[str | None] = mapped_column(String(32), unique=True)
    channel: Mapped[str | None] = mapped_column(String(32))
    ts: Mapped[str | None] = mapped_column(String(32))
    error: Mapped[str | None]
    ended_at: Mapped[datetime | None]


class Notice(InWorkspace, Base):
    """One thing to tell. Its key (kind, subject, occurrence and receiver) is unique: it is told once."""

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("workspace_id", "kind", "subject", "occurrence", "receiver"),
        # What somebody was nudged about lately.
        Index("ix_notice_receiver", "receiver", "day"),
    )

    id: Mapped[int] = mapped_column(Counter, primary_key=True, autoincrement=True)
    kind: Mapped[str] = mapped_column(String(32))
    # The id of what it is about: a pair, a session, a shout-out, ...
    subject: Mapped[str] = mapped_column(String(64))
    # Which time this kind of thing is told of this subject: a local date or a count, never a timestamp.
    occurrence: Mapped[str] = mapped_column(String(64))
    # The id of the person, pair or programme told.
    receiver: Mapped[str] = mapped_column(String(32))
    pair_id: Mapped[str | None] = mapped_column(ForeignKey("pair.id", ondelete="CASCADE"), index=True)
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    # Of a nudge: the receiver's date for which it counts, what they answered (sealed, and theirs alone), when they did,
    # and from which date it may come again.
    day: Mapped[date | None]
    answer: Mapped[bytes | None] = mapped_column(LargeBinary)
    answered_at: Mapped[datetime | None]
    # They proposed times, as their partner knows, who has yet to answer: what comes of it is still to be shown.
    waits_for_partner: Mapped[bool] = mapped_column(default=False)
    snoozed_until: Mapped[date | None]
    # When events overtook a nudge that was out: it asks nothing any more.
    overtaken_at: Mapped[datetime | None]
    # Filled in the transaction that inserts the row: only a notice that is new needs a delivery.
    delivery_id: Mapped[int | None] = mapped_column(ForeignKey("delivery.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]


class SendingLease(Base):
    """That one process sends to a workspace, and no other: what it sends stays in order. By the database's clock."""

    __tablename__ = "sending_lease"

    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"), primary_key=True)
    holder: Mapped[str] = mapped_column(String(32))
    until: Mapped[datetime]
