// Words that a runner may not know. Where one first stands in a screen's text it
// becomes a button, and the button opens one plain sentence (app/glossary, a file of
// the site's own). The texts of the screens stay whole: what is written here goes
// beside a text node of the page's, never over it. Of a setting, whose label and group
// are pressed themselves, the words to be asked about stand in a line beneath.

const within = "main";
// What is pressed, typed or spoken as it changes, drawn, a name, or on paper is left alone.
const not = ".one-page, a, button, summary, label, option, select, textarea, .term, svg, h1, dialog, cite, .visually-hidden, [aria-hidden=true], [role=status], [role=alert], [aria-live]";

const pressed = "rebound-settings label[for], rebound-settings .rules summary > span:first-child";

const beneath = new WeakMap(); // a label -> {said: its text, line: what stands beneath it}
const marks = new WeakMap(); // a text node of the page's -> the nodes that stand for its rest
const shown = new Map(); // a term's key -> its button
let terms;
let alone; // everyday words, which are terms only where they stand alone
let pattern;
let observer;
let waiting = false;
let dialog;

// explain fetches the words, once the page has time for it, and follows the screens.
export async function explain() {
  let list;
  try {
    list = await (await fetch("glossary.json")).json();
  } catch (error) {
    return console.error("no glossary:", error);
  }
  terms = new Map(list.map((term) => [term.key, term]));
  alone = new Map(list.filter((term) => term.as?.length === 0).map((term) => [term.name, term.key]));
  pattern = phrases(list);
  observer = new MutationObserver(changed);
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  document.addEventListener("toggle", soon, true); // what a <details> shows is no mutation
  soon();
}

// phrases finds any term in a text, the longest first, at a sentence's start and in it.
function phrases(list) {
  const all = list.flatMap((term) => (term.as ?? [term.name]).map((phrase) => [phrase, term.key]));
  all.sort(([a], [b]) => b.length - a.length);
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const either = (text) => (/^[A-Z]?[a-z-]/.test(text) ? `[${text[0].toUpperCase()}${text[0].toLowerCase()}]${escaped(text.slice(1))}` : escaped(text));
  return { keys: all.map(([, key]) => key), re: new RegExp(`(?<![\\p{L}\\d-])(?:${all.map(([text]) => `(${either(text)}s?)`).join("|")})(?![\\p{L}\\d]|[-.][\\p{L}])`, "gu") };
}

// changed takes back what stands for a text that the page has changed or removed.
function changed(records) {
  for (const r of records) {
    if (r.type === "characterData") unmark(r.target);
    else for (const node of r.removedNodes) unmark(node);
  }
  observer.takeRecords();
  soon();
}

function unmark(text) {
  for (const node of marks.get(text) ?? []) node.remove();
  marks.delete(text);
}

function soon() {
  if (waiting) return;
  waiting = true;
  if (globalThis.requestIdleCallback) requestIdleCallback(scan, { timeout: 1000 });
  else setTimeout(scan, 100);
}

function scan() {
  waiting = false;
  for (const [key, button] of shown) if (!button.isConnected) shown.delete(key);
  const root = document.querySelector(within);
  if (!root) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return node.matches(not) || !node.checkVisibility() ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  texts.forEach(mark);
  root.querySelectorAll(pressed).forEach(markBeneath);
  observer.takeRecords(); // of our own doing
}

// termsIn are the terms that first stand in a text, in its order.
function termsIn(text) {
  const found = [];
  for (const m of text.matchAll(pattern.re)) {
    const key = pattern.keys[m.slice(1).findIndex((group) => group !== undefined)];
    if (!shown.has(key) && !found.some((f) => f.key === key)) found.push({ key, at: m.index, to: m.index + m[0].length });
  }
  return found;
}

// markBeneath writes a line of the terms that first stand in a label, or in the name of a
// group that is open.
function markBeneath(label) {
  const said = label.firstChild?.data ?? "";
  const before = beneath.get(label);
  if (before?.said === said && before.line.isConnected) return;
  before?.line.remove();
  beneath.delete(label);
  const group = label.closest("summary");
  if (!(group ?? label).checkVisibility() || (group && !group.parentElement.open)) return;
  const found = termsIn(said);
  if (!found.length) return;
  const line = document.createElement("p");
  line.className = "fine words-here";
  line.append("What it means: ");
  found.forEach(({ key, at, to }, i) => line.append(...(i ? [", "] : []), button(key, said.slice(at, to))));
  if (group) group.after(line);
  else label.parentElement.append(line);
  beneath.set(label, { said, line });
}

// mark makes buttons of the terms that first stand in a text.
function mark(text) {
  if (marks.has(text)) return;
  const name = text.parentElement.matches("dt, th, h2, h3") && alone.get(text.data);
  const found = name ? (shown.has(name) ? [] : [{ key: name, at: 0, to: text.data.length }]) : termsIn(text.data);
  if (!found.length) return;
  const whole = text.data;
  // A row would set the pieces of a text apart.
  const row = /flex|grid/.test(getComputedStyle(text.parentElement).display);
  if (row && (found.length > 1 || found[0].at > 0 || found[0].to < whole.length)) return;
  const rest = [];
  found.forEach(({ key, at, to }, i) => {
    rest.push(button(key, whole.slice(at, to)), document.createTextNode(whole.slice(to, found[i + 1]?.at)));
  });
  text.after(...rest);
  text.data = whole.slice(0, found[0].at);
  marks.set(text, rest);
  for (const node of rest) marks.set(node, []); // never a text of the page's
}

// A button of the browser's own would be one piece, which no line breaks in.
function button(key, word) {
  const b = document.createElement("span");
  b.role = "button";
  b.tabIndex = 0;
  b.className = "term";
  b.textContent = word;
  b.ariaHasPopup = "dialog";
  b.addEventListener("click", () => open(key, b));
  let down = false; // a key that was pressed here, and not the one that closed the dialog
  const presses = ({ key: name }) => name === "Enter" || name === " ";
  b.addEventListener("keydown", (event) => {
    down = presses(event);
    if (down) event.preventDefault(); // Space would scroll
  });
  b.addEventListener("keyup", (event) => {
    if (down && presses(event)) open(key, b); // before that it would press what has the keyboard then
    down = false;
  });
  b.addEventListener("blur", () => { down = false; });
  shown.set(key, b);
  return b;
}

// open shows a term. It closes by its button, Esc, Back and a tap beside it, and the
// keyboard goes back to the word.
function open(key, from) {
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.className = "term-said";
    dialog.setAttribute("aria-labelledby", "term-name");
    dialog.setAttribute("aria-describedby", "term-text");
    const [name, text, close] = ["h2", "p", "button"].map((tag) => document.createElement(tag));
    [name.id, text.id, close.type, close.textContent] = ["term-name", "term-text", "button", "Close"];
    close.addEventListener("click", () => dialog.close());
    const buttons = document.createElement("div");
    buttons.className = "buttons";
    buttons.append(close);
    const body = document.createElement("div");
    body.append(name, text, buttons);
    dialog.append(body);
    addEventListener("hashchange", () => dialog.close()); // Back, where that is no way to close a dialog
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  }
  const [name, text] = dialog.querySelectorAll("h2, p");
  name.textContent = terms.get(key).name;
  text.textContent = terms.get(key).text;
  dialog.onclose = () => (from.isConnected ? from : document.getElementById("title"))?.focus();
  document.body.append(dialog);
  dialog.showModal();
}
