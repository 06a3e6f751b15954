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
    main.prepend(glance(last, last.now));
  });
  seen.observe(document, { childList: true, subtree: true });
}

// app/page/today/shape.go has the same.
const shapes = {
  go: "M22 3a19 19 0 1 0 0 38 19 19 0 1 0 0-38z",
  ease: "M22 4 41 39H3z",
  recover: "M9 5h26a4 4 0 0 1 4 4v26a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4V9a4 4 0 0 1 4-4z",
  stop: "M13 1h18l12 12v18L31 43H13L1 31V13z",
  race_day: "M9 3v38M9 5h28l-7 9 7 9H9",
  return_to_run: "M3 41V31h10v10zM17 41V19h10v22zM31 41V5h10v36z",
  learning: "M22 3a19 19 0 1 0 19 19",
  unknown: "M22 4a18 18 0 1 0 0 36 18 18 0 1 0 0-36z",
};
const drawn = { race_day: "line", learning: "line", unknown: "line dots" };

function glance(last, now) {
  const stop = now.level === "stop";
  const silent = now.occasion === "nothing_new";
  const level = silent ? "unknown" : now.level;
  const end = () => made("span", "icon-button");
  const days = made("nav", "days", end(), made("p", "", made("b", "", made("time", "", last.day)), " ", made("small", "", last.seen)), end());
  const slot = made("div", "slot", stop ? "" : morning(now, silent));
  const columns = made("div", "columns", made("div", "stack", ...(stop ? [] : [session(last), signals(last, now)])));
  const parts = silent ? [verdict(now, level), slot] : [slot, verdict(now, level)];
  return made("div", `glance is-${level}${now.occasion ? ` on-${now.occasion}` : ""}`, days, ...parts, columns);
}

// morning keeps the room of what the page asks for first.
function morning({ morning, asks }, silent) {
  const numbers = silent || (morning && !morning.file && !morning.typed?.length);
  if (!numbers && (!asks || asks.checked_in)) return "";
  const first = made("div", `skeleton skeleton-first ${numbers ? "is-numbers" : ""}`);
  return silent && asks?.run ? made("div", "stack", first, made("div", "skeleton skeleton-run")) : first;
}

function verdict({ level, occasion, title, urgent, headline, steps }, tone) {
  const is = shapes[occasion] ? occasion : shapes[tone] ? tone : "unknown";
  const svg = vector("svg", { class: "shape", viewBox: "0 0 44 44", "aria-hidden": "true" });
  svg.append(vector("path", drawn[is] ? { d: shapes[is], class: drawn[is] } : { d: shapes[is] }));
  const far = steps ? made("div", "how-far", made("b", "", steps.text), bar(steps.done, steps.of, "")) : "";
  const why = made("p", "why", made("span", "", level === "stop" ? "What this is based on" : "Why?"));
  return made("section", "verdict", urgent ? made("p", "urgent", urgent) : "", made("h1", "", svg, made("span", "", title)), made("p", "headline", headline), far, why);
}

function bar(value, max, className) {
  return Object.assign(document.createElement("progress"), { max, value, className });
}

function session({ session, amount, was, why, notes }) {
  if (!session) return "";
  const lines = (notes ?? []).map((text) => made("p", "because", text));
  return made(
    "section",
    "card session",
    made("div", "now", made("h2", "", session), " ", made("small", "", amount)),
    was ? made("p", "was", made("s", "", was), " ", why ? made("span", "", `· ${why}`) : "") : "",
    ...lines,
    made("div", "skeleton skeleton-week"),
  );
}

function signals(last, now) {
  if (!last.signals?.length || now.occasion === "nothing_new" || now.signals.every(({ value }) => !value)) return "";
  const cell = ({ name, tone, note, at }, i) => {
    const { value, unit, learning, needed } = now.signals[i];
    const number = made("p", "value", made("b", "", value || "–"), " ", made("small", "", value ? unit : ""));
    return made("li", `signal tone-${tone}`, made("h3", "", name), number, needed > (learning ?? 0) ? bar(learning ?? 0, needed, "learning") : gauge(at), made("p", "note", note));
  };
  const key = made("p", "key", `${now.window_days}-day average; `, made("span", ""), " is your normal range");
  return made("section", "signals", made("ul", "", ...last.signals.map(cell)), key);
}

// gauge is as app/chart draws it.
function gauge(at) {
  const svg = vector("svg", { class: "gauge", "aria-hidden": "true" });
  svg.append(vector("rect", { class: "track", y: 6, width: "100%", height: 4, rx: 2 }));
  if (at) svg.append(vector("rect", { class: "band", x: "34%", y: 3, width: "32%", height: 10, rx: 5 }), vector("circle", { class: "now", cx: `${at}%`, cy: 8, r: 6 }));
  return svg;
}

function vector(tag, attributes) {
  const e = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
  return e;
}

// made is an element; strings in it are text.
function made(tag, name, ...children) {
  const e = document.createElement(tag);
  if (name) e.className = name;
  e.append(...children);
  return e;
}
