"""Methods that open, change and publish views."""

from playground.blocks import kept_view
from playground.shapes import Json, SlackError
from playground.web_api.call import Call


def _source(call: Call) -> Json:
    view = call.mapping("view")
    if view is None:
        raise SlackError("invalid_arguments", messages=["[ERROR] missing required field: view"])
    return kept_view(call.workspace.ids, view)


def _modal(call: Call) -> Json:
    source = _source(call)
    if source["type"] != "modal":
        raise SlackError("invalid_arguments", messages=["[ERROR] must be a modal [json-pointer:/view/type]"])
    return source


def views_open(call: Call) -> Json:
    """views.open: open a modal for who acted a moment ago."""
    workspace, source = call.workspace, _modal(call)
    trigger = call.triggers.exchange(call.args)
    view = workspace.views.open(trigger.person, source)
    workspace.views_changed(trigger.person)
    return {"view": workspace.views.payload(view)}


def views_push(call: Call) -> Json:
    """views.push: lay a modal on the one that was acted in."""
    workspace, source = call.workspace, _modal(call)
    trigger = call.triggers.exchange(call.args)
    view = workspace.views.push(trigger.person, source)
    workspace.views_changed(trigger.person)
    return {"view": workspace.views.payload(view)}


def views_update(call: Call) -> Json:
    """views.update: change an open modal, found by `view_id` or `external_id`."""
    workspace, source = call.workspace, _modal(call)
    view = workspace.views.find(call.text("view_id", ""), call.text("external_id", ""))
    workspace.views.update(view, source, call.text("hash", ""))
    workspace.views_changed(view.person)
    return {"view": workspace.views.payload(view)}


def views_publish(call: Call) -> Json:
    """views.publish: show somebody's App Home.

    Raises:
        SlackError: The app has no home tab, or the view is none for it.
    """
    workspace, source = call.workspace, _source(call)
    if not workspace.manifest.home_tab:
        raise SlackError("not_enabled")
    if source["type"] != "home":
        raise SlackError("invalid_arguments", messages=["[ERROR] must be a home [json-pointer:/view/type]"])
    person = workspace.person(call.text("user_id"))
    if person.deleted:
        raise SlackError("user_not_found")
    view = workspace.publish_home(person.id, source, call.text("hash", ""))
    return {"view": workspace.views.payload(view)}
