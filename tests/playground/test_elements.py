"""What each element keeps as its state, takes as a choice, and lets through before a form is sent."""

import pytest

from playground.client_checks import REQUIRED, complaints
from playground.elements import ELEMENTS, BadChoiceError, initial_state, read_choice, state_of
from playground.shapes import Json

ONE: Json = {"text": {"type": "plain_text", "text": "One"}, "value": "1"}
TWO: Json = {"text": {"type": "plain_text", "text": "Two"}, "value": "2"}


def element(kind: str, **more: object) -> Json:
    return {"type": kind, "action_id": "a", **more}


def field(inner: Json, **more: object) -> Json:
    return {"type": "input", "block_id": "b", "label": {"type": "plain_text", "text": "L"}, "element": inner, **more}


@pytest.mark.parametrize("kind", [kind for kind, one in ELEMENTS.items() if one.keeps_state])
def test_an_untouched_element_says_nothing(kind: str) -> None:
    state = initial_state(element(kind))
    assert state["type"] == kind
    assert [value for key, value in state.items() if key != "type"] in ([None], [[]])


@pytest.mark.parametrize(
    ("inner", "given", "kept"),
    [
        (element("plain_text_input"), {"value": "hi"}, {"value": "hi"}),
        (element("plain_text_input"), {"value": ""}, {"value": None}),
        (element("static_select", options=[ONE, TWO]), {"selected_option": {"value": "2"}}, {"selected_option": TWO}),
        (
            element("static_select", option_groups=[{"options": [ONE]}]),
            {"selected_option": ONE},
            {"selected_option": ONE},
        ),
        (element("static_select", options=[ONE]), {"selected_option": None}, {"selected_option": None}),
        (element("checkboxes", options=[ONE, TWO]), {"selected_options": [ONE, TWO]}, {"selected_options": [ONE, TWO]}),
        (element("checkboxes", options=[ONE]), {}, {"selected_options": []}),
        (element("multi_users_select"), {"selected_users": ["U1", "U2"]}, {"selected_users": ["U1", "U2"]}),
        (element("conversations_select"), {"selected_conversation": "C1"}, {"selected_conversation": "C1"}),
        (element("datepicker"), {"selected_date": "2030-01-31"}, {"selected_date": "2030-01-31"}),
        (element("timepicker"), {"selected_time": "09:30"}, {"selected_time": "09:30"}),
        (element("datetimepicker"), {"selected_date_time": 1893749400}, {"selected_date_time": 1893749400}),
    ],
)
def test_a_choice_is_kept_in_slacks_form(inner: Json, given: Json, kept: Json) -> None:
    assert read_choice(inner, given) == {"type": inner["type"], **kept}


@pytest.mark.parametrize(
    ("inner", "given"),
    [
        (element("static_select", options=[ONE]), {"selected_option": {"value": "9"}}),
        (element("checkboxes", options=[ONE]), {"selected_options": [TWO]}),
        (element("datepicker"), {"selected_date": "31.1.2030"}),
        (element("timepicker"), {"selected_time": "half past"}),
        (element("datetimepicker"), {"selected_date_time": "2030-01-31"}),
        (element("plain_text_input"), {"value": 7}),
    ],
)
def test_what_an_element_does_not_offer_is_refused(inner: Json, given: Json) -> None:
    with pytest.raises(BadChoiceError):
        read_choice(inner, given)


def test_a_prefilled_element_keeps_what_was_typed_over_it() -> None:
    block = field(element("plain_text_input", initial_value="before"))
    assert state_of([block], {})["b"]["a"]["value"] == "before"
    assert state_of([block], {"b": {"a": {"type": "plain_text_input", "value": "after"}}})["b"]["a"]["value"] == "after"
    emptied = {"b": {"a": {"type": "plain_text_input", "value": None}}}
    assert state_of([block], emptied)["b"]["a"]["value"] is None
    other_type = {"b": {"a": {"type": "number_input", "value": "7"}}}
    assert state_of([block], other_type)["b"]["a"]["value"] == "before"


def test_elements_outside_inputs_have_state_and_buttons_have_none() -> None:
    button = {"type": "button", "action_id": "go", "text": ONE["text"]}
    blocks: list[Json] = [
        {"type": "section", "block_id": "s", "accessory": element("users_select", initial_user="U1")},
        {"type": "actions", "block_id": "t", "elements": [button, element("datepicker")]},
    ]
    assert state_of(blocks, {}) == {
        "s": {"a": {"type": "users_select", "selected_user": "U1"}},
        "t": {"a": {"type": "datepicker", "selected_date": None}},
    }


@pytest.mark.parametrize(
    ("inner", "typed", "sentence"),
    [
        (element("plain_text_input"), None, REQUIRED),
        (element("plain_text_input", min_length=3), "hi", "Please enter at least 3 characters."),
        (element("plain_text_input", max_length=3), "hello", "Please enter at most 3 characters."),
        (element("plain_text_input"), "x" * 3001, "Please enter at most 3000 characters."),
        (element("plain_text_input"), "hi", None),
        (element("number_input", is_decimal_allowed=False), "1.5", "Please enter a whole number."),
        (element("number_input", is_decimal_allowed=True), "1.5", None),
        (element("number_input", is_decimal_allowed=False), "many", "Please enter a number."),
        (element("number_input", is_decimal_allowed=False, min_value="2"), "1", "Please enter a number of at least 2."),
        (element("number_input", is_decimal_allowed=False, max_value="2"), "3", "Please enter a number of at most 2."),
        (element("email_text_input"), "maya", "Please enter an email address."),
        (element("email_text_input"), "maya@harbour.example", None),
        (element("url_text_input"), "harbour", "Please enter a web address."),
        (element("url_text_input"), "https://harbour.example", None),
    ],
)
def test_a_form_is_checked_before_it_is_sent(inner: Json, typed: str | None, sentence: str | None) -> None:
    blocks = [field(inner)]
    values = {"b": {"a": {"type": inner["type"], "value": typed}}}
    assert complaints(blocks, values) == ({"b": sentence} if sentence else {})
    if typed is None:
        assert complaints([field(inner, optional=True)], values) == {}


def test_no_more_is_chosen_than_allowed() -> None:
    inner = element("multi_static_select", options=[ONE, TWO], max_selected_items=1)
    values = {"b": {"a": {"type": "multi_static_select", "selected_options": [ONE, TWO]}}}
    assert complaints([field(inner)], values) == {"b": "Please choose at most 1."}
    values["b"]["a"]["selected_options"] = []
    assert complaints([field(inner)], values) == {"b": REQUIRED}
