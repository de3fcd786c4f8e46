"""The database's clock, by which leases go: processes may differ in theirs."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, type_coerce

from storage.models.base import UtcDateTime


def database_clock(dialect: str, later: timedelta = timedelta()) -> ColumnElement[datetime]:
    """What that clock shows as a statement runs, or shows so much later."""
    seconds = later.total_seconds()
    if dialect == "postgresql":
        return func.clock_timestamp() + func.make_interval(0, 0, 0, 0, 0, 0, seconds)
    # As SQLAlchemy writes instants: with a space, and six digits after the point.
    return type_coerce(func.strftime("%Y-%m-%d %H:%M:%f000", "now", f"{seconds:+.3f} seconds"), UtcDateTime())
