/** The layout blocks of Block Kit, on any surface: a message, App Home or a modal. */

import { chart } from "./charts.js";
import { h, reconcile, uniqueId } from "./dom.js";
import { buildElement, isGroup } from "./elements.js";
import { mrkdwn, plain, spoken, textObject } from "./mrkdwn.js";
import { richText } from "./rich_text.js";

const BUILDERS = {
  header,
  section,
  context,
  divider,
  actions,
  image,
  input,
  rich_text: richTextBlock,
  markdown,
  alert: alertBlock,
  table,
  data_visualization: chart,
  video,
};

/**
 * Show blocks in a container and keep the parts that have not changed.
 * @param {Element} container
 * @param {object[]} blocks
 * @param {import("./elements.js").Surface} surface
 * @param {Record<string, string>} errors  by block id, shown beside the field
 */
export function showBlocks(container, blocks, surface, errors = {}) {
  const seen = new Map();
  reconcile(
    container,
    (blocks ?? []).map((block, index) => {
      const name = block.block_id ?? `${block.type}-${index}`;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      const error = errors[block.block_id];
      return {
        key: `${name}/${count}`,
        signature: JSON.stringify([block, error, surface.session.revision]),
        build: () => buildBlock(block, surface, error),
      };
    }),
  );
}

function buildBlock(block, surface, error) {
  const builder = BUILDERS[block.type] ?? unsupported;
  const node = builder(block, surface, error);
  node.classList.add("block", `block-${block.type}`);
  if (block.block_id) node.dataset.blockId = block.block_id;
  return node;
}

function unsupported(block) {
  return h("p.unsupported", `This page cannot show a block of type "${block.type}".`);
}

function header(block) {
  return h("h3", plain(block.text));
}

function section(block, surface) {
  const textId = uniqueId("section");
  const text = h(
    "div.section-main",
    block.text ? h("div.section-text", { id: textId }, textObject(block.text, surface.session)) : null,
    block.fields
      ? h(
          "div.section-fields",
          block.fields.map((field) => h("div", textObject(field, surface.session))),
        )
      : null,
  );
  return h(
    "div",
    text,
    block.accessory ? h("div.section-accessory", interactive(block.accessory, block, surface, block.text)) : null,
  );
}

/** An element outside an input block: it has no label, so its placeholder or the text beside it names it. */
function interactive(element, block, surface, text) {
  if (element.type === "image") return picture(element, "thumbnail");
  const beside = text ? (text.type === "mrkdwn" ? spoken(text.text, surface.session) : plain(text)) : "";
  const name = element.accessibility_label || plain(element.placeholder) || beside || element.type.replaceAll("_", " ");
  return buildElement(element, block, surface, { id: uniqueId("element"), aria: { "aria-label": name } });
}

function context(block, surface) {
  return h(
    "div",
    (block.elements ?? []).map((element) =>
      element.type === "image"
        ? picture(element, "context-image")
        : h("span.context-text", textObject(element, surface.session)),
    ),
  );
}

function divider() {
  return h("hr");
}

function actions(block, surface) {
  return h(
    "div",
    (block.elements ?? []).map((element) => interactive(element, block, surface)),
  );
}

function image(block, surface) {
  return h(
    "figure",
    {},
    block.title ? h("figcaption", textObject(block.title, surface.session)) : null,
    picture(block, "picture"),
  );
}

/** A picture of this machine; one from elsewhere is not fetched, its description stands in its place. */
function picture({ image_url: address, alt_text: description = "" }, className) {
  if (isNear(address)) {
    return h("img", { class: className, src: address, alt: description });
  }
  return h(
    "span",
    {
      class: `${className} picture-elsewhere`,
      title: "Pictures from other hosts are not fetched: nothing leaves this machine.",
    },
    description || "A picture",
  );
}

/** A film from elsewhere is not fetched: its title leads there, its description stands beneath. */
function video(block) {
  const link = h("a", { href: block.video_url, rel: "noopener noreferrer", target: "_blank" }, plain(block.title));
  return h("figure", h("figcaption", link), h("p.picture-elsewhere.thumbnail", block.alt_text));
}

function isNear(address) {
  if (!address || !URL.canParse(address, location.href)) return false;
  const { origin, protocol, hostname } = new URL(address, location.href);
  return origin === location.origin || protocol === "data:" || ["127.0.0.1", "localhost"].includes(hostname);
}

function richTextBlock(block, surface) {
  return h("div", richText(block, surface.session));
}

/** Standard markdown is shown as the text it is: the playground renders Slack's own mrkdwn. */
function markdown(block) {
  return h("div.markdown-source", block.text ?? "");
}

function alertBlock(block, surface) {
  return h(
    "div",
    { role: "note", class: `alert alert-${block.level ?? "default"}` },
    textObject(block.text, surface.session),
  );
}

function table(block, surface) {
  const cell = (content) => (content.type === "rich_text" ? richText(content, surface.session) : (content.text ?? ""));
  const [head = [], ...rows] = block.rows ?? [];
  return h(
    "div.table-frame",
    { tabindex: "0", role: "region", "aria-label": "Table" },
    h(
      "table",
      {},
      h(
        "thead",
        h(
          "tr",
          head.map((content) => h("th", { scope: "col" }, cell(content))),
        ),
      ),
      h(
        "tbody",
        rows.map((row) =>
          h(
            "tr",
            row.map((content) => h("td", cell(content))),
          ),
        ),
      ),
    ),
  );
}

function input(block, surface, error) {
  const ids = {
    control: uniqueId("field"),
    label: uniqueId("label"),
    hint: uniqueId("hint"),
    error: uniqueId("error"),
    optional: uniqueId("optional"),
  };
  const described = [block.optional && ids.optional, block.hint && ids.hint, error && ids.error]
    .filter(Boolean)
    .join(" ");
  const group = isGroup(block.element);
  const control = buildElement(block.element, block, surface, {
    id: ids.control,
    aria: {
      "aria-describedby": described || null,
      "aria-invalid": error ? "true" : null,
      // A plain group may not be "required" in ARIA; the label says what is optional instead.
      ...(group ? { "aria-labelledby": ids.label } : { "aria-required": block.optional ? null : "true" }),
    },
  });
  const label = plain(block.label);
  return h(
    "div",
    { class: error ? "field field-wrong" : "field" },
    h(
      "div.field-head",
      group
        ? h("span.field-label", { id: ids.label }, label)
        : h("label.field-label", { id: ids.label, for: ids.control }, label),
      block.optional ? h("span.field-optional", { id: ids.optional }, "optional") : null,
    ),
    control,
    block.hint ? h("p.field-hint", { id: ids.hint }, plain(block.hint)) : null,
    error ? h("p.field-error", { id: ids.error }, error) : null,
  );
}

/** What a message says: its blocks, or its text where it has none. */
export function showContent(container, message, surface) {
  if (message.blocks?.length) showBlocks(container, message.blocks, surface);
  else container.append(h("div.block.block-section", h("div.section-text", mrkdwn(message.text, surface.session))));
}
