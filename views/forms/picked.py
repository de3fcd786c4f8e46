"""The message in Slack that a form was opened on."""

from mentoring.picked import PickedMessage
from views.blocks import Block, context, section
from views.markup import link
from views.wording import Wording


def picked_message(picked: PickedMessage | None, wording: Wording, *, may_be_posted: bool = False) -> list[Block]:
    """Whose message it is, and who will see the link to it; another's words are not in the form.

    `may_be_posted`: what is written may go to the channel, which then takes the consent of whoever wrote the message.
    """
    if picked is None:
        return []
    goes_along = context(wording.markup("picked-mine", message=link(picked.link, wording.say("picked-link"))))
    if picked.name is None:
        return [goes_along]
    asked = [context(wording.markup("picked-asked", author=picked.name))] if may_be_posted else []
    return [section(wording.markup("picked-theirs", author=picked.name)), goes_along, *asked]
