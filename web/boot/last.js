import { sampled } from "./noted.js";

// What the page keeps of today's verdict, so that the shell can paint it before any
// wasm runs. It is of this app's own path, of one date, and only ever text.
const key = "rebound-last:" + new URL("./", location.href).pathname;

// remember keeps the page's JSON (app/page/ui/last.go); "" forgets it.
export function remember(json) {
  try {
    if (json) localStorage.setItem(key, json);
    else localStorage.removeItem(key);
  } catch {} // a browser that keeps nothing paints a little later
}

// recall is the JSON that was kept on this very day; "" for none.
export function recall() {
  try {
    const json = sampled() ? "" : localStorage.getItem(key) ?? ""; // the sample runner's is another
    return json && JSON.parse(json).date === today() ? json : "";
  } catch {
    return "";
  }
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

// paintLast puts the verdict in the place of the shell's skeleton as soon as that is
// parsed, where the address names Today. The page draws the same elements.
export function paintLast() {
  const json = ["", "#", "#/", "#/today"].includes(location.hash) ? recall() : "";
  if (!json) return;
  const last = JSON.parse(json);
  const seen = new MutationObserver(() => {
    const end = document.querySelector(".shell main > noscript"); // the last there
    if (!end) return;
    seen.disconnect();
    const main = end.parentElement;
    for (const e of main.querySelectorAll("h1, .skeleton")) e.remove();
    const stack = made("div", "stack", made("div", "skeleton skeleton-check"), session(last), last.signals?.length ? signals(last) : "");
    main.prepend(days(last), last.first ? made("div", `skeleton skeleton-first is-${last.first}`) : "", verdict(last), made("div", "columns", stack));
  });
  seen.observe(document, { childList: true, subtree: true });
}

const shapes = {
  go: "M22 3a19 19 0 1 0 0 38 19 19 0 1 0 0-38z",
  ease: "M22 4 41 39H3z",
  stop: "M13 1h18l12 12v18L31 43H13L1 31V13z",
  recover: "M9 5h26a4 4 0 0 1 4 4v26a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4V9a4 4 0 0 1 4-4z",
};

function days({ day }) {
  const end = () => made("span", "icon-button");
  return made("nav", "days", end(), made("p", "", made("b", "", "Today"), " ", made("time", "", day)), end());
}

function verdict({ level, word, urgent, headline, age }) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  svg.setAttribute("class", "shape");
  svg.setAttribute("viewBox", "0 0 44 44");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", shapes[level] ?? shapes.go);
  if (!shapes[level]) path.setAttribute("class", "hole");
  svg.append(path);
  const line = urgent ? made("p", "urgent", urgent) : "";
  return made("section", `verdict is-${level}`, line, made("h1", "", svg, made("span", "", word)), made("p", "headline", headline), level === "stop" ? "" : made("p", "age", age));
}

function session({ session, amount }) {
  if (!session) return "";
  const after = made("span", "after", made("b", "", session), " ", made("small", "", amount));
  return made("section", "card session", made("h2", "", "Today's session"), made("p", "swap same", after), made("div", "skeleton skeleton-week"));
}

function signals({ window, signals }) {
  const row = ({ name, value, unit, note, tone, glyph }) =>
    made(
      "li",
      `signal tone-${tone}`,
      made("div", "what", made("h3", "", name), made("p", "value", made("b", "", value), " ", made("small", "", unit))),
      made("div", ""),
      made("div", "where", made("p", "note", made("span", "glyph", glyph), " ", made("span", "", note))),
    );
  return made("section", "card signals", made("h2", "", "Against your normal ", made("small", "", `${window}-day mean`)), made("ul", "", ...signals.map(row)));
}

// made is an element; strings in it are text.
function made(tag, name, ...children) {
  const e = document.createElement(tag);
  if (name) e.className = name;
  e.append(...children);
  return e;
}
