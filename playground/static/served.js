/** Fields that ask the server while they are filled in: selects whose options the app suggests, and files. */

import { choiceRow } from "./choices.js";
import { fill, h, uniqueId } from "./dom.js";
import { optionText } from "./form.js";
import { plain, textObject } from "./mrkdwn.js";

/** How long somebody rests before the app is asked, in milliseconds. */
const REST = 250;

/** One or several of what the app suggests for what is typed. */
export function suggestions({ element, block, surface, place, read, choose }) {
  const several = element.type === "multi_external_select";
  const key = several ? "selected_options" : "selected_option";
  const chosen = () => [read()?.[key] ?? []].flat();
  const least = element.min_query_length ?? 3;
  const name = uniqueId("suggestion");
  const list = h("div.choices.choices-list", {
    role: several ? "group" : "radiogroup",
    "aria-label": "Suggestions",
  });
  const told = h("p.field-hint", { role: "status" });
  let offered = [];
  let timer = 0;
  let asked = 0;

  function show() {
    const picked = chosen();
    const rest = offered.filter((option) => !picked.some((one) => one.value === option.value));
    fill(
      list,
      [...picked, ...rest].map((option) => row(option, picked.includes(option))),
    );
    list.hidden = !list.children.length;
  }

  function row(option, checked) {
    const box = h("input", { type: several ? "checkbox" : "radio", name, checked, onchange: () => pick(option, box) });
    return choiceRow(box, textObject(option.text, surface.session), textObject(option.description, surface.session));
  }

  async function pick(option, box) {
    const others = several ? chosen().filter((one) => one.value !== option.value) : [];
    const now = box.checked ? [...others, option] : others;
    await choose({ [key]: several ? now : (now[0] ?? null) });
    show();
    list.querySelector("input")?.focus();
  }

  async function ask(value) {
    asked += 1;
    const mine = asked;
    const answer = await surface.suggest(block, element, value).catch((refusal) => ({ options: [], said: refusal.message }));
    if (mine !== asked) return;
    offered = answer.options;
    told.textContent = answer.said ?? (offered.length ? offered.map(optionText).join(", ") : "Nothing found.");
    told.classList.toggle("visually-hidden", offered.length > 0);
    show();
    list.scrollIntoView({ block: "nearest" });
  }

  const search = h("input.field-control", {
    id: place.id,
    type: "search",
    placeholder: plain(element.placeholder) || "Search…",
    autocomplete: "off",
    dataset: { actionId: element.action_id },
    ...place.aria,
    oninput: () => {
      clearTimeout(timer);
      if (search.value.length >= least) timer = setTimeout(() => ask(search.value), REST);
    },
  });
  show();
  if (least === 0) search.addEventListener("focus", () => ask(search.value), { once: true });
  return h("div.suggested", search, told, list);
}

/** Files of this machine; they go to the playground and no further. */
export function files({ element, surface, place, read, keep }) {
  const list = h("ul.files");
  const show = () =>
    fill(
      list,
      (read()?.files ?? []).map((file) => h("li", file.name)),
    );
  const field = h("input.field-control", {
    id: place.id,
    type: "file",
    multiple: (element.max_files ?? 10) > 1,
    accept: (element.filetypes ?? []).map((type) => `.${type}`).join(",") || null,
    dataset: { actionId: element.action_id },
    ...place.aria,
    onchange: async () => {
      const uploaded = await Promise.all([...field.files].map((file) => upload(surface.session, file)));
      keep({ files: uploaded });
      show();
    },
  });
  show();
  return h("div", field, list);
}

async function upload(session, file) {
  const address = await new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(file);
  });
  return (await session.api.upload(file.name, address.slice(address.indexOf(",") + 1))).file;
}
