// What is said of a form that is not saved yet, only where finding it so would surprise:
// it was begun on another day, or an hour ago, or its fields save by themselves and one
// has not. And on Today what was begun elsewhere and left. All of it is text.

import { button } from "./notice.js";
import { own } from "./own.js";

export const nameOf = (c) => c.dataset.draft.split("|")[0];

const hour = 3600e3;

const dayOf = (at) => new Date(at).toDateString();
const long = (date) => {
  const at = new Date(date + "T12:00");
  return `${at.toLocaleDateString("en-GB", { weekday: "long" })} ${at.getDate()} ${at.toLocaleDateString("en-GB", { month: "long" })}`;
};

// when is "at 09:12", "yesterday at 21:40", "on Tuesday at 21:40".
function when(at) {
  const clock = "at " + new Date(at).toTimeString().slice(0, 5);
  if (dayOf(at) === dayOf(Date.now())) return clock;
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  return `${dayOf(at) === yesterday.toDateString() ? "yesterday" : "on " + new Date(at).toLocaleDateString("en-GB", { weekday: "long" })} ${clock}`;
}

const old = ({ since, at }) => dayOf(since) !== dayOf(Date.now()) || Date.now() - at > hour;

// isToday reports whether a date is the runner's today.
const isToday = (date) => date === new Date(Date.now() - new Date().getTimezoneOffset() * 60e3).toISOString().slice(0, 10);

function line(name, text, ...buttons) {
  const e = Object.assign(document.createElement("div"), { className: "draft" });
  e.append(Object.assign(document.createElement("p"), { textContent: text }), ...buttons);
  e.dataset.of = name + text;
  return e;
}

// lines is what says so, to be called whenever something may have changed.
export function lines(kept, { save, discard }) {
  const put = (at, e, old) => {
    if (old?.dataset.of === e?.dataset.of) return;
    old?.remove();
    if (e) at(e);
  };

  function within(c) {
    const name = nameOf(c);
    const draft = kept.get(name);
    const alone = !c.querySelector("button.primary"); // its fields save by themselves
    let e;
    if (draft && (old(draft) || (alone && !c.contains(document.activeElement)))) {
      const of = draft.date && !isToday(draft.date) ? `For ${long(draft.date)}. ` : "";
      e = line(name, `${of}Not saved yet: you started this ${when(draft.since)}.`, button("Save", () => save(c)), button("Discard", () => discard(name)));
    }
    const head = c.querySelector(":scope > .head");
    put((e) => (head ? head.after(e) : c.prepend(e)), e, c.querySelector(":scope > .draft"));
  }

  // left is what was begun on another screen and left there for so long.
  function left() {
    const around = document.querySelector(".notices");
    if (!around) return;
    const shown = new Set([...document.querySelectorAll("[data-draft]")].map(nameOf));
    const sample = (name) => name.startsWith("sample:");
    const today = document.querySelector(".page-today");
    const list = kept.all().filter((d) => today && d.hash && old(d) && !shown.has(d.name) && sample(d.name) === !!document.querySelector(".ribbon")).slice(0, 3);
    let at = around.querySelector(":scope > .left");
    if (list.length === 0) return at?.remove();
    if (!at) around.append((at = Object.assign(document.createElement("aside"), { className: "left", ariaLabel: "Not saved yet" })));
    const was = [...at.children];
    list.forEach((d, i) => {
      const href = d.hash === "#/today" && d.date && !isToday(d.date) ? `#/today/${d.date}` : d.hash;
      const open = Object.assign(document.createElement("a"), { href, textContent: "Open" });
      const e = line(d.name, `Not saved yet: ${own(d.title || "a form")}, started ${when(d.since)}.`, open, button("Discard", () => discard(d.name)));
      put((e) => at.append(e), e, was[i]);
    });
    for (const e of was.slice(list.length)) e.remove();
  }

  return () => {
    document.querySelectorAll("[data-draft]").forEach(within);
    left();
  };
}
