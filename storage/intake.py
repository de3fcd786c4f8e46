"""What came in from Slack and must count once."""

from datetime import datetime

from storage.inserts import insert_once
from storage.models import SubmittedForm
from storage.transaction import Transaction


async def is_first_submit(tx: Transaction, workspace: str, form_id: str, now: datetime) -> bool:
    """Note that a form (Slack's view id) was submitted; False: it was before, and has been carried out."""
    return bool(await insert_once(tx, SubmittedForm, workspace_id=workspace, form_id=form_id, submitted_at=now))
