"""Methods about the app itself, the workspace and its people."""

from playground.shapes import Json, SlackError
from playground.web_api.call import Call


def api_test(call: Call) -> Json:
    """api.test: says back what it was told."""
    if call.args.get("error"):
        raise SlackError(call.text("error"))
    return {"args": call.args}


def auth_test(call: Call) -> Json:
    """auth.test: whose token this is."""
    workspace = call.workspace
    return {
        "url": f"https://{workspace.seed.domain}.slack.com/",
        "team": workspace.seed.workspace_name,
        "user": workspace.person(workspace.app.bot_user_id).name,
        "team_id": workspace.team_id,
        "user_id": workspace.app.bot_user_id,
        "bot_id": workspace.app.bot_id,
        "is_enterprise_install": False,
    }


def apps_connections_open(call: Call) -> Json:
    """apps.connections.open: where the app connects its WebSocket."""
    if not call.workspace.manifest.socket_mode:
        raise SlackError("socket_mode_not_enabled")
    address = call.base_url.replace("http", "ws", 1)
    return {"url": f"{address}/link?ticket={call.sockets.ticket()}&app_id={call.workspace.app.id}"}


def team_info(call: Call) -> Json:
    """team.info: the workspace."""
    workspace = call.workspace
    return {
        "team": {
            "id": workspace.team_id,
            "name": workspace.seed.workspace_name,
            "domain": workspace.seed.domain,
            "email_domain": "",
            "icon": {"image_default": True},
        }
    }


def bots_info(call: Call) -> Json:
    """bots.info: the app behind a bot id."""
    if call.text("bot") != call.workspace.app.bot_id:
        raise SlackError("bot_not_found")
    return {"bot": call.workspace.bot_profile()}


def users_info(call: Call) -> Json:
    """users.info: one person."""
    person = call.workspace.person(call.text("user"))
    return {"user": call.workspace.user(person, with_locale=call.flag("include_locale"))}


def users_list(call: Call) -> Json:
    """users.list: everybody, bots and the deactivated included."""
    workspace = call.workspace
    with_locale = call.flag("include_locale")
    everybody = [workspace.user(person, with_locale=with_locale) for person in workspace.people.values()]
    return call.page(everybody, "members") | {"cache_ts": int(workspace.now().timestamp())}
