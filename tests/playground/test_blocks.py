"""Each size and shape that Slack asks for, just kept and just broken."""

import json
from collections.abc import Callable

import pytest

from playground.blocks import kept_blocks, kept_view
from playground.instants import Ids
from playground.shapes import Json, SlackError


def plain(length: int = 1, text: str = "x") -> Json:
    return {"type": "plain_text", "text": text * length}


def markup(length: int = 1) -> Json:
    return {"type": "mrkdwn", "text": "x" * length}


def section(**more: object) -> Json:
    return {"type": "section", "text": markup(), **more}


def options(count: int, length: int = 1, value: int = 5) -> list[Json]:
    return [{"text": plain(length), "value": f"{number:0{value}d}"} for number in range(count)]


def element(kind: str, **more: object) -> Json:
    return {"type": kind, "action_id": "a", **more}


def button(**more: object) -> Json:
    return element("button", **({"text": plain()} | more))


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def field(inner: Json, **more: object) -> Json:
    return {"type": "input", "label": plain(), "element": inner, **more}


def confirm(title: int = 1, text: int = 1, answer: int = 1) -> Json:
    return {"title": plain(title), "text": plain(text), "confirm": plain(answer), "deny": plain(answer)}


def modal(*blocks: Json, **more: object) -> Json:
    return {"type": "modal", "title": plain(), "submit": plain(), "blocks": list(blocks), **more}


def video(**more: object) -> Json:
    addresses = {"thumbnail_url": "https://a.b/c.png", "video_url": "https://a.b/c.mp4"}
    return {"type": "video", "alt_text": "x", "title": plain(), **addresses, **more}


PICTURE: Json = {"type": "image", "image_url": "https://a.b/c.png", "alt_text": "x"}


def groups(count: int) -> list[Json]:
    return [{"label": plain(), "options": options(1)} for _ in range(count)]


def pie(title: str = "x", segments: int = 1, label: str = "x", value: float = 1) -> Json:
    chart = {"type": "pie", "segments": [{"label": label, "value": value}] * segments}
    return {"type": "data_visualization", "title": title, "chart": chart}


def lines(series: int = 1, points: int = 1, name: str = "{}", label: str = "c{}", **axes: object) -> Json:
    categories = [label.format(number) for number in range(2)]
    data = [{"label": label.format(number), "value": number} for number in range(points)]
    drawn = [{"name": name.format(number), "data": data} for number in range(series)]
    chart = {"type": "line", "series": drawn, "axis_config": {"categories": categories, **axes}}
    return {"type": "data_visualization", "title": "x", "chart": chart}


def off_the_axis() -> Json:
    chart = lines()["chart"]
    return {**lines(), "chart": {**chart, "axis_config": {"categories": ["elsewhere"]}}}


Build = Callable[[int], Json]

SIZES: list[tuple[str, int, Build]] = [
    ("section text", 3000, lambda size: section(text=markup(size))),
    ("section fields", 10, lambda size: section(fields=[markup() for _ in range(size)])),
    ("field text", 2000, lambda size: section(fields=[markup(size)])),
    ("header", 150, lambda size: {"type": "header", "text": plain(size)}),
    ("context elements", 10, lambda size: {"type": "context", "elements": [markup() for _ in range(size)]}),
    ("actions", 25, lambda size: actions(*(button(action_id=f"{number}") for number in range(size)))),
    ("button text", 75, lambda size: actions(button(text=plain(size)))),
    ("button value", 2000, lambda size: actions(button(value="x" * size))),
    ("action id", 255, lambda size: actions(button(action_id="x" * size))),
    ("block id", 255, lambda size: section(block_id="x" * size)),
    ("label", 2000, lambda size: field(element("plain_text_input"), label=plain(size))),
    ("hint", 2000, lambda size: field(element("plain_text_input"), hint=plain(size))),
    ("placeholder", 150, lambda size: field(element("plain_text_input", placeholder=plain(size)))),
    ("initial text", 3000, lambda size: field(element("plain_text_input", initial_value="x" * size))),
    ("max_length", 3000, lambda size: field(element("plain_text_input", max_length=size))),
    ("options", 100, lambda size: field(element("static_select", options=options(size)))),
    ("option text", 75, lambda size: field(element("static_select", options=options(1, length=size)))),
    ("option value", 150, lambda size: field(element("static_select", options=options(1, value=size)))),
    ("overflow", 5, lambda size: section(accessory=element("overflow", options=options(size)))),
    ("checkboxes", 10, lambda size: field(element("checkboxes", options=options(size)))),
    ("radio buttons", 10, lambda size: field(element("radio_buttons", options=options(size)))),
    ("confirm title", 100, lambda size: actions(button(confirm=confirm(title=size)))),
    ("confirm text", 300, lambda size: actions(button(confirm=confirm(text=size)))),
    ("confirm buttons", 30, lambda size: actions(button(confirm=confirm(answer=size)))),
    ("alt text", 2000, lambda size: {"type": "image", "image_url": "https://a.b/c.png", "alt_text": "x" * size}),
    ("image title", 2000, lambda size: {**PICTURE, "title": plain(size)}),
    ("address", 3000, lambda size: actions(button(url="x" * size))),
    ("groups of options", 100, lambda size: field(element("static_select", option_groups=groups(size)))),
    ("markdown", 12_000, lambda size: {"type": "markdown", "text": "x" * size}),
    ("table rows", 100, lambda size: {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]] * size}),
    ("table columns", 20, lambda size: {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * size]}),
    ("chart title", 50, lambda size: pie(title="x" * size)),
    ("pie segments", 6, lambda size: pie(segments=size)),
    ("pie label", 20, lambda size: pie(label="x" * size)),
    ("chart series", 6, lambda size: lines(series=size)),
    ("series name", 20, lambda size: lines(name="x" * size)),
    ("category", 20, lambda size: lines(label="x" * (size - 1) + "{}")),
    ("axis label", 50, lambda size: lines(y_label="x" * size)),
    ("points on the categories", 2, lambda size: lines(points=size)),
    ("video title", 200, lambda size: video(title=plain(size))),
]


@pytest.mark.parametrize(("size", "build"), [one[1:] for one in SIZES], ids=[one[0] for one in SIZES])
def test_a_size_is_kept_to_the_last_character(size: int, build: Build) -> None:
    assert kept_blocks(Ids(), [build(size)])
    with pytest.raises(SlackError) as refused:
        kept_blocks(Ids(), [build(size + 1)])
    assert refused.value.code == "invalid_blocks"
    assert "[json-pointer:/blocks/0" in refused.value.messages[0]


VIEW_SIZES: list[tuple[str, int, Build]] = [
    ("blocks", 100, lambda size: modal(*(section() for _ in range(size)))),
    ("title", 24, lambda size: modal(title=plain(size))),
    ("submit", 24, lambda size: modal(submit=plain(size))),
    ("close", 24, lambda size: modal(close=plain(size))),
    ("private metadata", 3000, lambda size: modal(private_metadata="x" * size)),
    ("callback id", 255, lambda size: modal(callback_id="x" * size)),
    ("external id", 255, lambda size: modal(external_id="x" * size)),
    ("files", 10, lambda size: modal(field(element("file_input", max_files=size)))),
]


@pytest.mark.parametrize(("size", "build"), [one[1:] for one in VIEW_SIZES], ids=[one[0] for one in VIEW_SIZES])
def test_a_views_size_is_kept_to_the_last_character(size: int, build: Build) -> None:
    assert kept_view(Ids(), build(size))
    with pytest.raises(SlackError) as refused:
        kept_view(Ids(), build(size + 1))
    assert refused.value.code == "invalid_arguments"
    assert "[json-pointer:/view" in refused.value.messages[0]


def test_a_message_has_at_most_fifty_blocks() -> None:
    assert len(kept_blocks(Ids(), [section() for _ in range(50)])) == 50
    with pytest.raises(SlackError, match="invalid_blocks"):
        kept_blocks(Ids(), [section() for _ in range(51)])


def test_a_view_has_at_most_250_kilobytes() -> None:
    # 84 sections of 2,900 letters are within every other size.
    sections = [section(text=markup(2_900)) for _ in range(84)]
    left = 250_000 - len(json.dumps(modal(*sections, section(text=markup(0)))))
    assert kept_view(Ids(), modal(*sections, section(text=markup(left))))
    with pytest.raises(SlackError, match="view_too_large"):
        kept_view(Ids(), modal(*sections, section(text=markup(left + 1))))


BROKEN: list[tuple[str, Json]] = [
    ("an unknown block", {"type": "nonsense"}),
    ("a block of no type", {}),
    ("a section that says nothing", {"type": "section"}),
    ("an empty text", section(text=plain(0))),
    ("a text of no type", section(text={"text": "x"})),
    ("markup in a header", {"type": "header", "text": markup()}),
    ("a context with nothing", {"type": "context", "elements": []}),
    ("actions with nothing", actions()),
    ("the same action twice", actions(button(), button())),
    ("a text field among actions", actions(element("plain_text_input"))),
    ("a button in an input", field(button())),
    ("an input without label", {"type": "input", "element": element("plain_text_input")}),
    ("an input without element", {"type": "input", "label": plain()}),
    ("a style that is none", actions(button(style="loud"))),
    ("a select without options", field(element("static_select", options=[]))),
    ("two options of one value", field(element("static_select", options=[*options(1), *options(1)]))),
    ("an option without value", field(element("static_select", options=[{"text": plain()}]))),
    ("an initial option from elsewhere", field(element("static_select", options=options(1), initial_option="x"))),
    ("a group without label", field(element("static_select", option_groups=[{"options": options(1)}]))),
    ("an image without words", {"type": "image", "image_url": "https://a.b/c.png"}),
    ("a form's e-mail field in a message", field(element("email_text_input"))),
    ("a form's alert in a message", {"type": "alert"}),
    ("a confirmation without answer", actions(button(confirm={"title": plain(), "text": plain()}))),
    ("rows that are none", {"type": "table", "rows": "x"}),
    ("a chart that is none", {"type": "data_visualization", "title": "x"}),
    ("a segment of nothing", pie(value=0)),
    ("a series without axes", {**lines(), "chart": {"type": "bar", "series": []}}),
    ("a point on no category", off_the_axis()),
    ("two series of one name", lines(series=2, name="same")),
    ("a video that nobody can hear of", video(alt_text=None)),
    ("markup in an option", field(element("static_select", options=[{"text": markup(), "value": "x"}]))),
    ("markup in a menu's option", actions(element("overflow", options=[{"text": markup(), "value": "x"}]))),
    ("a link in a select", field(element("static_select", options=[{**options(1)[0], "url": "https://a.b"}]))),
    ("an instant beside a section", section(accessory=element("datetimepicker"))),
    ("a date that is none", actions(element("datepicker", initial_date="31.1.2030"))),
    ("a time that is none", actions(element("timepicker", initial_time="half past"))),
    ("an instant that is none", actions(element("datetimepicker", initial_date_time="2030-01-31"))),
    ("rich text that is written in a message", field(element("rich_text_input"))),
    ("rich text of a kind that is none", {"type": "rich_text", "elements": [{"type": "nonsense", "elements": []}]}),
]


@pytest.mark.parametrize("block", [one[1] for one in BROKEN], ids=[one[0] for one in BROKEN])
def test_a_broken_block_is_refused(block: Json) -> None:
    with pytest.raises(SlackError, match="invalid_blocks") as refused:
        kept_blocks(Ids(), [block])
    assert refused.value.messages


def test_two_blocks_of_one_id_are_refused() -> None:
    with pytest.raises(SlackError, match="invalid_blocks"):
        kept_blocks(Ids(), [section(block_id="same"), section(block_id="same")])


def test_blocks_are_a_list() -> None:
    with pytest.raises(SlackError, match="invalid_blocks"):
        kept_blocks(Ids(), "section")
    with pytest.raises(SlackError, match="invalid_blocks"):
        kept_blocks(Ids(), ["section"])


def test_a_message_has_one_table_and_two_charts() -> None:
    table = {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]]}
    chart = pie()
    assert kept_blocks(Ids(), [table, chart, chart])
    with pytest.raises(SlackError, match="invalid_blocks"):
        kept_blocks(Ids(), [table, table])
    with pytest.raises(SlackError, match="invalid_blocks"):
        kept_blocks(Ids(), [chart, chart, chart])


BROKEN_VIEWS: list[tuple[str, Json]] = [
    ("no type", {"blocks": []}),
    ("a modal without title", {"type": "modal", "blocks": []}),
    ("a modal without blocks", {"type": "modal", "title": plain()}),
    ("inputs without submit", {"type": "modal", "title": plain(), "blocks": [field(element("plain_text_input"))]}),
    ("a message's table", modal({"type": "table", "rows": []})),
    ("an alert of no level there is", modal({"type": "alert", "text": markup(), "level": "loud"})),
    ("an alert that says nothing", modal({"type": "alert"})),
    ("a message's chart", modal(pie())),
    ("a message's chart at home", {"type": "home", "blocks": [pie()]}),
    ("an alert at home", {"type": "home", "blocks": [{"type": "alert", "text": markup()}]}),
    *(
        (f"a {kind} at home", {"type": "home", "blocks": [field(element(kind, is_decimal_allowed=True))]})
        for kind in ("email_text_input", "url_text_input", "number_input", "file_input")
    ),
    ("two fields that take the focus", modal(*(field(element("plain_text_input", focus_on_load=True)),) * 2)),
    ("an instant at home", {"type": "home", "blocks": [actions(element("datetimepicker"))]}),
]


@pytest.mark.parametrize("view", [one[1] for one in BROKEN_VIEWS], ids=[one[0] for one in BROKEN_VIEWS])
def test_a_broken_view_is_refused(view: Json) -> None:
    with pytest.raises(SlackError, match="invalid_arguments") as refused:
        kept_view(Ids(), view)
    assert refused.value.messages


def test_what_is_allowed_on_one_surface_only_is_allowed_there() -> None:
    assert kept_view(Ids(), modal({"type": "alert", "text": markup()}, field(element("email_text_input"))))
    assert kept_view(Ids(), modal(actions(element("datetimepicker"))))
    assert kept_view(Ids(), {"type": "home", "blocks": [field(element("plain_text_input"))]})
    assert kept_view(Ids(), {"type": "home", "blocks": [field(element("rich_text_input"))]})
    assert kept_blocks(Ids(), [field(element("checkboxes", options=[{"text": markup(), "value": "x"}]))])
    menu = element("overflow", options=[{"text": plain(), "url": "https://a.b"}])
    assert kept_blocks(Ids(), [section(accessory=menu)])


def test_ids_are_filled_in_and_the_apps_own_object_stays_as_it_was() -> None:
    given = actions(element("button", text=plain()))
    del given["elements"][0]["action_id"]
    [kept] = kept_blocks(Ids(), [given])
    assert kept["block_id"]
    assert kept["elements"][0]["action_id"]
    assert "block_id" not in given


def test_an_app_can_send_back_the_blocks_it_got() -> None:
    select = element("static_select", options=options(2), initial_option=options(2)[0])
    [once] = kept_blocks(Ids(), [field(select)])
    assert kept_blocks(Ids(), [once]) == [once]
