"""One thing that a person did in Slack, and the ways to answer it."""

import asyncio
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from mentoring.people import Actor
from views.blocks import Block, View
from views.forms.notices import message_form
from views.markup import escape
from views.wording import Wording

Json = dict[str, Any]

HTTP_OK = 200


class CallKind(StrEnum):
    """What sort of thing was done."""

    COMMAND = "command"
    SHORTCUT = "shortcut"
    ACTION = "action"
    SUBMISSION = "submission"
    CLOSED = "closed"


class Call:
    """One command, shortcut, click, submitted or closed form.

    A call is acknowledged once. Whatever the listener did not acknowledge, `Listening` does when it returns: after the
    deed, so that nothing acknowledged can be lost. `open` acknowledges by itself, because Slack's `trigger_id` lives
    three seconds.

    Attributes:
        kind: What sort of thing was done.
        name: The command, the action's id, or the callback id.
        actor: Who did it.
        body: Slack's payload.
        client: A Web API client with this workspace's token. It retries nothing.
        answered: Done once Slack has had its answer.
    """

    def __init__(
        self,
        kind: CallKind,
        name: str,
        actor: Actor,
        body: Mapping[str, Any],
        client: AsyncWebClient,
        ack: AsyncAck,
        wording: Wording,
    ) -> None:
        self.kind = kind
        self.name = name
        self.actor = actor
        self.body = body
        self.client = client
        self.answered: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._has_opened = False
        self._ack = ack
        self._wording = wording

    @property
    def acknowledged(self) -> bool:
        """Whether Slack has had its answer."""
        return self.answered.done()

    @property
    def words(self) -> str:
        """What was typed after a command, without space around it; empty for everything else."""
        return str(self.body.get("text") or "").strip() if self.kind is CallKind.COMMAND else ""

    @property
    def action(self) -> Json:
        """The element that was used, as Slack describes it: its ids, and its value or selection."""
        actions = self.body.get("actions") or [{}]
        return dict(actions[0])

    @property
    def value(self) -> str:
        """The value of the button or option that was used; empty when it has none."""
        chosen = self.action.get("selected_option") or self.action
        return str(chosen.get("value") or "")

    @property
    def view(self) -> View:
        """The modal or Home in which it was done; empty when it was done in a message or a channel."""
        return dict(self.body.get("view") or {})

    @property
    def in_modal(self) -> bool:
        """Whether it was done in a modal."""
        return bool(self.view.get("type") == "modal")

    @property
    def form_id(self) -> str:
        """Slack's id of the open form: the same for a second submit of it."""
        return str(self.view.get("id") or "")

    @property
    def channel(self) -> str | None:
        """The id of the conversation in which it was done, where there is one."""
        channel = self.body.get("channel") or {}
        found = self.body.get("channel_id") or channel.get("id") or self._container.get("channel_id")
        return str(found) if found else None

    @property
    def message_ts(self) -> str | None:
        """The timestamp (Slack's id) of the message whose element was used."""
        ts = self._container.get("message_ts")
        return str(ts) if ts else None

    @property
    def _container(self) -> Mapping[str, Any]:
        container: Mapping[str, Any] = self.body.get("container") or {}
        return container

    async def acknowledge(self) -> None:
        """Tell Slack that this arrived. A submitted form closes."""
        await self._answer()

    async def open(self, view: View) -> str:
        """Acknowledge, then open a modal, or push it onto the one that is open.

        Returns:
            The new view's id; empty where it had been opened before.

        Raises:
            SlackApiError: Slack refused it: the view is not valid, or three seconds had passed.
        """
        if self.kind is not CallKind.SUBMISSION:
            await self.acknowledge()
        method = self.client.views_push if self.in_modal else self.client.views_open
        is_first, self._has_opened = not self._has_opened, True
        try:
            response = await method(trigger_id=str(self.body.get("trigger_id")), view=view)
        except SlackApiError as error:
            if is_first and error.response.get("error") == "exchanged_trigger_id":
                # Slack sent the same deed twice: what it opens is open since the first time.
                return ""
            raise
        opened: Mapping[str, Any] = response.get("view") or {}
        return str(opened.get("id") or "")

    async def redraw(self, view: View) -> None:
        """Show another content in the open modal. What is typed in blocks that keep their ids stays.

        A submission is answered with it. Anything else updates the view, unless a newer one is already shown.

        Raises:
            SlackApiError: Slack refused the view.
        """
        if self.kind is CallKind.SUBMISSION:
            await self._answer(response_action="update", view=view)
            return
        try:
            await self.client.views_update(view_id=self.form_id, hash=self.view.get("hash"), view=view)
        except SlackApiError as error:
            if error.response.get("error") != "hash_conflict":
                raise

    async def close_all(self) -> None:
        """Answer a submission by closing the form and those beneath it."""
        await self._answer(response_action="clear")

    async def mark_fields(self, errors: Mapping[str, str]) -> None:
        """Answer a submission by keeping the form open, with a sentence beneath each of these blocks."""
        await self._answer(response_action="errors", errors=dict(errors))

    async def say_privately(self, text: str, blocks: Sequence[Block] = ()) -> None:
        """Say something to this person alone, where they are: beside the command or message, or over the form.

        Args:
            text: Mere words are shown as they are, `Markup` is interpreted. Over a form and in the Home it is all.
            blocks: What a message shows instead of the text.

        Raises:
            ConnectionError: Slack did not take it.
            SlackApiError: The same, where it was to be a direct message.
        """
        if self.kind is CallKind.COMMAND and not self.acknowledged:
            await self._answer(**_content(text, blocks), response_type="ephemeral")
        elif self.body.get("response_url"):
            await self._respond({**_content(text, blocks), "response_type": "ephemeral", "replace_original": False})
        elif self.kind is CallKind.SUBMISSION and not self.acknowledged:
            await self._answer(response_action="push", view=message_form(text, self._wording))
        elif self.kind in (CallKind.ACTION, CallKind.SHORTCUT):
            try:
                await self.open(message_form(text, self._wording))
            except SlackApiError:
                # Three seconds are over, or three modals are open.
                await self._say_in_direct_message(text, blocks)
        else:
            await self._say_in_direct_message(text, blocks)

    async def _say_in_direct_message(self, text: str, blocks: Sequence[Block]) -> None:
        await self.client.chat_postMessage(channel=self.actor.user, **_content(text, blocks))

    async def _answer(self, **answer: Any) -> None:  # noqa: ANN401 - Slack's words for an answer
        if not self.acknowledged:
            await self._ack(**answer)
            self.answered.set_result(None)

    async def _respond(self, message: Mapping[str, Any]) -> None:
        # Bolt's own respond() opens a session of its own, every time.
        webhook = AsyncWebhookClient(
            str(self.body["response_url"]), session=self.client.session, retry_handlers=[], logger=self.client.logger
        )
        response = await webhook.send_dict(dict(message))
        if response.status_code != HTTP_OK:
            error = f"response_url answered {response.status_code}"
            raise ConnectionError(error)


def _content(text: str, blocks: Sequence[Block]) -> Json:
    content: Json = {"text": escape(text)}
    if blocks:
        content["blocks"] = list(blocks)
    return content
