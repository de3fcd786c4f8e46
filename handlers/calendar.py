"""Somebody takes a planned session into their calendar: by link, or by a file where files may be sent."""

from slack_sdk.errors import SlackApiError

from handlers.call import Call
from handlers.listening import Listening
from mentoring.planning import CalendarEntry
from services.context import Services
from services.read_calendar_entry import read_calendar_entry
from views.calendar import FILE_NAME, calendar_file
from views.forms.calendar import calendar_form, file_comment
from views.ids import ActionId
from views.wording import Wording

# What Slack answers where the app may send no files.
NO_FILES = frozenset({"missing_scope", "not_allowed_token_type", "file_uploads_disabled"})


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the button of a planned session, and of one that is called off."""

    async def add(call: Call) -> None:
        entry = await read_calendar_entry(services, call.actor, call.value)
        view_id = await call.open(calendar_form(entry, wording, file_comes=False))
        if view_id and await _send_file(call, entry):
            await _say_that_it_comes(call, view_id, entry)

    async def _say_that_it_comes(call: Call, view_id: str, entry: CalendarEntry) -> None:
        try:
            await call.client.views_update(view_id=view_id, view=calendar_form(entry, wording, file_comes=True))
        except SlackApiError as error:
            # They have closed it, and will see the file.
            if error.response.get("error") != "not_found":
                raise

    async def _send_file(call: Call, entry: CalendarEntry) -> bool:
        """Send the file to this person alone; False: the app may send none here."""
        try:
            opened = await call.client.conversations_open(users=call.actor.user)
            await call.client.files_upload_v2(
                channel=str(opened["channel"]["id"]),
                content=calendar_file(entry, wording),
                filename=FILE_NAME,
                initial_comment=file_comment(entry, wording),
            )
        except SlackApiError as error:
            if error.response.get("error") in NO_FILES:
                return False
            raise
        return True

    listening.action(ActionId.ADD_TO_CALENDAR, add)
