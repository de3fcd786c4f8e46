"""What came in from Slack and must count once."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base


class OncePerWorkspace:
    """A row whose key Slack chose; it is unique within a workspace."""

    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"), primary_key=True)


class SlackEvent(OncePerWorkspace, Base):
    """An event, recorded before it is acknowledged: its kind and ids, never anybody's words."""

    __tablename__ = "slack_event"

    event_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    received_at: Mapped[datetime] = mapped_column(index=True)
    handled_at: Mapped[datetime | None]


class SubmittedForm(OncePerWorkspace, Base):
    """A form that was submitted and carried out. A second submit of the same form finds it here."""

    __tablename__ = "submitted_form"

    form_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    submitted_at: Mapped[datetime]
