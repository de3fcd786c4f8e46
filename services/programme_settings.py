"""What holds for a programme. Called inside a deed's transaction."""

from mentoring.programmes import ProgrammeValues
from storage.models import Programme
from storage.people import organisers_of
from storage.transaction import Transaction


async def values_of(tx: Transaction, programme: Programme) -> ProgrammeValues:
    """A programme's settings as they are, its organisers among them."""
    organisers = await organisers_of(tx, programme.workspace_id, programme.id)
    return ProgrammeValues(
        name=programme.name, channel=programme.channel, rhythm_days=programme.rhythm_days,
        length_months=programme.length_months, works_from=programme.works_from, works_until=programme.works_until,
        country=programme.country, organisers=tuple(sorted(organiser.slack_id for organiser in organisers)),
    )  # fmt: skip
