// The first screen, which index.html paints before any wasm is there. Its text and
// buttons stay the very elements that were painted: the page draws an empty
// rebound-welcome and rebound-begin (app/page/firstrun), and they move in. What is
// pressed or chosen before the page is there waits in the port for the backend.

import { release } from "./held.js";
import { note } from "./noted.js";

const onPhone = () => matchMedia("(pointer: coarse)").matches;

let line; // that says what was begun

const begun = (text) => (line.textContent = text);

export function firstScreen(port, { choose, chooseBackup, importFrom, sources }) {
  line = document.querySelector("rebound-begin .begun");
  keep("rebound-welcome");
  keep("rebound-begin");
  const doing = {
    folder: () => choose(true),
    restore: () => chooseBackup(() => begun("Your backup is next…")),
    sample() {
      port.send('{"id":-2,"op":"sample","args":{"on":true}}');
      begun("Making the sample runner…");
    },
  };
  const act = ({ target }) => {
    if (!target.closest?.("rebound-begin")) return;
    if (target.type === "file") {
      importFrom(target);
      begun("Your files are next…");
    } else if (target.name === "wearing") {
      sources((text) => quickest(target.value, text));
    }
  };
  const press = ({ target }) => doing[target.closest?.("rebound-begin [data-do]")?.dataset.do]?.();
  addEventListener("change", act);
  addEventListener("click", press);
  for (const event of release()) (event.type === "click" ? press : act)(event);
}

// keep lets whatever element of a name comes last have what the first one held. When one
// that the page drew goes, what was begun here is under way.
function keep(name) {
  const kept = [...document.querySelector(name).childNodes];
  customElements.define(name, class extends HTMLElement {
    connectedCallback() {
      this.painted = !!this.firstChild;
      if (!this.painted) this.append(...kept);
    }
    disconnectedCallback() {
      if (!this.painted) begun("");
    }
  });
}

// quickest shows the two quickest ways to a first verdict for what is worn: the best
// that can be gone on this device, then the quickest of the others. Where there are
// fewer, numbers can be typed.
function quickest(name, text) {
  const at = document.querySelector("rebound-begin .quickest");
  const maker = text && JSON.parse(text).makers.find((m) => m.name === name);
  if (!at) return;
  if (!maker) return at.replaceChildren(made("p", "The list could not be fetched: choose again when you are online."));
  note("maker", name); // where the Files screen looks for it (app/page/ui/install.go)
  const ways = maker.first ?? [];
  const phone = onPhone();
  const here = (way) => way.on === "Phone or computer" || (way.on === "Phone") === phone;
  const best = ways.find(here);
  const two = [best, ...ways.filter((way) => way !== best)].filter(Boolean).slice(0, 2);
  if (two.length < 2) two.push({ takes: "From tomorrow morning", text: "Further down, type the numbers your watch shows each morning. A verdict comes after about three weeks." });
  at.replaceChildren(
    made("h3", "The quickest ways to a first verdict"),
    made("ol", ...two.map((way) => made("li", made("b", way.takes + (here(way) || !way.on ? "" : ", on a " + way.on.toLowerCase())), " ", made("span", way.text)))),
    maker.note ? made("p", maker.note) : "",
    made("p", Object.assign(made("a", "Every way, and what you get"), { href: "#/files" })),
  );
}

// made is an element; strings in it are text.
function made(tag, ...children) {
  const e = document.createElement(tag);
  e.append(...children);
  return e;
}
