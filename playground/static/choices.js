/** Selects, checkboxes and radio buttons: one or several out of many. */

import { h, uniqueId } from "./dom.js";
import { optionsOf, optionText } from "./form.js";
import { plain, textObject } from "./mrkdwn.js";

const STATE_KEYS = {
  static_select: "selected_option",
  radio_buttons: "selected_option",
  checkboxes: "selected_options",
  multi_static_select: "selected_options",
  users_select: "selected_user",
  multi_users_select: "selected_users",
  channels_select: "selected_channel",
  multi_channels_select: "selected_channels",
  conversations_select: "selected_conversation",
  multi_conversations_select: "selected_conversations",
};

/** More choices than this come with a field to narrow them down. */
const SEARCH_FROM = 9;

/** What can be chosen: `value` goes into the state, `key` tells the choices apart. */
function candidates(element, session) {
  const kind = element.type.replace(/^multi_/, "");
  if (kind === "users_select") {
    return session.people
      .filter((person) => !person.deleted)
      .concat(session.person(session.app.bot_user_id) ?? [])
      .map((person) => ({ key: person.id, value: person.id, label: person.real_name, hint: person.title }));
  }
  if (kind === "channels_select") return channelChoices(session, ["channel"]);
  if (kind === "conversations_select") return channelChoices(session, includedKinds(element.filter));
  return optionsOf(element).map((option) => ({ key: option.value, value: option, label: optionText(option), option }));
}

function includedKinds(filter) {
  const kinds = { public: "channel", private: "private", im: "im", mpim: "mpim" };
  const wanted = (filter?.include ?? Object.keys(kinds)).map((name) => kinds[name]);
  return filter?.exclude_bot_users ? wanted : wanted.concat(wanted.includes("im") ? "app" : []);
}

function channelChoices(session, kinds) {
  const sign = (conversation) => (["channel", "private"].includes(conversation.kind) ? "#" : "");
  return session.conversations
    .filter((conversation) => kinds.includes(conversation.kind))
    .map((conversation) => ({
      key: conversation.id,
      value: conversation.id,
      label: sign(conversation) + session.title(conversation),
    }));
}

const keyOf = (value) => (value && typeof value === "object" ? value.value : value);

/** One out of many, in a list that opens. */
export function select({ element, block, surface, place, read, choose }) {
  const stateKey = STATE_KEYS[element.type];
  const all = candidates(element, surface.session);
  const nothing = h("option", { value: "" }, plain(element.placeholder) || "Choose…");
  nothing.disabled = !(block.type === "input" && block.optional);
  const field = h(
    "select.field-control.field-select",
    {
      id: place.id,
      dataset: { actionId: element.action_id },
      ...place.aria,
      onchange: async () => {
        const before = read()?.[stateKey];
        const chosen = all.find((candidate) => candidate.key === field.value);
        if (!(await choose({ [stateKey]: chosen?.value ?? null }))) field.value = keyOf(before) ?? "";
      },
    },
    nothing,
    grouped(element, all),
  );
  field.value = keyOf(read()?.[stateKey]) ?? "";
  if (field.selectedIndex < 0) field.value = "";
  return field;
}

function grouped(element, all) {
  const node = (candidate) => h("option", { value: candidate.key }, candidate.label);
  if (!element.option_groups) return all.map(node);
  return element.option_groups.map((group) =>
    h(
      "optgroup",
      { label: plain(group.label) },
      all.filter((candidate) => group.options.includes(candidate.option)).map(node),
    ),
  );
}

/** Several (or, of radio buttons, one) out of a list that lies open. */
export function choices({ element, surface, place, read, choose }) {
  const stateKey = STATE_KEYS[element.type];
  const single = element.type === "radio_buttons";
  const all = candidates(element, surface.session);
  const name = uniqueId("choice");
  const boxes = all.map((candidate) => {
    const box = h("input", { type: single ? "radio" : "checkbox", name, value: candidate.key, onchange: changed });
    return { candidate, box, row: rowOf(candidate, box, surface.session) };
  });

  function show() {
    const state = read()?.[stateKey];
    const keys = (Array.isArray(state) ? state : [state]).map(keyOf);
    for (const { candidate, box } of boxes) box.checked = keys.includes(candidate.key);
    limit();
  }

  function limit() {
    const full =
      element.max_selected_items && boxes.filter(({ box }) => box.checked).length >= element.max_selected_items;
    for (const { box } of boxes) box.disabled = Boolean(full) && !box.checked;
  }

  async function changed() {
    const chosen = boxes.filter(({ box }) => box.checked).map(({ candidate }) => candidate.value);
    limit();
    if (!(await choose({ [stateKey]: single ? (chosen[0] ?? null) : chosen }))) show();
  }

  show();
  const lists = element.type.startsWith("multi_");
  return h(
    "div",
    {
      id: place.id,
      class: lists ? "choices choices-list" : "choices",
      role: single ? "radiogroup" : "group",
      dataset: { actionId: element.action_id },
      tabindex: "-1",
      ...place.aria,
    },
    lists && all.length >= SEARCH_FROM ? narrowing(boxes) : null,
    boxes.map(({ row }) => row),
  );
}

/**
 * A checkbox or radio button in a row of its own, named by what it stands for and described by what is said of it.
 * @param {HTMLInputElement} box
 * @param {string | Node} name
 * @param {string | Node} description  empty for none
 */
export function choiceRow(box, name, description = "", picture = null) {
  const ids = { name: uniqueId("name"), description: uniqueId("description") };
  box.setAttribute("aria-labelledby", ids.name);
  if (description) box.setAttribute("aria-describedby", ids.description);
  return h(
    "label.choice",
    box,
    picture,
    h(
      "span.choice-text",
      h("span", { id: ids.name }, name),
      description ? h("span.choice-description", { id: ids.description }, description) : null,
    ),
  );
}

function rowOf({ option, label, hint }, box, session) {
  if (!option) return choiceRow(box, label, hint);
  return choiceRow(box, textObject(option.text, session), textObject(option.description, session));
}

function narrowing(boxes) {
  return h("input.field-control.choice-search", {
    type: "search",
    "aria-label": "Narrow down",
    placeholder: "Search…",
    oninput: (event) => {
      const wanted = event.target.value.trim().toLocaleLowerCase();
      for (const { candidate, row } of boxes) row.hidden = !candidate.label.toLocaleLowerCase().includes(wanted);
    },
  });
}
