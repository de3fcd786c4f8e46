"""`rapport outbox`: how its commands are called. What they do is in bot/outbox.py, which takes longer to import."""

from typing import Annotated

import typer

Ids = Annotated[list[int], typer.Argument(metavar="ID...", help="As `rapport outbox list` shows them.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]

app = typer.Typer(no_args_is_help=True)


@app.command("list")
def list_(
    state: Annotated[str | None, typer.Option(help="Only this state, such as sent or pending.")] = None,
    most: Annotated[int, typer.Option(min=1, max=1000, help="How many to list, the newest first.")] = 50,
) -> None:
    """List the posts that somebody should look at, or those in one state, and count the rest."""
    from bot.outbox import list_posts

    list_posts(state, most)


@app.command()
def show(post_id: Annotated[int, typer.Argument(metavar="ID")]) -> None:
    """Show one post: what it is about, for whom, when, how often it was tried, and why it is where it is."""
    from bot.outbox import show_post

    show_post(post_id)


@app.command()
def retry(ids: Ids, yes: Yes = False) -> None:
    """Send posts again that are dead or unconfirmed. An unconfirmed one may then be in Slack twice."""
    from bot import outbox

    outbox.retry(ids, yes=yes)


@app.command()
def discard(ids: Ids, yes: Yes = False) -> None:
    """Give posts up that wait, are dead, or in doubt: they are not sent, and not looked for."""
    from bot import outbox

    outbox.discard(ids, yes=yes)
