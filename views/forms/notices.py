"""Modals without fields: something to read."""

from views.blocks import View, section
from views.forms.context import Context
from views.forms.modal import modal
from views.ids import FormId
from views.messages.privacy import who_reads_what
from views.wording import Wording


def privacy_form(wording: Wording) -> View:
    """Who reads what."""
    title, close = wording.say("button-privacy"), wording.say("form-close")
    return modal(Context(FormId.MESSAGE), title, who_reads_what(wording), close=close)


def message_form(text: str, wording: Wording) -> View:
    """A sentence in place of the form that cannot be shown."""
    return modal(Context(FormId.MESSAGE), wording.say("product"), [section(text)], close=wording.say("form-close"))
