"""`rapport doctor`: is everything as it should be, and if not, what to do."""

from collections.abc import AsyncIterator, Awaitable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from bot.clock import Clock
from bot.database import key_path, keyring_for, reason
from bot.manifest import Manifest
from bot.problems import CannotStartError
from bot.settings import Settings
from bot.slack import APP_ADVICE, BOT_ADVICE, error_code, open_session, slack_client
from storage.key_proof import PROOF_ID, prove_keys
from storage.keyring import KeyringError
from storage.models import Programme
from storage.models.keys import KeyProof
from storage.schema import schema_state
from storage.store import Store
from storage.transaction import Transaction
from storage.urls import parse_url

# Slack tells the time in whole seconds, and an answer takes a moment.
CLOCK_MARGIN = timedelta(seconds=30)


@dataclass(frozen=True)
class Finding:
    """What was found out about one subject: a sentence, and what to do where something has to be put right."""

    subject: str
    words: str
    is_well: bool = True


async def examine(settings: Settings, clock: Clock) -> Sequence[Finding]:
    """Check all there is to check, and change nothing."""
    async with open_session() as session:
        client = slack_client(settings, session)
        findings, answer = await _bot_token(client)
        if answer:
            findings += [_scopes(answer, Manifest.read()), _clock(answer, clock)]
        findings.append(await _app_token(client, settings.slack_app_token))
        findings += [finding async for finding in _database(settings, client)]
        return findings


async def _bot_token(client: AsyncWebClient) -> tuple[list[Finding], AsyncSlackResponse | None]:
    answer, trouble = await _ask(client.auth_test(), BOT_ADVICE)
    if answer is None:
        return [Finding("Bot token", trouble, is_well=False)], None
    return [Finding("Bot token", f"Signed in to {answer.get('team')} as {answer.get('user')}.")], answer


async def _app_token(client: AsyncWebClient, token: str) -> Finding:
    answer, trouble = await _ask(client.apps_connections_open(app_token=token), APP_ADVICE)
    if answer is None:
        return Finding("Socket Mode", trouble, is_well=False)
    return Finding("Socket Mode", "Slack offers a connection.")


async def _ask(call: Awaitable[AsyncSlackResponse], advice: str) -> tuple[AsyncSlackResponse | None, str]:
    try:
        return await call, ""
    except SlackApiError as error:
        code, status = error_code(error)
        if code is None:
            return None, f"SLACK_API_URL does not answer as Slack does (HTTP status {status})."
        return None, f"Slack refuses it ({code}). {advice}"
    except (aiohttp.ClientError, OSError) as error:
        return None, f"Slack is not reached ({type(error).__name__}). Check the network and SLACK_API_URL."


def _scopes(answer: AsyncSlackResponse, manifest: Manifest) -> Finding:
    told = _header(answer, "x-oauth-scopes")
    if not told:
        return Finding("Scopes", "This server does not tell which ones the token has.")
    granted = {scope.strip() for scope in told.split(",")}
    if missing := sorted(manifest.scopes - granted):
        advice = "Update the app from manifest.yml and install it in the workspace again."
        return Finding("Scopes", f"The token lacks {', '.join(missing)}. {advice}", is_well=False)
    without = sorted(manifest.optional_scopes - granted)
    return Finding("Scopes", f"All that is needed; without the optional {', '.join(without)}." if without else "All.")


def _clock(answer: AsyncSlackResponse, clock: Clock) -> Finding:
    told = _header(answer, "date")
    if not told:
        return Finding("Clock", "This server does not tell the time.")
    ahead = clock() - parsedate_to_datetime(told)
    if abs(ahead) > CLOCK_MARGIN:
        seconds = round(abs(ahead).total_seconds())
        which = "ahead of" if ahead > timedelta() else "behind"
        return Finding("Clock", f"It is {seconds} s {which} Slack's. Have the machine keep time (NTP).", is_well=False)
    return Finding("Clock", "It agrees with Slack's.")


async def _database(settings: Settings, client: AsyncWebClient) -> AsyncIterator[Finding]:
    address = parse_url(settings.database_url)
    if address.path and not address.path.exists():
        yield Finding("Database", f"{address.path} will be made at the first start.")
        return
    try:
        state = await schema_state(settings.database_url)
    except (DBAPIError, OSError) as error:
        yield Finding("Database", f"It cannot be used: {reason(error)}. Check DATABASE_URL.", is_well=False)
        return
    if not state.is_newest:
        if address.dialect == "sqlite":
            yield Finding("Database", "Its schema is older than this version; the next start brings it up to date.")
        else:
            yield Finding("Database", "Its schema is older than this version. Run `rapport migrate`.", is_well=False)
        return
    yield Finding("Database", "It is reached, and its schema is the newest.")
    if not settings.rapport_keys and not key_path(settings).exists():
        advice = "Put it back, or set RAPPORT_KEYS: without it private words cannot be read."
        yield Finding("Keys", f"The key file {key_path(settings)} is missing. {advice}", is_well=False)
        return
    try:
        store = Store(settings.database_url, keyring_for(settings))
    except CannotStartError as error:
        yield Finding("Keys", str(error), is_well=False)
        return
    try:
        yield await _keys(store)
        async for finding in _channels(store, client):
            yield finding
    finally:
        await store.close()


async def _keys(store: Store) -> Finding:
    try:
        await store.read(_open_proof)
    except KeyringError:
        advice = "Add the key that it had before to RAPPORT_KEYS."
        return Finding("Keys", f"This database was sealed with another key. {advice}", is_well=False)
    return Finding("Keys", "They are the ones this database was sealed with.")


async def _open_proof(tx: Transaction) -> None:
    # A database that was never started on has no proof yet, and this is no moment to make one.
    if await tx.get(KeyProof, PROOF_ID):
        await prove_keys(tx)


async def _channels(store: Store, client: AsyncWebClient) -> AsyncIterator[Finding]:
    async def look(tx: Transaction) -> list[tuple[str, str]]:
        rows = await tx.execute(select(Programme.name, Programme.channel).where(Programme.channel.is_not(None)))
        return [(name, channel) for name, channel in rows if channel]

    for programme, channel in await store.read(look):
        subject = f"Celebrations of {programme}"
        answer, trouble = await _ask(
            client.conversations_info(channel=channel), "Choose it anew in /mentoring programme."
        )
        if answer is None:
            yield Finding(subject, trouble, is_well=False)
        elif not answer["channel"].get("is_member", True):
            yield Finding(
                subject, "Rapport is not in the channel. Invite it there with /invite @Rapport.", is_well=False
            )
        else:
            yield Finding(subject, "Rapport is in the channel.")


def _header(answer: AsyncSlackResponse, name: str) -> str:
    return next((str(value) for key, value in answer.headers.items() if key.lower() == name), "")
