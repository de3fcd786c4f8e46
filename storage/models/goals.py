"""Goals of a pair: what each drafts alone, and the list they have in common."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Identified, InWorkspace, OfPair


class GoalDraft(Identified, InWorkspace, OfPair, Base):
    """A goal that one of a pair drafts; its words are sealed, and the author's alone until both are ready."""

    __tablename__ = "goal_draft"
    __table_args__ = (UniqueConstraint("pair_id", "author_id", "position"),)

    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    # Its place in the form, from 0 on.
    position: Mapped[int]
    statement: Mapped[bytes] = mapped_column(LargeBinary)
    measure: Mapped[bytes | None] = mapped_column(LargeBinary)
    why: Mapped[bytes | None] = mapped_column(LargeBinary)
    due_on: Mapped[date | None]
    # When its author said that all of their draft is ready to be read; the same for each goal in it.
    ready_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Goal(Identified, InWorkspace, OfPair, Base):
    """A goal that a pair has in common; its words are sealed. Once reached or dropped, it stays as it was."""

    __tablename__ = "goal"

    # Whoever put it on the list.
    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    statement: Mapped[bytes] = mapped_column(LargeBinary)
    measure: Mapped[bytes | None] = mapped_column(LargeBinary)
    due_on: Mapped[date | None]
    state: Mapped[str] = mapped_column(String(16))
    # When it was reached or dropped, and the date where whoever said so was.
    settled_at: Mapped[datetime | None]
    settled_on: Mapped[date | None]
    changed_at: Mapped[datetime]
    created_at: Mapped[datetime]
