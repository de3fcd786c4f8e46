"""Every flow, and so everything that Slack's payloads can lead to."""

from collections.abc import Callable

from slack_sdk.web.async_client import AsyncWebClient

from handlers import (
    agenda,
    agreement,
    agreement_page,
    calendar,
    cards,
    celebrations_channel,
    check_in_changes,
    checkin,
    endings,
    feedback,
    goal_nudges,
    goals,
    going_on,
    home,
    horizon,
    joining,
    mentoring,
    nudges,
    pair_choice,
    pairing,
    pairs,
    partner_promises,
    pauses,
    planned,
    planning,
    programme,
    promise_answers,
    promises,
    pulses,
    report,
    reviews,
    settings,
    shared_goals,
    story,
    troubles,
    widening,
    win,
    workspace,
)
from handlers.listening import Listening
from services.context import Services
from views.wording import Wording

FLOWS: tuple[Callable[[Listening, Services, Wording], None], ...] = (
    # Bolt tries one listener after the other: what people do most comes first.
    checkin.register,
    win.register,
    agenda.register,
    planning.register,
    planned.register,
    calendar.register,
    cards.register,
    celebrations_channel.register,
    check_in_changes.register,
    endings.register,
    agreement.register,
    agreement_page.register,
    feedback.register,
    goals.register,
    goal_nudges.register,
    going_on.register,
    horizon.register,
    joining.register,
    mentoring.register,
    nudges.register,
    pair_choice.register,
    pairing.register,
    pairs.register,
    partner_promises.register,
    pauses.register,
    programme.register,
    promise_answers.register,
    promises.register,
    pulses.register,
    report.register,
    reviews.register,
    settings.register,
    shared_goals.register,
    story.register,
    troubles.register,
    widening.register,
    workspace.register,
)


def register_flows(listening: Listening, services: Services, wording: Wording, client: AsyncWebClient) -> None:
    """Have every flow listen for what it answers."""
    for register in FLOWS:
        register(listening, services, wording)
    # It meets people who may never have heard of Rapport, and has to ask Slack about them outside a call.
    home.register(listening, services, client)
