"""One try at one delivery: put into words as things stand now, and sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from mentoring.notices import Content
from scheduler.margins import Margins
from scheduler.outcomes import GONE, Done, Doubtful, Failure, Limited, Passing, Refused, Suspended
from scheduler.pace import OPEN, POST, UPDATE
from scheduler.slack_calls import SlackCalls
from services.compose_delivery import Address, Posted, compose_delivery
from services.context import Services
from services.drop_unsaid import drop_unsaid
from services.note_departure import note_departure
from services.remember_channel import remember_channel
from services.report_refused_post import report_refused_post
from services.split_delivery import split_delivery
from storage.completing import Cancelled, Completion, Dead, InDoubt, Retry, Sent
from storage.models import Delivery
from views.messages import Message, how_many_fit, merge, nudge_foot, render
from views.wording import Wording

STOPPED = "stopped"
WAITING = "waiting"


@dataclass(frozen=True)
class Tools:
    """What every attempt works with."""

    services: Services
    slack: SlackCalls
    wording: Wording
    margins: Margins


class Attempt:
    """One try at a claimed delivery.

    Args:
        tools: What it works with.
        claimed: The delivery.
        usable_until: When, by the clock of the calls, the last call may begin.

    Attributes:
        claimed: The delivery.
        may_stop: Whether it can be cancelled without a doubt: no call to Slack is on its way, or has come back.
    """

    def __init__(self, tools: Tools, claimed: Delivery, usable_until: float) -> None:
        self.claimed = claimed
        self.may_stop = True
        self._services = tools.services
        self._slack = tools.slack
        self._wording = tools.wording
        self._margins = tools.margins
        self._usable_until = usable_until
        self._posting_to: str | None = None

    async def make(self) -> Completion:
        """Compose and send; what became of it."""
        composed = await compose_delivery(self._services, self.claimed.id)
        if composed is None:
            return Cancelled()
        messages = [render(content, composed.reader, self._wording) for content in composed.contents]
        if composed.redraws:
            return await self._redraw(composed.redraws, self._whole(messages, composed.contents))
        if composed.unsaid:
            await drop_unsaid(self._services, composed.unsaid)
        room = how_many_fit(messages)
        if rest := [notice_id for notices in composed.notices[room:] for notice_id in notices]:
            # Before the post, so that a crash in between loses nothing and doubles nothing.
            await split_delivery(self._services, self.claimed.id, rest)
        return await self._send(composed.address, self._whole(messages[:room], composed.contents[:room]))

    def _whole(self, messages: Sequence[Message], contents: Sequence[Content]) -> Message:
        return merge(messages, self._wording, nudge_foot(contents, self._wording))

    def interrupted(self) -> Completion:
        """What is to be noted when `make` was cancelled."""
        if self._posting_to:
            return InDoubt(self._posting_to, STOPPED)
        return Retry(self.claimed.not_before, STOPPED, counts=False)

    def broken(self, error: str) -> Completion:
        """What is to be noted when `make` raised."""
        return InDoubt(self._posting_to, error) if self._posting_to else self._failed(error)

    def _failed(self, error: str) -> Completion:
        """It surely was not sent: another try later, until there were enough."""
        if self.claimed.attempts + 1 >= self._margins.tries:
            return Dead(error)
        wait = timedelta(seconds=self._margins.backoff.seconds(self.claimed.attempts + 1))
        return Retry(self._services.now() + wait, error)

    async def _send(self, address: Address, message: Message) -> Completion:
        if address.channel:
            return await self._post(address.channel, message)
        opened = await self._open(address.users)
        if not isinstance(opened, str):
            return opened
        await remember_channel(self._services, self.claimed.id, opened)
        return await self._post(opened, message)

    async def _open(self, users: tuple[str, ...]) -> str | Completion:
        if not await self._turn(OPEN):
            return self._put_off(OPEN, WAITING)
        self.may_stop = False
        outcome = await self._slack.open(self._workspace, users)
        self.may_stop = True
        if not isinstance(outcome, Done):
            return await self._unsent(OPEN, outcome)
        channel = (outcome.answer.get("channel") or {}).get("id")
        return str(channel) if channel else self._failed("no channel in the answer")

    async def _post(self, channel: str, message: Message) -> Completion:
        if not await self._turn(POST, channel):
            return self._put_off(POST, WAITING, channel)
        self.may_stop, self._posting_to = False, channel
        outcome = await self._slack.post(
            self._workspace, channel, message.text, message.blocks, self.claimed.correlation_id or ""
        )
        self._posting_to = None
        if isinstance(outcome, Doubtful):
            return InDoubt(channel, outcome.reason)
        if not isinstance(outcome, Done):
            return await self._unsent(POST, outcome)
        ts = outcome.answer.get("ts")
        return Sent(str(outcome.answer.get("channel") or channel), str(ts)) if ts else InDoubt(channel, "no ts")

    async def _redraw(self, posted: Posted, message: Message) -> Completion:
        if not await self._turn(UPDATE):
            return self._put_off(UPDATE, WAITING)
        self.may_stop = False
        outcome = await self._slack.update(self._workspace, posted.channel, posted.ts, message.text, message.blocks)
        if isinstance(outcome, Done):
            return Sent(posted.channel, posted.ts)
        return await self._unsent(UPDATE, outcome)

    async def _unsent(self, method: str, outcome: Failure) -> Completion:
        """What follows when nothing was done, or nothing that must not be done twice."""
        match outcome:
            case Refused(error):
                # First, so that a crash in between cannot leave a pair without its introduction.
                await report_refused_post(self._services, self.claimed.id)
                if error in GONE:
                    await note_departure(self._services, self.claimed.id)
                return Dead(error)
            case Passing(reason) | Doubtful(reason):
                return self._failed(reason)
            case Suspended(error):
                return self._put_off(method, error)
            case Limited():
                return self._put_off(method, "ratelimited")
            case _:
                return self._put_off(method, outcome.reason)

    async def _turn(self, method: str, channel: str | None = None) -> bool:
        within = self._usable_until - self._slack.clock()
        return await self._slack.turn(self._workspace, method, channel, within=within)

    def _put_off(self, method: str, why: str, channel: str | None = None) -> Completion:
        """Give it back untried. Nothing is claimed for a closed workspace, so there it keeps its time and its order."""
        pace, not_before = self._slack.pace, self.claimed.not_before
        if self._workspace not in pace.closed():
            wait = timedelta(seconds=pace.wait(self._workspace, method, channel))
            not_before = max(not_before, self._services.now() + wait)
        return Retry(not_before, why, counts=False)

    @property
    def _workspace(self) -> str:
        return self.claimed.workspace_id
