/** A button that opens a menu: arrow keys move, Enter chooses, Escape and a click elsewhere close. */

import { fill, h, uniqueId } from "./dom.js";

/**
 * @param {HTMLButtonElement} trigger
 * @param {() => {label: string, detail?: string, choose: () => void}[]} entries  read when the menu opens
 * @returns {HTMLElement} the trigger with its menu
 */
export function menu(trigger, entries) {
  const list = h("div.menu", {
    id: uniqueId("menu"),
    role: "menu",
    popover: "auto",
    "aria-label": trigger.getAttribute("aria-label"),
  });
  trigger.setAttribute("aria-haspopup", "menu");
  trigger.setAttribute("aria-expanded", "false");

  const open = () => {
    fill(
      list,
      entries().map((entry) => item(entry, list)),
    );
    list.showPopover();
    place(list, trigger);
    list.firstElementChild?.focus();
  };
  trigger.addEventListener("click", open);
  trigger.addEventListener("keydown", (event) => {
    if (!["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    open();
  });
  list.addEventListener("toggle", (event) => trigger.setAttribute("aria-expanded", String(event.newState === "open")));
  list.addEventListener("keydown", (event) => {
    // Escape is the menu's, not also the dialog's around it.
    if (event.key === "Escape") event.stopPropagation();
    move(event, list);
  });
  return h("span.menu-anchor", trigger, list);
}

function item(entry, list) {
  return h(
    "button.menu-item",
    {
      role: "menuitem",
      tabindex: "-1",
      onclick: () => {
        list.hidePopover();
        entry.choose();
      },
    },
    h("span", entry.label),
    entry.detail ? h("span.menu-detail", entry.detail) : null,
  );
}

function move(event, list) {
  const items = [...list.children];
  const at = items.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Tab") list.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  items[(next + items.length) % items.length].focus();
}

function place(list, trigger) {
  const button = trigger.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const below = button.bottom + height + 8 <= innerHeight;
  list.style.setProperty("left", `${Math.max(8, Math.min(button.left, innerWidth - width - 8))}px`);
  list.style.setProperty("top", `${Math.max(8, below ? button.bottom + 4 : button.top - height - 4)}px`);
}
