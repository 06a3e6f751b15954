// What the runner typed or chose and has not saved is kept, whatever ends the page: a
// reload, Back, another screen, midnight, a crash. The page marks a form with
// data-draft="name|date" (app/page/ui/draft.go); here every answer in it is noted as it is
// given, and given again when a form of that name is drawn. The page says when a form
// was saved or given up: then its draft is gone.
//
// Only what was touched is noted, so that a form begins from what stands. A password or
// a file never is.

import { drafts } from "./draftstore.js";
import { lines, nameOf } from "./draftlines.js";

// typing names the lock of a tab in which something is typed that is not kept.
export const typing = (path) => "rebound.typing " + path;

const form = "[data-draft]";
const control = "input:not([type=file], [type=password], [type=range]), select, textarea";
const toggle = "button[aria-pressed]";
const words = "textarea, input:not([type=file], [type=range], [type=radio], [type=checkbox], [data-kept])"; // data-kept: kept by the page, or no entry

const dateOf = (c) => c.dataset.draft.split("|")[1] ?? "";
const typed = (e) => e.localName !== "button" && !["radio", "checkbox"].includes(e.type);

// keyOf names a control within its form.
function keyOf(e) {
  if (e.localName === "button") return Object.entries(e.dataset)[0]?.join(":") ?? "";
  return (e.type === "radio" ? e.name : e.id || e.dataset.key || e.name) ?? "";
}

// answerOf is what stands in a control; undefined for a radio that is not chosen.
function answerOf(e) {
  if (e.localName === "button") return e.ariaPressed === "true";
  if (e.type === "checkbox") return e.checked;
  if (e.type === "radio") return e.checked ? e.value : undefined;
  return e.value;
}

// controls are those of a form, and not of one within it.
const controls = (c) => [...c.querySelectorAll(`${control}, ${toggle}`)].filter((e) => e.closest(form) === c && keyOf(e));

const formsOf = (name) => [...document.querySelectorAll(form)].filter((c) => nameOf(c) === name);

// give puts an answer into a control, and tells the page as if the runner had. Of what
// is typed the page is not told: where that saves, it was not meant to yet.
function give(e, answer) {
  if (e.localName === "button") {
    if ((e.ariaPressed === "true") !== answer && (answer || !e.closest(".segments"))) e.click();
    return;
  }
  if (typed(e)) {
    if (e.value === answer) return;
    e.value = answer;
    if (e.value !== answer || e.type === "text") return;
  } else {
    const on = e.type === "radio" ? e.value === answer : answer;
    if (e.checked === on || typeof on !== "boolean") return;
    e.checked = on;
    if (e.type === "radio" && !on) return;
  }
  e.dispatchEvent(new Event("change", { bubbles: true }));
}

// show makes room for an answer that lies folded, or behind a button (data-shows).
function show(e, c) {
  for (let d = e.closest("details:not([open])"); d; d = d.parentElement.closest("details:not([open])")) d.open = true;
  const button = e.id ? c.querySelector(`[data-shows~="${CSS.escape(e.id)}"]`) : null;
  if (button?.checkVisibility()) button.click();
}

// keepDrafts is the part of globalThis.rebound about them.
export function keepDrafts(path, storage) {
  const kept = drafts(storage, path);
  const seen = new WeakMap(); // control -> {name, key, first: what stood in it}
  const touched = new WeakMap(); // control -> {name, hand: the runner's own, and now}
  const met = new WeakSet(); // of what unfolds
  let filling = false;
  kept.all(); // what is too old goes

  const see = (e, name) => seen.set(e, { name, key: keyOf(e), first: answerOf(e) });

  // fill gives a form that has appeared, or a control that came to it, what was kept.
  function fill(c) {
    const name = nameOf(c);
    unfold(c, name);
    const fresh = controls(c).filter((e) => seen.get(e)?.name !== name || seen.get(e).key !== keyOf(e));
    if (fresh.length === 0) return;
    for (const e of fresh) see(e, name);
    const draft = kept.get(name);
    if (!draft) return;
    filling = true;
    try {
      for (const e of fresh) {
        const answer = draft.fields[keyOf(e)];
        if (answer === undefined || (e.type === "radio" && e.value !== answer)) continue;
        touched.set(e, { name });
        show(e, c);
        give(e, answer);
      }
    } finally {
      filling = false;
    }
  }

  // unfold opens what draws its fields only when it is opened (data-holds names them),
  // where one of them is in the draft.
  function unfold(c, name) {
    const fresh = [...c.querySelectorAll("details[data-holds]")].filter((d) => !met.has(d));
    if (fresh.length === 0) return;
    const fields = kept.get(name)?.fields ?? {};
    for (const d of fresh) {
      met.add(d);
      if (d.dataset.holds.split(" ").some((key) => key in fields)) d.open = true;
    }
  }

  // note keeps what was answered in a form, and reports whether there was no room for
  // it; pressed is what a button is about to be.
  function note(c, pressed) {
    const name = nameOf(c);
    const before = kept.get(name);
    const fields = { ...before?.fields };
    for (const e of controls(c)) {
      if (e.localName === "button" && !pressed?.has(e)) continue; // the page may not have drawn its press yet
      const answer = pressed?.get(e) ?? answerOf(e);
      if (touched.get(e)?.name !== name || answer === undefined) continue;
      if (answer === seen.get(e)?.first) delete fields[keyOf(e)];
      else fields[keyOf(e)] = answer;
    }
    if (Object.keys(fields).length === 0) {
      kept.drop(name);
      return false;
    }
    const title = c.dataset.title || document.querySelector("h1")?.textContent;
    return !kept.put(name, { date: before?.date || dateOf(c), since: before?.since, title, hash: location.hash, fields });
  }

  const touch = (e, name) => touched.set(e, { name, hand: true });

  // What is typed and not kept, a password say, holds an update off in every tab for as
  // long as it stands there (offline.js).
  const loose = new Set();
  let release = null;
  function hold() {
    for (const e of loose) if (!e.isConnected || e.value === "" || !e.checkVisibility()) loose.delete(e);
    if (loose.size === 0) {
      release?.();
      release = null;
    } else if (!release && navigator.locks) {
      const over = new Promise((done) => (release = done));
      navigator.locks.request(typing(path), { mode: "shared" }, () => over);
    }
  }

  addEventListener("input", ({ target: e }) => {
    if (filling || !e.matches?.("input, textarea, select")) return;
    const c = e.matches(control) && keyOf(e) && e.closest(form);
    if (c) touch(e, nameOf(c));
    if (c ? note(c) : e.matches(words)) loose.add(e);
    hold();
  }, true);
  addEventListener("click", ({ target }) => {
    const e = target.closest?.(toggle);
    const c = e?.closest(form);
    if (filling || !c || !keyOf(e)) return;
    const group = e.closest(".segments");
    const pressed = new Map([[e, group ? true : e.ariaPressed !== "true"]]);
    for (const other of group?.querySelectorAll(toggle) ?? []) if (other !== e) pressed.set(other, false);
    for (const one of pressed.keys()) touch(one, nameOf(c));
    note(c, pressed);
  }, true);

  // begin takes what stands in a form for what it starts from.
  const begin = (name, key = "") => formsOf(name).forEach((c) => controls(c).forEach((e) => {
    if (!keyOf(e).startsWith(key)) return;
    touched.delete(e);
    see(e, name);
  }));

  const tell = lines(kept, {
    // save is a form's own; of fields that each save by themselves, theirs.
    save(c) {
      const button = c.querySelector("button.primary");
      if (button) return button.click();
      for (const e of controls(c)) if (typed(e) && touched.get(e)) e.dispatchEvent(new Event("change", { bubbles: true }));
    },
    discard(name) {
      kept.drop(name);
      const shown = formsOf(name);
      for (const e of shown.flatMap(controls)) {
        const { first } = seen.get(e) ?? {};
        if (typed(e) && touched.has(e) && first !== undefined) e.value = first;
        touched.delete(e);
      }
      if (shown.length > 0) globalThis.rebound.ondiscard?.();
      tell();
    },
  });

  const look = () => {
    document.querySelectorAll(form).forEach(fill);
    tell();
    hold();
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-draft"] });
  setInterval(tell, 30000); // midnight comes

  // What another tab saved is not begun any more, but for what was typed here.
  addEventListener("storage", ({ key, newValue }) => {
    const name = kept.nameOf(key);
    if (name === null || newValue !== null) return;
    for (const c of formsOf(name)) if (controls(c).some((e) => touched.get(e)?.hand)) note(c);
    tell();
  });

  return {
    ondiscard: null,
    // drafted is the day that a form was begun for which is not saved yet, "-" where it
    // is for none in particular; "" for no such form. A name stands for those below it too.
    drafted(name) {
      const d = kept.get(name) ?? kept.all().find((d) => d.name.startsWith(name + "/"));
      return d ? d.date || "-" : "";
    },
    // noteDraft keeps every choice of a form: the page has made some for the runner.
    noteDraft(name) {
      for (const c of formsOf(name)) {
        for (const e of controls(c)) if (!typed(e) && answerOf(e)) touch(e, name);
        note(c);
      }
    },
    // dropDraft forgets a form, or of its controls those whose key begins so: it was
    // saved, or given up.
    dropDraft(name, key = "") {
      const draft = key && kept.get(name);
      const rest = draft && Object.entries(draft.fields).filter(([k]) => !k.startsWith(key));
      if (rest?.length) kept.put(name, { ...draft, fields: Object.fromEntries(rest) });
      else kept.drop(name);
      setTimeout(() => { // what stands is drawn, or emptied, by then
        begin(name, key);
        tell();
      });
    },
    // dropDrafts forgets every form whose name begins so; what another tab then says of
    // them brings none back from what still stands here.
    dropDrafts(below) {
      kept.dropAll((name) => name.startsWith(below));
      for (const name of new Set([...document.querySelectorAll(form)].map(nameOf))) if (name.startsWith(below)) begin(name);
    },
  };
}
