/** The elements of Block Kit that somebody can act on. Each builder answers a node that reads and writes its state. */

import { confirmed } from "./confirm.js";
import { choices, select } from "./choices.js";
import { instantOf, wallTime } from "./dates.js";
import { h } from "./dom.js";
import { menu } from "./menu.js";
import { plain } from "./mrkdwn.js";
import { plainOf, richTextOf } from "./rich_text.js";
import { files, suggestions } from "./served.js";

/**
 * @typedef {object} Surface  where blocks are shown
 * @property {import("./session.js").Session} session
 * @property {import("./form.js").Form} form
 * @property {(block: object, element: object, state: object) => Promise<void>} act  tell the app of an action
 * @property {(block: object, element: object, typed: string) => Promise<{options: object[]}>} suggest  ask the app
 *
 * @typedef {object} Place  an element's place in the document
 * @property {string} id  the control's id, which its label refers to
 * @property {object} aria  its ARIA attributes (name, description, validity)
 */

const BUILDERS = {
  button,
  overflow,
  plain_text_input: textField,
  email_text_input: textField,
  url_text_input: textField,
  number_input: textField,
  rich_text_input: richTextField,
  datepicker: pickerOf("date", "selected_date"),
  timepicker: pickerOf("time", "selected_time"),
  datetimepicker: dateTimePicker,
  static_select: select,
  users_select: select,
  channels_select: select,
  conversations_select: select,
  multi_static_select: choices,
  multi_users_select: choices,
  multi_channels_select: choices,
  multi_conversations_select: choices,
  external_select: suggestions,
  multi_external_select: suggestions,
  file_input: files,
  checkboxes: choices,
  radio_buttons: choices,
};

/** Whether an element is a group of controls, named by a legend instead of a label. */
export function isGroup(element) {
  return BUILDERS[element.type] === choices;
}

/**
 * @param {object} element  a Block Kit element
 * @param {object} block  the block it stands in
 * @param {Surface} surface
 * @param {Place} place
 */
export function buildElement(element, block, surface, place) {
  const builder = BUILDERS[element.type];
  if (!builder) return h("span.unsupported", `This page cannot show an element of type "${element.type}".`);
  return builder({ element, block, surface, place, ...statefulness(element, block, surface) });
}

/** Reading and writing of an element's state; a change is told to the app where Slack would tell it. */
function statefulness(element, block, surface) {
  const tells = block.type !== "input" || block.dispatch_action;
  const read = () => surface.form.get(block.block_id, element.action_id);
  const keep = (fields) => surface.form.set(block.block_id, element.action_id, { type: element.type, ...fields });
  return {
    tells,
    read,
    keep,
    /** Keep a finished choice and tell the app; answers false when the person thought better of it. */
    async choose(fields) {
      if (tells && element.confirm && !(await confirmed(element.confirm, surface.session))) return false;
      keep(fields);
      if (tells) await surface.act(block, element, fields);
      return true;
    },
    tell: (fields) => surface.act(block, element, fields),
  };
}

function button({ element, surface, place, tell }) {
  async function press({ currentTarget: pressed }) {
    if (element.confirm && !(await confirmed(element.confirm, surface.session))) return;
    pressed.setAttribute("aria-busy", "true");
    await tell(element.value === undefined ? {} : { value: element.value });
    pressed.removeAttribute("aria-busy");
  }
  const leads = /^https?:\/\//i.test(element.url ?? "");
  return h(
    leads ? "a.button" : "button.button",
    {
      id: place.id,
      class: element.style ? `button-${element.style}` : null,
      "aria-label": element.accessibility_label,
      dataset: { actionId: element.action_id ?? "" },
      onclick: press,
      ...(leads && { href: element.url, target: "_blank", rel: "noopener noreferrer" }),
    },
    plain(element.text),
  );
}

function overflow({ element, surface, place, tell }) {
  const trigger = h(
    "button.button.button-overflow",
    { id: place.id, "aria-label": "More actions", dataset: { actionId: element.action_id } },
    "⋯",
  );
  return menu(trigger, () =>
    element.options.map((option) => ({
      label: plain(option.text),
      detail: option.description ? plain(option.description) : "",
      async choose() {
        if (element.confirm && !(await confirmed(element.confirm, surface.session))) return;
        if (/^https?:\/\//i.test(option.url ?? "")) window.open(option.url, "_blank", "noopener,noreferrer");
        await tell({ selected_option: option });
      },
    })),
  );
}

const INPUT_KINDS = {
  email_text_input: "email",
  url_text_input: "url",
  plain_text_input: "text",
  number_input: "text",
};

function textField({ element, block, place, read, keep, tell, tells }) {
  const when = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const state = (field) => ({ value: field.value === "" ? null : field.value });
  const field = h(element.multiline ? "textarea" : "input", {
    id: place.id,
    class: "field-control",
    type: element.multiline ? null : INPUT_KINDS[element.type],
    inputmode: element.type === "number_input" ? (element.is_decimal_allowed ? "decimal" : "numeric") : null,
    rows: element.multiline ? 3 : null,
    placeholder: plain(element.placeholder) || null,
    minlength: element.min_length,
    maxlength: element.max_length,
    autocomplete: "off",
    dataset: { actionId: element.action_id },
    ...place.aria,
    oninput: () => {
      keep(state(field));
      if (tells && when.includes("on_character_entered")) tell(state(field));
    },
    onkeydown: (event) => {
      if (event.key !== "Enter" || event.isComposing || element.multiline) return;
      if (tells && block.type === "input" && when.includes("on_enter_pressed")) {
        event.preventDefault();
        tell(state(field));
      }
    },
  });
  field.value = read()?.value ?? "";
  return field;
}

function richTextField({ element, place, read, keep }) {
  const field = h("textarea.field-control", {
    id: place.id,
    rows: 3,
    placeholder: plain(element.placeholder) || null,
    dataset: { actionId: element.action_id },
    ...place.aria,
    oninput: () => keep({ rich_text_value: field.value === "" ? null : richTextOf(field.value) }),
  });
  field.value = plainOf(read()?.rich_text_value);
  return field;
}

function pickerOf(kind, key) {
  return ({ element, place, read, choose }) => {
    const field = h("input", {
      id: place.id,
      class: `field-control field-${kind}`,
      type: kind,
      dataset: { actionId: element.action_id },
      ...place.aria,
      onchange: async () => {
        const before = read();
        if (!(await choose({ [key]: field.value || null }))) field.value = before?.[key] ?? "";
      },
    });
    field.value = read()?.[key] ?? "";
    return field;
  };
}

function dateTimePicker({ element, surface, place, read, choose }) {
  const zone = surface.session.zone;
  const shown = () => (read()?.selected_date_time ? wallTime(new Date(read().selected_date_time * 1000), zone) : "");
  const field = h("input.field-control.field-date", {
    id: place.id,
    type: "datetime-local",
    dataset: { actionId: element.action_id },
    ...place.aria,
    onchange: async () => {
      const seconds = field.value ? instantOf(field.value, zone).getTime() / 1000 : null;
      if (!(await choose({ selected_date_time: seconds }))) field.value = shown();
    },
  });
  field.value = shown();
  return field;
}
