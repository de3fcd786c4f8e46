"""Goals of a pair: what each drafts alone, and the list they have in common."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, column_property, mapped_column

from storage.models.base import Base, Identified, InWorkspace, OfPair


class GoalDraft(Identified, InWorkspace, OfPair, Base):
    """A goal that one of a pair drafts; all of it is sealed, and the author's alone until both are ready."""

    __tablename__ = "goal_draft"
    __table_args__ = (UniqueConstraint("pair_id", "author_id", "position"),)

    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    # Its place in the form, from 0 on.
    position: Mapped[int]
    statement: Mapped[bytes] = mapped_column(LargeBinary)
    measure: Mapped[bytes | None] = mapped_column(LargeBinary)
    why: Mapped[bytes | None] = mapped_column(LargeBinary)
    due_on: Mapped[bytes | None] = mapped_column(LargeBinary)
    # When its author said that all of their draft is ready to be read; the same for each goal in it.
    ready_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Goal(Identified, InWorkspace, OfPair, Base):
    """A goal that a pair has in common; its words are sealed. Reached or dropped it stays, and can be opened again."""

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
    # When one of the two last said what is to become of it: wrote it, changed it or kept it as it was; and who.
    revisited_at: Mapped[datetime]
    revisited_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime]

    if TYPE_CHECKING:
        # How many checkpoints it has, and how many of them are reached: counted below.
        checkpoints: Mapped[int]
        checkpoints_reached: Mapped[int]


class GoalWording(Identified, InWorkspace, Base):
    """What a goal was until one of the two changed it; its words are sealed. It is written once and never changed."""

    __tablename__ = "goal_wording"

    goal_id: Mapped[str] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"), index=True)
    statement: Mapped[bytes] = mapped_column(LargeBinary)
    measure: Mapped[bytes | None] = mapped_column(LargeBinary)
    due_on: Mapped[date | None]
    state: Mapped[str] = mapped_column(String(16))
    # Who changed it, when, and the date where they were.
    changed_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    changed_at: Mapped[datetime]
    changed_on: Mapped[date]


class Checkpoint(Identified, InWorkspace, OfPair, Base):
    """A step on the way to a goal; its words are sealed."""

    __tablename__ = "checkpoint"

    goal_id: Mapped[str] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"), index=True)
    # Its line in the form, from 0 on.
    position: Mapped[int]
    words: Mapped[bytes] = mapped_column(LargeBinary)
    due_on: Mapped[date | None]
    reached_at: Mapped[datetime | None]
    # The check-in that ticked it off, if one did: withdrawn, it leaves it open again.
    check_in_id: Mapped[str | None] = mapped_column(ForeignKey("check_in.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime]


# How far a goal is comes with it, wherever it is read.
_OF_GOAL = select(func.count(Checkpoint.id)).where(Checkpoint.goal_id == Goal.id).correlate(Goal)
Goal.checkpoints = column_property(_OF_GOAL.scalar_subquery())
Goal.checkpoints_reached = column_property(_OF_GOAL.where(Checkpoint.reached_at.is_not(None)).scalar_subquery())
