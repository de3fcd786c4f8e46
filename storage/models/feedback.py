"""Feedback between the two of a pair. All words are sealed, and read by the two alone."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Identified, InWorkspace, OfPair


class FeedbackRequest(Identified, InWorkspace, OfPair, Base):
    """That one of a pair asks the other for feedback: a specific question about a specific thing."""

    __tablename__ = "feedback_request"

    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    # Of whom it is asked.
    giver_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    about: Mapped[bytes] = mapped_column(LargeBinary)
    question: Mapped[bytes] = mapped_column(LargeBinary)
    state: Mapped[str] = mapped_column(String(16))
    # When who is asked last said that they would rather answer later, and how often they did.
    put_off_at: Mapped[datetime | None]
    put_offs: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]


class Feedback(Identified, InWorkspace, OfPair, Base):
    """What one of a pair says to the other: of a mentor three parts, of a mentee two.

    The first is there, unless another answers a request.
    """

    __tablename__ = "feedback"

    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    request_id: Mapped[str | None] = mapped_column(ForeignKey("feedback_request.id", ondelete="SET NULL"), index=True)
    shone: Mapped[bytes | None] = mapped_column(LargeBinary)
    differently: Mapped[bytes | None] = mapped_column(LargeBinary)
    belief: Mapped[bytes | None] = mapped_column(LargeBinary)
    # What the other said of it with one tap, and later in words what they did with it.
    reaction: Mapped[bytes | None] = mapped_column(LargeBinary)
    came_of_it: Mapped[bytes | None] = mapped_column(LargeBinary)
    # When they said so, or that there is nothing to say.
    followed_up_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Clarification(Identified, InWorkspace, OfPair, Base):
    """That somebody asks what was meant by feedback they were given, and the reply."""

    __tablename__ = "clarification"

    feedback_id: Mapped[str] = mapped_column(ForeignKey("feedback.id", ondelete="CASCADE"), index=True)
    words: Mapped[bytes] = mapped_column(LargeBinary)
    reply: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]
