/** What somebody has put into the fields of one surface, in the shape of Slack's `state.values`. */

import { plain } from "./mrkdwn.js";

const INITIAL = {
  plain_text_input: (element) => ({ value: element.initial_value ?? null }),
  email_text_input: (element) => ({ value: element.initial_value ?? null }),
  url_text_input: (element) => ({ value: element.initial_value ?? null }),
  number_input: (element) => ({ value: element.initial_value ?? null }),
  rich_text_input: (element) => ({ rich_text_value: element.initial_value ?? null }),
  static_select: (element) => ({ selected_option: element.initial_option ?? null }),
  external_select: (element) => ({ selected_option: element.initial_option ?? null }),
  radio_buttons: (element) => ({ selected_option: element.initial_option ?? null }),
  checkboxes: (element) => ({ selected_options: element.initial_options ?? [] }),
  multi_static_select: (element) => ({ selected_options: element.initial_options ?? [] }),
  multi_external_select: (element) => ({ selected_options: element.initial_options ?? [] }),
  file_input: () => ({ files: [] }),
  users_select: (element) => ({ selected_user: element.initial_user ?? null }),
  multi_users_select: (element) => ({ selected_users: element.initial_users ?? [] }),
  channels_select: (element) => ({ selected_channel: element.initial_channel ?? null }),
  multi_channels_select: (element) => ({ selected_channels: element.initial_channels ?? [] }),
  conversations_select: (element) => ({ selected_conversation: element.initial_conversation ?? null }),
  multi_conversations_select: (element) => ({ selected_conversations: element.initial_conversations ?? [] }),
  datepicker: (element) => ({ selected_date: element.initial_date ?? null }),
  timepicker: (element) => ({
    selected_time: element.initial_time ?? null,
    ...(element.timezone && { timezone: element.timezone }),
  }),
  datetimepicker: (element) => ({ selected_date_time: element.initial_date_time ?? null }),
};

/** The state an element has before anybody touches it, or null for one that has none (a button, an overflow). */
export function initialState(element) {
  const initial = INITIAL[element.type];
  return initial ? { type: element.type, ...initial(element) } : null;
}

/** Every element of the blocks that can be acted on, with its block. */
export function elementsOf(blocks) {
  return (blocks ?? []).flatMap((block) => {
    const elements = { input: [block.element], actions: block.elements, section: [block.accessory] }[block.type] ?? [];
    return elements.filter((element) => element?.action_id).map((element) => ({ block, element }));
  });
}

export class Form {
  values = {};

  /**
   * Follow what the app now shows: a field that stays (same block and action) keeps what was typed, a new one starts
   * from `known` (what the server holds) or its initial value, one that is gone is forgotten.
   */
  follow(blocks, known = {}) {
    const next = {};
    for (const { block, element } of elementsOf(blocks)) {
      const kept = this.get(block.block_id, element.action_id);
      const state =
        kept?.type === element.type ? kept : (known[block.block_id]?.[element.action_id] ?? initialState(element));
      if (state) (next[block.block_id] ??= {})[element.action_id] = state;
    }
    this.values = next;
  }

  get(blockId, actionId) {
    return this.values[blockId]?.[actionId];
  }

  set(blockId, actionId, state) {
    (this.values[blockId] ??= {})[actionId] = state;
  }
}

/** Whether a field holds nothing. */
export function isEmpty(state) {
  const { type: _, timezone: __, ...content } = state ?? {};
  return Object.values(content).every(
    (value) => value === null || value === "" || (Array.isArray(value) && !value.length),
  );
}

/** The options of a select, groups flattened. */
export function optionsOf(element) {
  return element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);
}

/** How an option reads. */
export function optionText(option) {
  return plain(option.text);
}
