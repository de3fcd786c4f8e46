/**
 * Slack's mrkdwn as document nodes: https://docs.slack.dev/messaging/formatting-message-text.
 * Text reaches the document as text nodes only; `&amp; &lt; &gt;` are read after the markup, so escaped markup is inert.
 */

import { slackDate } from "./dates.js";
import { h } from "./dom.js";
import { EMOJI_CODE, emoji, withEmoji } from "./emoji.js";

const CONTROL = /<([^<>\n]+)>/y;
const CODE = /`([^`\n]+)`/y;
const ADDRESS = /https?:\/\/[^\s<>|]+/y;
const SPAN = {
  "*": { tag: "strong", pattern: /\*((?:<[^<>\n]*>|`[^`\n]+`|[^*\n<`])+)\*(?![\p{L}\p{N}*])/uy },
  _: { tag: "em", pattern: /_((?:<[^<>\n]*>|`[^`\n]+`|[^_\n<`])+)_(?![\p{L}\p{N}_])/uy },
  "~": { tag: "s", pattern: /~((?:<[^<>\n]*>|`[^`\n]+`|[^~\n<`])+)~(?![\p{L}\p{N}~])/uy },
};
const WORD = /[\p{L}\p{N}]/u;

/** Undo Slack's escaping of the three characters it escapes. */
export function unescape(text) {
  return text.replace(/&(amp|lt|gt);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">" })[name]);
}

/**
 * @param {string} text  raw mrkdwn
 * @param {import("./session.js").Session} session  whose people, zone and clock mentions and dates are read with
 * @param {{verbatim?: boolean}} options  verbatim: bare addresses stay plain
 */
export function mrkdwn(text = "", session, { verbatim = false } = {}) {
  const context = { session, verbatim };
  const fragment = document.createDocumentFragment();
  text.split(/```([\s\S]+?)```/).forEach((part, index) => {
    if (index % 2) fragment.append(h("pre", h("code", controlsOnly(part.replace(/^\n|\n$/g, ""), context))));
    else fragment.append(...paragraphs(part, context, { first: index === 0 }));
  });
  return fragment;
}

/** A text object of Block Kit: mrkdwn is rendered, plain_text stays plain but for its emoji. */
export function textObject(object, session) {
  if (!object) return "";
  if (object.type === "mrkdwn") return mrkdwn(object.text, session, object);
  return plain(object);
}

/** A plain_text object as a string. */
export function plain(object) {
  const text = unescape(object?.text ?? "");
  return object?.emoji === false ? text : withEmoji(text);
}

/** What mrkdwn says without its form, for labels and lists. */
export function spoken(text, session) {
  return mrkdwn(text, session).textContent.replace(/\s+/g, " ").trim();
}

function paragraphs(text, context, { first }) {
  // The newline between a block of code and what follows it is not a line of its own.
  const lines = (first ? text : text.replace(/^\n/, "")).replace(/\n$/, "").split("\n");
  if (lines.length === 1 && lines[0] === "") return [];
  const nodes = [];
  let quote = null;
  let rest = false;
  for (const line of lines) {
    const mark = rest ? "" : /^(?:&gt;|>)(?:(?:&gt;|>){2})? ?/.exec(line)?.[0];
    if (mark !== undefined) {
      rest ||= /^(?:&gt;|>){3}/.test(mark);
      if (quote) quote.append(h("br"));
      else nodes.push((quote = h("blockquote")));
      quote.append(...inline(line.slice(mark.length), context));
    } else {
      if (nodes.length && !quote) nodes.push(h("br"));
      quote = null;
      nodes.push(...inline(line, context));
    }
  }
  return nodes;
}

function inline(text, context) {
  const nodes = [];
  let waiting = "";
  let position = 0;
  while (position < text.length) {
    const found = special(text, position, context);
    if (found) {
      if (waiting) nodes.push(unescape(waiting));
      waiting = "";
      nodes.push(found.node);
      position = found.end;
    } else {
      waiting += text[position];
      position += 1;
    }
  }
  if (waiting) nodes.push(unescape(waiting));
  return nodes;
}

function matchAt(pattern, text, position) {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function special(text, position, context) {
  const sign = text[position];
  const afterWord = position > 0 && WORD.test(text[position - 1]);
  if (sign === "<") return found(matchAt(CONTROL, text, position), (match) => control(match[1], context));
  if (sign === "`") return found(matchAt(CODE, text, position), (match) => h("code", controlsOnly(match[1], context)));
  if (sign === ":" && !afterWord) {
    const match = matchAt(EMOJI_CODE, text, position);
    return match && emoji(match[1]) ? found(match, () => emojiNode(match[1], match[2])) : null;
  }
  if (sign in SPAN && !afterWord && text[position - 1] !== sign) {
    const { tag, pattern } = SPAN[sign];
    const match = matchAt(pattern, text, position);
    return match && match[1].trim() === match[1] ? found(match, () => h(tag, {}, inline(match[1], context))) : null;
  }
  if (sign === "h" && !afterWord && !context.verbatim) {
    const match = matchAt(ADDRESS, text, position);
    const address = match?.[0].replace(/[.,;:!?)'"*_~]+$/, "");
    return match ? { node: link(unescape(address), unescape(address)), end: position + address.length } : null;
  }
  return null;
}

function found(match, build) {
  return match && { node: build(match), end: match.index + match[0].length };
}

function controlsOnly(text, context) {
  return text.split(/<([^<>\n]+)>/).map((part, index) => (index % 2 ? control(part, context) : unescape(part)));
}

/** One emoji, with its name for those who cannot see it. */
export function emojiNode(name, tone) {
  return h(
    "span.emoji",
    { role: "img", "aria-label": name.replace(/[_-]/g, " "), title: `:${name}:` },
    emoji(name, tone),
  );
}

function control(content, { session }) {
  const bar = content.indexOf("|");
  const target = bar < 0 ? content : content.slice(0, bar);
  const label = bar < 0 ? "" : unescape(content.slice(bar + 1));
  if (target.startsWith("@")) return personMention(target.slice(1), session, label);
  if (target.startsWith("#")) return channelMention(target.slice(1), session, label);
  if (target.startsWith("!date^")) return dateNode(target.split("^").slice(1), label, session);
  if (target.startsWith("!subteam^")) return h("span.mention", label || "@group");
  if (/^!(here|channel|everyone)$/.test(target)) return broadcast(target.slice(1));
  if (target.startsWith("!")) return label || `<${unescape(content)}>`;
  return link(unescape(target), label || unescape(target));
}

/** A mention of a person, marked when it is the reader. */
export function personMention(id, session, label = "") {
  const name = session.person(id)?.real_name || label.replace(/^@/, "") || id;
  return h(
    "span",
    { class: id === session.me.id ? "mention mention-me" : "mention", dataset: { user: id } },
    `@${name}`,
  );
}

/** A mention of a channel, a way there when the reader can see it. */
export function channelMention(id, session, label = "") {
  const conversation = session.conversation(id);
  const name = conversation?.name || label || "private-channel";
  return conversation ? h("a.mention", { href: session.address(id) }, `#${name}`) : h("span.mention", `#${name}`);
}

/** "@here" and its like. */
export function broadcast(range) {
  return h("span.mention.mention-me", `@${range}`);
}

/** A link, or its text where the address is not one a message may lead to. */
export function link(address, label) {
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(address))
    return label === address ? `<${address}>` : `<${address}|${label}>`;
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, label.replace(/^mailto:|^tel:/, ""));
}

function dateNode([seconds, pattern, address], fallback, session) {
  const text = dateText(Number(seconds), unescape(pattern ?? ""), fallback, session);
  return address ? link(unescape(address), text) : h("time", { title: fallback }, text);
}

/** Slack's date format in the reader's zone, or the fallback when the instant is none. */
export function dateText(seconds, pattern, fallback, session) {
  const instant = new Date(seconds * 1000);
  if (!pattern || Number.isNaN(instant.getTime())) return fallback;
  return slackDate(instant, pattern, { zone: session.zone, locale: session.locale, now: session.now() });
}
