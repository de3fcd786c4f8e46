"""What somebody writes when they look back on a pair, and the note with which they thank their partner."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Identified, InWorkspace, OfPair


class Review(Identified, InWorkspace, OfPair, Base):
    """A form that one of a pair filled in, once for each kind; what it says is in its answers."""

    __tablename__ = "review"
    __table_args__ = (UniqueConstraint("pair_id", "author_id", "kind", "subject"),)

    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    # Tells two of a kind apart: a goal's id, or how many months after the end; else empty.
    subject: Mapped[str] = mapped_column(String(32))
    created_at: Mapped[datetime]


class ReviewAnswer(Identified, InWorkspace, Base):
    """The answer to one question of a form: its words are the author's alone, what was shared is the pair's; sealed."""

    __tablename__ = "review_answer"
    __table_args__ = (UniqueConstraint("review_id", "question"),)

    review_id: Mapped[str] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"))
    question: Mapped[str] = mapped_column(String(32))
    # None: taken out again, after it had been shared.
    words: Mapped[bytes | None] = mapped_column(LargeBinary)
    # What the partner reads: the words as they were when they were last shared.
    shared: Mapped[bytes | None] = mapped_column(LargeBinary)
    shared_at: Mapped[datetime | None]


class ThankYou(Identified, InWorkspace, OfPair, Base):
    """The note with which one of a pair thanks the other at its end; its words are sealed, and read by the two."""

    __tablename__ = "thank_you"
    __table_args__ = (UniqueConstraint("pair_id", "author_id"),)

    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    words: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]
