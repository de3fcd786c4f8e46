"""What `rapport outbox` does: tells of posts all but what they say, and has them sent again, or never."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from datetime import datetime
from typing import TypeVar

import typer
from rich.markup import escape
from rich.table import Table

from bot.clock import utc_now
from bot.database import open_beside
from bot.logs import set_up_logs
from bot.printing import output
from bot.settings import DatabaseSettings
from bot.terminal import carry_out, complain, load_settings
from storage.models import DeliveryState
from storage.outbox_review import (
    CAN_BE_DISCARDED,
    NEEDS_SOMEBODY,
    Post,
    count_posts,
    discard_posts,
    posts_by_id,
    posts_in,
    send_again,
)
from storage.transaction import Transaction

T = TypeVar("T")

MEANINGS = {
    DeliveryState.PENDING: "it waits for its time",
    DeliveryState.SENDING: "it is on its way",
    DeliveryState.SENT: "it is in Slack",
    DeliveryState.IN_DOUBT: "Slack gave no clear answer; Rapport looks for it in the conversation, within minutes",
    DeliveryState.UNCONFIRMED: "it may be in Slack, and Rapport cannot find out: look there, then retry or discard it",
    DeliveryState.DEAD: "it surely is not in Slack, and trying again by itself would not help",
    DeliveryState.EXPIRED: "its time was over before it could be sent",
    DeliveryState.CANCELLED: "there was nothing left to tell, or it was discarded",
}


def list_posts(state: str | None, most: int) -> None:
    """Print the newest posts in a state, or those that somebody should look at; and how many there are in each."""
    states = NEEDS_SOMEBODY if state is None else [_state(state)]

    async def look(tx: Transaction) -> tuple[dict[DeliveryState, int], list[Post]]:
        return await count_posts(tx), await posts_in(tx, states, most)

    counts, posts = _with_database(_settings(), look)
    if posts:
        _print_table(posts)
    elif state is None:
        output.print("Nothing needs anybody.")
    words = ", ".join(f"{counts[each]} {each.value}" for each in DeliveryState if each in counts)
    output.print(f"In all: {words or 'no posts yet'}.")


def show_post(post_id: int) -> None:
    """Print all that is known of a post but its words."""
    [post] = _found(_settings(), [post_id])
    rows = {
        "Post": str(post.id), "State": f"{post.state.value}: {MEANINGS[post.state]}", "About": _kinds(post),
        "For": post.receiver, "Made": _instant(post.created_at), "Due": _instant(post.not_before),
        "No later than": _instant(post.expires_at), "Ended": _instant(post.ended_at), "Tries": str(post.attempts),
        "Reason": post.error or "",
    }  # fmt: skip
    table = Table(box=None, show_header=False)
    for name, words in rows.items():
        if words:
            table.add_row(f"[bold]{name}[/]", escape(words))
    output.print(table)


def retry(ids: Sequence[int], *, yes: bool) -> None:
    """Have posts sent again; asks first where that may be twice."""
    settings = _settings()
    posts = _found(settings, ids)
    unsure = [post for post in posts if post.state is DeliveryState.UNCONFIRMED]
    if unsure:
        output.print(
            f"{_numbers(unsure)} may be in Slack already: look there first. Sent again, it may be there twice."
        )
        _ask(f"Send {_numbers(posts)} again?", yes=yes)
    done = _with_database(settings, lambda tx: send_again(tx, ids, utc_now()), writes=True)
    _say(done, posts, "goes out within seconds, if Rapport runs", "Only what is dead or unconfirmed, and still in time")


def discard(ids: Sequence[int], *, yes: bool) -> None:
    """Have posts given up; asks first."""
    settings = _settings()
    posts = _found(settings, ids)
    _ask(f"Never send {_numbers(posts)}?", yes=yes)
    done = _with_database(settings, lambda tx: discard_posts(tx, ids, utc_now()), writes=True)
    _say(done, posts, "is discarded", f"Only what is {', '.join(state.value for state in CAN_BE_DISCARDED)}")


def _state(word: str) -> DeliveryState:
    try:
        return DeliveryState(word)
    except ValueError:
        complain([f"There is no state {word}. The states are {', '.join(DeliveryState)}."])
        raise typer.Exit(2) from None


def _settings() -> DatabaseSettings:
    settings = load_settings(DatabaseSettings)
    set_up_logs(logging.WARNING, settings.secrets)
    return settings


def _with_database(
    settings: DatabaseSettings, work: Callable[[Transaction], Awaitable[T]], *, writes: bool = False
) -> T:
    async def carried_out() -> T:
        async with AsyncExitStack() as resources:
            store = await open_beside(settings, resources)
            return await (store.write if writes else store.read)(work)

    return carry_out(carried_out())


def _found(settings: DatabaseSettings, ids: Sequence[int]) -> list[Post]:
    posts = _with_database(settings, lambda tx: posts_by_id(tx, ids))
    missing = set(ids) - {post.id for post in posts}
    if missing:
        output.print(f"There is no post {', '.join(map(str, sorted(missing)))}.")
        raise typer.Exit(1)
    return posts


def _ask(question: str, *, yes: bool) -> None:
    if not yes and not typer.confirm(question):
        raise typer.Exit(1)


def _say(done: Sequence[int], posts: Sequence[Post], what: str, only: str) -> None:
    for post in posts:
        output.print(f"Post {post.id} {what}." if post.id in done else f"Post {post.id} stays as it is. {only}.")
    if len(done) < len(posts):
        raise typer.Exit(1)


def _print_table(posts: Sequence[Post]) -> None:
    table = Table("Post", "State", "About", "For", "Due", "Tries", "Reason")
    for post in posts:
        words = (post.state.value, _kinds(post), post.receiver, _instant(post.not_before))
        table.add_row(str(post.id), *map(escape, words), str(post.attempts), escape(post.error or ""))
    output.print(table)


def _numbers(posts: Sequence[Post]) -> str:
    return ", ".join(f"post {post.id}" for post in posts)


def _kinds(post: Post) -> str:
    return ", ".join(kind.replace("_", " ") for kind in dict.fromkeys(post.kinds)) or "nothing any more"


def _instant(at: datetime | None) -> str:
    return at.strftime("%Y-%m-%d %H:%M UTC") if at else ""
