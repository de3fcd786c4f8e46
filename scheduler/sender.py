"""The outbox leaves: what is due is claimed and sent, and what became of it is noted."""

import asyncio
import logging
from datetime import datetime, timedelta
from uuid import uuid4

from scheduler.alarm import Alarm
from scheduler.attempt import Attempt, Tools
from scheduler.margins import Margins
from scheduler.settling import Settling
from scheduler.slack_calls import SlackCalls
from services.context import Services
from services.forget_unsaid import look_again
from storage.completing import Completion, Dead, InDoubt, Sent, Unconfirmed, complete
from storage.models import Delivery
from storage.outbox import claim_due, next_due
from storage.sending_lease import give_up_leases
from storage.tidying import claim_doubtful, expire_overdue, is_untidy, park_abandoned
from storage.transaction import Transaction
from views.wording import Wording

log = logging.getLogger(__name__)

TIDY_EVERY = timedelta(seconds=5)

# Somebody took the message away that was to be redrawn: nothing to worry about.
DELETED = Dead("message_not_found")


class Sender:
    """Sends what is due, once. Whatever surely did not arrive is sent again; what may have arrived is looked for first.

    Of one receiver's deliveries one is in hand at a time, so they stay in order; several receivers' go side by side.
    Of several processes on one database one sends to a workspace at a time: whichever comes first, until it rests.

    Args:
        services: The store, the time, and the way to be woken when the next delivery is due.
        slack: The calls to Slack.
        wording: What messages say.
        margins: How to go about it.

    Raises:
        ValueError: The lease is too short for a call.
    """

    def __init__(
        self,
        services: Services,
        slack: SlackCalls,
        wording: Wording,
        *,
        margins: Margins = Margins(),  # noqa: B008 - frozen
    ) -> None:
        self._tools = Tools(services, slack, wording, margins)
        self._services = services
        self._clock = slack.clock
        self._pace = slack.pace
        self._margins = margins
        # For how many seconds after a claim a call may still begin.
        self._usable = (margins.lease - margins.spare).total_seconds() - slack.patience.answer
        if self._usable <= 0:
            msg = "A lease has to outlast Slack's answer, with something to spare."
            raise ValueError(msg)
        self._in_hand: dict[asyncio.Task[None], Attempt | Settling] = {}
        # An embedded database has no second process to share the work with.
        self._holder = None if services.store.dialect == "sqlite" else uuid4().hex
        self._may_hold_leases = False
        self._claiming: asyncio.Task[None] | None = None
        self._tidied_at: datetime | None = None
        self._alarm = Alarm(services.wake)
        self._closed = False

    async def drain(self) -> bool:
        """Take what is due into hand, and stay until some of it has left or a moment has passed.

        Returns:
            True while anything is in hand: call it again. After False, the services are woken when the next is due.
        """
        if self._closed:
            return False
        was_busy = bool(self._in_hand)
        await self._tidy_now_and_then()
        # Mostly nothing is due, and a look does not keep anybody from writing.
        now, closed = self._services.now(), self._pace.closed()
        due = await self._services.glance(lambda tx: next_due(tx, now, closed=closed))
        if due and due <= now:
            # A stop may cancel this, but not between the claim and its being taken into hand.
            self._claiming = asyncio.create_task(self._claim())
            await asyncio.shield(self._claiming)
        if self._in_hand:
            look = self._margins.look.total_seconds()
            await asyncio.wait(self._in_hand, timeout=look, return_when=asyncio.FIRST_COMPLETED)
            return True
        if was_busy:
            # What ended during the claim may have held up another.
            return True
        await self._let_others_send()
        self._set_alarm(due)
        return False

    async def close(self, within: float) -> None:
        """Claim nothing more, and give back what is not on its way to Slack yet.

        Args:
            within: Seconds for what is on its way. A post that has no answer by then is in doubt.
        """
        self._closed = True
        self._alarm.cancel()
        if self._claiming:
            await asyncio.gather(self._claiming, return_exceptions=True)
        # A task cancelled before its first step would not give anything back.
        await asyncio.sleep(0)
        for task, attempt in self._in_hand.items():
            if attempt.may_stop:
                task.cancel()
        if self._in_hand:
            _, late = await asyncio.wait(self._in_hand, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._let_others_send()

    async def _tidy_now_and_then(self) -> None:
        # What it finds can wait; every deed in the workspace wakes the sender.
        now, settle = self._services.now(), self._margins.settle
        if self._tidied_at is None or abs(now - self._tidied_at) >= TIDY_EVERY:
            self._tidied_at = now
            if await self._services.glance(lambda tx: is_untidy(tx, now, settle)):
                usable_until = self._clock() + self._usable
                for claimed in await self._services.store.write(self._tidy):
                    self._take_in_hand(Settling(self._tools, claimed, usable_until))

    async def _tidy(self, tx: Transaction) -> list[Delivery]:
        """Put the outbox in order; what is in doubt and can be settled."""
        if abandoned := await park_abandoned(tx):
            log.error("deliveries in doubt, since their sender vanished: ids=%s", abandoned)
        now = self._services.now()
        if expired := await expire_overdue(tx, now):
            log.info("deliveries expired: ids=%s", expired)
            await look_again(tx, now, expired)
        margins = self._margins
        return await claim_doubtful(tx, margins.at_once, margins.settle, margins.lease)

    async def _claim(self) -> None:
        room = self._margins.at_once - len(self._in_hand)
        if room <= 0 or self._closed:
            return
        # The lease begins inside the transaction, so it is counted from before it.
        usable_until = self._clock() + self._usable
        now, lease, closed, holder = self._services.now(), self._margins.lease, self._pace.closed(), self._holder
        # Nothing that is claimed outlasts the lease of its workspace, which begins with it.
        self._may_hold_leases = holder is not None
        for claimed in await self._services.store.write(
            lambda tx: claim_due(tx, now, room, lease, closed=closed, holder=holder)
        ):
            self._take_in_hand(Attempt(self._tools, claimed, usable_until))

    def _take_in_hand(self, attempt: Attempt | Settling) -> None:
        task = asyncio.create_task(self._deliver(attempt), name=f"delivery {attempt.claimed.id}")
        self._in_hand[task] = attempt
        task.add_done_callback(self._in_hand.pop)

    async def _let_others_send(self) -> None:
        holder = self._holder
        if self._may_hold_leases and holder:
            await self._services.store.write(lambda tx: give_up_leases(tx, holder))
            self._may_hold_leases = False

    def _set_alarm(self, due: datetime | None) -> None:
        now = self._services.now()
        waits = [*self._pace.closed().values(), *([(due - now).total_seconds()] if due else [])]
        if waits and not self._closed:
            # Not at once: what is due and could not be claimed waits for something else.
            self._alarm.set(max(min(waits), self._margins.look.total_seconds()))

    async def _deliver(self, attempt: Attempt | Settling) -> None:
        started = self._clock()
        try:
            completion = await attempt.make()
        except asyncio.CancelledError:
            await self._note(attempt, attempt.interrupted(), started)
            raise
        except Exception as error:
            log.exception("delivery broke: id=%s", attempt.claimed.id)
            completion = attempt.broken(type(error).__name__)
        await self._note(attempt, completion, started)

    async def _note(self, attempt: Attempt | Settling, completion: Completion, started: float) -> None:
        attempt.may_stop = False
        claimed = attempt.claimed
        bad = isinstance(completion, InDoubt | Unconfirmed | Dead) and completion != DELETED
        level = logging.ERROR if bad else logging.INFO
        milliseconds = (self._clock() - started) * 1000
        log.log(level, "delivery %s redraws=%s %s ms=%.0f", claimed.id, claimed.redraws_id, completion, milliseconds)
        now = self._services.now()
        try:
            noted = await self._services.store.write(lambda tx: complete(tx, claimed, completion, now))
        except Exception:
            # It stays claimed: once the lease is over, it is in doubt.
            log.exception("what became of a delivery could not be noted: id=%s", claimed.id)
            return
        if not noted:
            log.error("a delivery's lease was over before it was completed: id=%s", claimed.id)
        elif claimed.programme_id and isinstance(completion, Sent):
            # Whoever settles posts of a channel tells those it names that theirs is out.
            self._services.wake()
