// The two dialogs that ask for a passphrase. They are here and not on the page so that it
// never passes through anything that is kept, drawn anew or sent.

import { own } from "./own.js";

const el = (tag, props, ...children) => {
  const e = Object.assign(document.createElement(tag), props);
  e.append(...children);
  return e;
};

// fewest is how many characters a passphrase has at least (ours).
const fewest = 10;

let n = 0;

function field(label, autocomplete) {
  const id = "passphrase-" + ++n;
  const input = el("input", { id, type: "password", autocomplete, required: true, spellcheck: false });
  input.autocapitalize = "off";
  return { input, row: el("div", { className: "field wide" }, el("label", { htmlFor: id, textContent: label }), input) };
}

// dialog shows a form until submit finds nothing wrong, and answers whether it did.
function dialog({ title, text, fields, button, busy, check, submit }) {
  const id = "dialog-passphrase";
  const wrong = el("p", { id: id + "-wrong", className: "wrong" });
  wrong.setAttribute("role", "alert");
  const show = el("input", { type: "checkbox", id: id + "-show" });
  const go = el("button", { type: "submit", className: "primary", textContent: button });
  const cancel = el("button", { type: "button", textContent: "Cancel" });
  const form = el("form", { noValidate: true },
    ...fields.map((f) => f.row),
    el("div", { className: "show" }, el("label", { htmlFor: show.id }, show, " Show it")),
    wrong,
    el("div", { className: "buttons" }, cancel, go));
  const d = el("dialog", { id }, el("h2", { id: id + "-title", textContent: title }), ...text.map((t) => el("p", { textContent: t })), form);
  d.setAttribute("aria-labelledby", id + "-title");
  for (const { input } of fields) input.setAttribute("aria-describedby", wrong.id);
  show.addEventListener("change", () => fields.forEach(({ input }) => (input.type = show.checked ? "text" : "password")));
  return new Promise((done) => {
    let working = false, ok = false;
    const end = () => !working && d.close();
    cancel.addEventListener("click", end);
    d.addEventListener("cancel", (event) => working && event.preventDefault());
    d.addEventListener("close", () => {
      for (const { input } of fields) input.value = "";
      d.remove();
      done(ok);
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (working) return;
      const values = fields.map(({ input }) => input.value);
      let line = check(values);
      const at = line ? fields[line.at].input : fields[0].input;
      if (!line) {
        working = true;
        form.ariaBusy = "true";
        for (const b of [go, cancel]) b.disabled = true;
        go.textContent = busy;
        wrong.textContent = "";
        const failed = await submit(values[0]).catch(String);
        working = false;
        form.ariaBusy = "false";
        for (const b of [go, cancel]) b.disabled = false;
        go.textContent = button;
        if (!failed) {
          ok = true;
          return d.close();
        }
        line = { text: failed };
      }
      wrong.textContent = line.text;
      for (const { input } of fields) input.ariaInvalid = input === at ? "true" : null;
      at.focus();
    });
    document.body.append(d);
    d.showModal();
    fields[0].input.focus();
  });
}

// choose asks for a new passphrase, twice. submit answers what is wrong, if anything.
export function choose(submit) {
  return dialog({
    title: "Protect this backup",
    text: [
      "Only this passphrase opens the backup: here, with Rebound's command line, or with the free age program.",
      "Rebound does not keep it. If you lose it, nobody can open this backup. Four unrelated words are hard to guess and easy to type.",
    ],
    fields: [field("Passphrase", "new-password"), field("Type it again", "new-password")],
    button: "Save the backup",
    busy: "Protecting it…",
    check([one, two]) {
      if ([...one].length < fewest) return { at: 0, text: `Use at least ${fewest} characters.` };
      if (one !== two) return { at: 1, text: "The two are not the same." };
    },
    submit,
  });
}

// ask asks for the passphrase of a backup.
export function ask(name, submit) {
  return dialog({
    title: "This backup is protected",
    text: [`Type the passphrase of ${own(name)}.`],
    fields: [field("Passphrase", "current-password")],
    button: "Open",
    busy: "Opening it…",
    check([one]) {
      if (!one) return { at: 0, text: "Type its passphrase." };
    },
    submit,
  });
}
