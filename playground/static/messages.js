/** The messages of one conversation, as a list of articles. */

import { fileList, messageMenu, reactionBar } from "./attached.js";
import { showContent } from "./blocks.js";
import { clockTime, dayName, fullTime, isoDay } from "./dates.js";
import { announce, avatar, h, reconcile, toast } from "./dom.js";
import { Form } from "./form.js";
import { spoken } from "./mrkdwn.js";

/** Messages of one author within so many seconds stand under one name. */
const TOGETHER = 300;

export class MessageList {
  #forms = new Map();
  #shown = null;
  #last = "";

  constructor(session) {
    this.session = session;
    this.node = h("ol.messages", { role: "list", "aria-label": "Messages" });
  }

  /** Show the messages of a conversation, oldest first. */
  show(conversationId, messages) {
    if (this.#shown === conversationId) this.#tellNewest(messages);
    else {
      this.node.replaceChildren();
      this.#forms.clear();
      this.#shown = conversationId;
    }
    this.#last = messages.at(-1)?.ts ?? "";
    const items = [];
    let previous = null;
    for (const message of messages) {
      if (this.#dayOf(previous) !== this.#dayOf(message)) items.push(this.#dayItem(message));
      const continued = this.#continues(previous, message);
      items.push({
        key: message.ts + (message.ephemeral ? "/ephemeral" : ""),
        signature: JSON.stringify([message, continued, this.session.revision]),
        build: () => h("li", this.#article(conversationId, message, continued)),
      });
      previous = message;
    }
    reconcile(this.node, items);
  }

  /** Say aloud what somebody else has just written. */
  #tellNewest(messages) {
    const newest = messages.at(-1);
    if (!newest || newest.ts <= this.#last || newest.user === this.session.me.id) return;
    announce(`${this.session.author(newest).real_name}: ${spoken(newest.text, this.session)}`);
  }

  #dayOf(message) {
    return message && isoDay(instant(message), this.session.zone);
  }

  #dayItem(message) {
    const { zone, locale } = this.session;
    const name = dayName(instant(message), zone, locale, this.session.now());
    return {
      key: `day-${this.#dayOf(message)}`,
      signature: name,
      build: () => h("li.day", h("span", name)),
    };
  }

  #continues(previous, message) {
    return (
      Boolean(previous) &&
      !previous.ephemeral === !message.ephemeral &&
      !isNotice(previous) &&
      !isNotice(message) &&
      this.session.author(previous) === this.session.author(message) &&
      this.#dayOf(previous) === this.#dayOf(message) &&
      Number(message.ts) - Number(previous.ts) < TOGETHER
    );
  }

  #article(conversationId, message, continued) {
    const { session } = this;
    const author = session.author(message);
    const { zone, locale } = session;
    const time = clockTime(instant(message), zone, locale);
    const place = { channel: conversationId, ts: message.ts };
    const body = h("div.message-blocks");
    showContent(body, message, this.#surface(conversationId, message));
    return h(
      "article",
      {
        class: [
          "message",
          continued && "message-continued",
          message.ephemeral && "message-ephemeral",
          isNotice(message) && "message-notice",
        ]
          .filter(Boolean)
          .join(" "),
        "aria-label": `${author.real_name}, ${time}`,
        dataset: { ts: message.ts },
      },
      avatar(author),
      h(
        "div.message-body",
        h(
          "div.message-head",
          h("span.message-author", author.real_name),
          author.is_bot ? h("span.app-mark", "App") : null,
          h(
            "time.message-time",
            { datetime: instant(message).toISOString(), title: fullTime(instant(message), zone, locale) },
            time,
          ),
          message.thread_ts && message.thread_ts !== message.ts ? h("span.message-time", "replied in a thread") : null,
        ),
        message.ephemeral ? h("p.ephemeral-mark", "Only visible to you") : null,
        body,
        fileList(message.files),
        message.edited ? h("span.edited-mark", "(edited)") : null,
        reactionBar(session, place, message.reactions),
      ),
      message.ephemeral || isNotice(message) ? null : messageMenu(session, place),
    );
  }

  #surface(conversationId, message) {
    const { session } = this;
    const form = this.#forms.get(message.ts) ?? new Form();
    form.follow(message.blocks, message.state?.values);
    this.#forms.set(message.ts, form);
    return {
      session,
      form,
      suggest: (...asked) =>
        session.api.suggest({ type: "message", channel: conversationId, ts: message.ts }, ...asked),
      act: async (block, element, state) => {
        await session.api
          .act({
            container: { type: "message", channel: conversationId, ts: message.ts },
            block_id: block.block_id,
            action_id: element.action_id,
            type: element.type,
            ...state,
            state: { values: form.values },
          })
          .catch((refusal) => toast(refusal.message));
      },
    };
  }
}

function instant(message) {
  return new Date(Number(message.ts) * 1000);
}

/** What Slack itself says in a channel, such as who joined. */
function isNotice(message) {
  return ["channel_join", "channel_leave", "group_join", "channel_topic"].includes(message.subtype);
}
