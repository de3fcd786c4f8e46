"""Programmes, and the pairs in them."""

from datetime import datetime, time

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Identified, InWorkspace


class Programme(Identified, InWorkspace, Base):
    """A mentoring programme: its celebrations channel and the defaults of its pairs and people."""

    __tablename__ = "programme"
    __table_args__ = (UniqueConstraint("workspace_id", "name"),)

    name: Mapped[str]
    channel: Mapped[str | None] = mapped_column(String(32))
    rhythm_days: Mapped[int]
    length_months: Mapped[int]
    works_from: Mapped[time]
    works_until: Mapped[time]
    # ISO 3166 code of the country whose public holidays count; none: weekends only.
    country: Mapped[str | None] = mapped_column(String(2))
    # When the organisers were last told that Rapport cannot post in the channel; none: not since it was let in.
    closed_told_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


OPEN_STATES = "state IN ('proposed', 'active', 'paused', 'wrapping up')"


class Pair(Identified, InWorkspace, Base):
    """One mentor and one mentee in one programme."""

    __tablename__ = "pair"
    __table_args__ = (
        # The same mentor and mentee cannot be in two open pairs.
        Index(
            "uq_pair_open",
            "workspace_id",
            "mentor_id",
            "mentee_id",
            unique=True,
            sqlite_where=text(OPEN_STATES),
            postgresql_where=text(OPEN_STATES),
        ),
    )

    programme_id: Mapped[str] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"), index=True)
    mentor_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    mentee_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    proposed_by_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(16))
    rhythm_days: Mapped[int]
    proposed_at: Mapped[datetime]
    mentor_accepted_at: Mapped[datetime | None]
    mentee_accepted_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    paused_until: Mapped[datetime | None]
    # The group message with both; none until it is opened, or where group messages are not permitted.
    group_channel: Mapped[str | None] = mapped_column(String(32))
    # When the rules want to look at this pair again; the loop's sweep reads by it.
    look_at: Mapped[datetime | None] = mapped_column(index=True)
