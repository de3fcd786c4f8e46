/** What a newcomer may try first. It can be put away, and comes back on request. */

import { avatar, fill, h } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";
import { actAs } from "./switcher.js";

/** Show the tour unless it has been put away in this browser. @returns {() => void} shows it again */
export function tour(root, session) {
  const memory = `playground-tour-${session.workspace.id}`;
  const key = `${memory}-done`;
  const done = new Set(JSON.parse(localStorage.getItem(key) ?? "[]"));

  function dismiss() {
    localStorage.setItem(memory, "dismissed");
    root.hidden = true;
    document.getElementById("main").focus();
  }

  /** Act as the person of a step: whatever came before it is done. */
  function begin(index, person) {
    for (let before = 0; before < index; before += 1) done.add(before);
    localStorage.setItem(key, JSON.stringify([...done]));
    actAs(session, person.id);
  }

  function step(item, index) {
    const person = session.person(item.as);
    const box = h("input", {
      type: "checkbox",
      "aria-label": `Step ${index + 1} is done`,
      checked: done.has(index),
      onchange: () => {
        if (box.checked) done.add(index);
        else done.delete(index);
        localStorage.setItem(key, JSON.stringify([...done]));
      },
    });
    return h(
      "li.tour-step",
      box,
      h(
        "div",
        {},
        h("p.tour-text", mrkdwn(item.text, session)),
        person && person.id !== session.me.id
          ? h(
              "button.button.tour-act",
              { onclick: () => begin(index, person) },
              avatar(person, "small"),
              `Act as ${person.real_name}`,
            )
          : null,
        person?.id === session.me.id ? h("p.tour-now", `You are ${person.real_name} now.`) : null,
      ),
    );
  }

  // Beside the rest there is room for it; above the rest it is a line until it is wanted.
  const beside = matchMedia("(min-width: 1100px)");
  const box = h(
    "details.tour-box",
    { open: beside.matches },
    h("summary.tour-head", h("h2", { id: "tour-title" }, "What to try first")),
    h("ol.tour-steps", session.tour.map(step)),
    h("div.tour-foot", h("button.button", { onclick: dismiss }, "Got it, hide this")),
  );
  beside.addEventListener("change", () => {
    box.open = beside.matches;
  });
  fill(root, box);
  root.hidden = !session.tour.length || localStorage.getItem(memory) === "dismissed";

  return () => {
    localStorage.removeItem(memory);
    root.hidden = false;
    box.open = true;
    root.querySelector("summary").focus();
  };
}
