/** The rich_text block: sections, lists, quotes and preformatted text. */

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { broadcast, channelMention, dateText, emojiNode, link, personMention } from "./mrkdwn.js";

/** @returns {Node[]} the block's parts, nested lists within their parents */
export function richText(block, session) {
  const nodes = [];
  const lists = [];
  for (const part of block.elements ?? []) {
    if (part.type !== "rich_text_list") {
      lists.length = 0;
      nodes.push(paragraph(part, session));
      continue;
    }
    const indent = Math.min(part.indent ?? 0, lists.length);
    const list = listOf(part, session);
    lists.length = indent;
    const parent = lists.at(-1);
    if (parent) (parent.lastElementChild ?? parent).append(list);
    else nodes.push(list);
    lists.push(list);
  }
  return nodes;
}

function paragraph(part, session) {
  const children = (part.elements ?? []).map((element) => leaf(element, session));
  if (part.type === "rich_text_quote") return h("blockquote", children);
  if (part.type === "rich_text_preformatted") return h("pre", h("code", children));
  return h("p.rich-text", children);
}

function listOf(part, session) {
  const ordered = part.style === "ordered";
  const items = (part.elements ?? []).map((section) =>
    h(
      "li",
      (section.elements ?? []).map((element) => leaf(element, session)),
    ),
  );
  return h(ordered ? "ol" : "ul", ordered && part.offset ? { start: part.offset + 1 } : {}, items);
}

function leaf(element, session) {
  const style = element.style ?? {};
  let node = bare(element, session);
  if (style.code) node = h("code", node);
  if (style.strike) node = h("s", node);
  if (style.underline) node = h("u", node);
  if (style.italic) node = h("em", node);
  if (style.bold) node = h("strong", node);
  return node;
}

function bare(element, session) {
  switch (element.type) {
    case "text":
      return element.text;
    case "link":
      return link(element.url, element.text || element.url);
    case "user":
      return personMention(element.user_id, session);
    case "channel":
      return channelMention(element.channel_id, session);
    case "usergroup":
      return h("span.mention", "@group");
    case "broadcast":
      return broadcast(element.range);
    case "emoji":
      return emoji(element.name) ? emojiNode(element.name, element.skin_tone) : `:${element.name}:`;
    case "date":
      return dateText(element.timestamp, element.format, element.fallback ?? "", session);
    case "color":
      return element.value;
    default:
      return element.text ?? "";
  }
}

/** What somebody typed into a plain field, as a rich_text block. */
export function richTextOf(text) {
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] };
}

/** A rich_text block as plain text, for a plain field. */
export function plainOf(block) {
  const text = (part) =>
    part.elements ? part.elements.map(text).join(part.type === "rich_text_list" ? "\n" : "") : (part.text ?? "");
  return (block?.elements ?? []).map(text).join("\n");
}
