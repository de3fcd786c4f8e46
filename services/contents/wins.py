"""What notices about wins, milestones and their posts say."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from mentoring.celebrations import (
    ChannelClosed,
    ConsentAsked,
    NoLongerAsked,
    NotPosted,
    ShoutOutText,
    WinSaved,
    WinShared,
)
from mentoring.consent import Answer, ShoutOutState, shows_names
from mentoring.notices import NoticeKind
from mentoring.pairs import LIVELY
from mentoring.people import Person as Card
from mentoring.widening import Widening, wider_audiences
from mentoring.wins import Audience
from services.contents.posts import Post, posts
from services.shout_outs import consents_to
from services.wins import about_message
from storage.models import Delivery, DeliveryState, Notice, Pair, Person, Programme, ShoutOut, Win
from storage.notices import was_sent
from storage.pairs import partner_of
from storage.people import card, people_by_id
from storage.transaction import Transaction


async def win_saved(tx: Transaction, notice: Notice) -> WinSaved:
    """To the author: what happens next. A win only they read is not repeated in Slack."""
    win = await tx.get_one(Win, notice.subject)
    audience = Audience(win.audience)
    partner = None
    if win.pair_id and audience is Audience.PARTNER:
        pair = await tx.get_one(Pair, win.pair_id)
        partner = card(await tx.get_one(Person, partner_of(pair, win.author_id)))
    shout_out = await tx.scalar(select(ShoutOut).where(ShoutOut.win_id == win.id))
    asked: tuple[Card, ...] = ()
    channel = None
    if shout_out:
        consents = [each for each in await consents_to(tx, shout_out.id) if each.person_id != win.author_id]
        asked = await _cards(tx, win.workspace_id, (each.person_id for each in consents))
        channel = (await tx.get_one(Programme, shout_out.programme_id)).channel
    return WinSaved(
        audience=audience,
        words=None if audience is Audience.ME else tx.unseal(win, "words"),
        partner=partner,
        asked=asked,
        channel=channel,
        state=ShoutOutState(shout_out.state) if shout_out else None,
        waits_until=await _digest_of(tx, shout_out) if shout_out else None,
        message=None if audience is Audience.ME else await about_message(tx, win),
        widening=await _widening(tx, win),
    )


async def win_shared(tx: Transaction, notice: Notice) -> WinShared | None:
    """To the partner of its author."""
    win = await tx.get_one(Win, notice.subject)
    if win.audience == Audience.ME:
        return None
    author = card(await tx.get_one(Person, win.author_id))
    return WinShared(author, tx.unseal(win, "words") or "", await about_message(tx, win))


async def consent_asked(tx: Transaction, notice: Notice) -> ConsentAsked | NoLongerAsked | None:
    """To everyone named, as things stand.

    What has not been asked while it could be answered, or before it was answered in App Home, is not asked at all.
    """
    post = next(iter(await posts(tx, (notice.subject,))), None)
    if post is None:
        return NoLongerAsked() if await was_sent(tx, notice) else None
    asked = question_about(post, notice.receiver)
    is_open = asked.state is ShoutOutState.ASKING and asked.answer is None
    return asked if is_open or await was_sent(tx, notice) else None


def question_about(post: Post, person_id: str) -> ConsentAsked:
    """What somebody whom a post names is asked, as things stand."""
    answer = next(consent.answer for person, consent in post.consents if person.id == person_id)
    return ConsentAsked(
        shout_out_id=post.shout_out.id,
        named=post.text(with_names=True),
        unnamed=post.text(with_names=False),
        channel=post.channel,
        answer=Answer(answer) if answer else None,
        state=ShoutOutState(post.shout_out.state),
        until=post.shout_out.waits_until,
    )


async def shout_out(tx: Transaction, notice: Notice) -> ShoutOutText | None:
    """To the channel, with names if nobody minds them; nothing unless everybody agreed."""
    post = next(iter(await posts(tx, (notice.subject,))), None)
    if post is None or post.shout_out.state not in (ShoutOutState.AGREED, ShoutOutState.POSTED):
        return None
    answers = [Answer(consent.answer) if consent.answer else None for _, consent in post.consents]
    return post.text(with_names=shows_names(answers))


async def not_posted(tx: Transaction, notice: Notice) -> NotPosted | None:
    """To the author of a win."""
    row = await tx.get_one(ShoutOut, notice.subject)
    win = await tx.get(Win, row.win_id) if row.win_id else None
    return NotPosted(tx.unseal(win, "words") or "") if win else None


async def channel_closed(tx: Transaction, notice: Notice) -> ChannelClosed:
    """To an organiser. The channel is the one it was about, even if another has been chosen since."""
    programme = await tx.get_one(Programme, notice.subject)
    return ChannelClosed(programme.name, notice.facts["channel"])


async def _digest_of(tx: Transaction, row: ShoutOut) -> datetime | None:
    """When the digest goes that a post waits for."""
    return await tx.scalar(
        select(Delivery.not_before)
        .join(Notice, Notice.delivery_id == Delivery.id)
        .where(
            Notice.kind == NoticeKind.SHOUT_OUT.value,
            Notice.subject == row.id,
            Delivery.state == DeliveryState.PENDING,
            Delivery.not_before > Notice.created_at,
            Delivery.attempts == 0,
        )
    )


async def _widening(tx: Transaction, win: Win) -> Widening | None:
    pair = await tx.get_one(Pair, win.pair_id) if win.pair_id else None
    if pair is None or pair.state not in LIVELY:
        return None
    programme = await tx.get_one(Programme, pair.programme_id)
    offered = wider_audiences(Audience(win.audience), has_channel=programme.channel is not None)
    partner = await tx.get_one(Person, partner_of(pair, win.author_id))
    return (
        Widening(
            win.id,
            partner=card(partner) if Audience.PARTNER in offered else None,
            to_channel=Audience.CHANNEL in offered,
        )
        if offered
        else None
    )


async def _cards(tx: Transaction, workspace: str, ids: Iterable[str]) -> tuple[Card, ...]:
    people = await people_by_id(tx, workspace, ids)
    return tuple(sorted(map(card, people.values()), key=lambda person: (person.name, person.id)))
