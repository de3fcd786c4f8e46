"""What Alembic runs for every command. It is handed a connection by `storage.migrate`, and never opens its own."""

from alembic import context

from storage.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    # SQLite cannot alter a table in place: Alembic builds it anew and moves the rows.
    render_as_batch=True,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
