// A measurement with a chest strap: the dialog, from the strap that is chosen to the
// intervals that the page gets. It is a file of its own, fetched when it is wanted
// (boot/strap.js). Nothing is kept of a measurement that does not come to its end.

import { choose, listen, Trouble } from "./connection.js";
import { button, el } from "./dom.js";
import { Measurement, measuring, settling } from "./measurement.js";
import { picture } from "./picture.js";

// What stands in the way, and what to do about it; the button that goes on.
const troubles = {
  none: ["No strap was chosen", "Put it on first: most straps can only be found while you wear them. Then choose it in the browser's list.", "Choose again"],
  off: ["Bluetooth is off", "Turn Bluetooth on in your device's settings, then try again.", "Try again"],
  forbidden: ["Bluetooth is blocked", "Allow Bluetooth for this site in the browser's settings, then try again.", "Try again"],
  unreachable: ["The strap did not answer", "Wet its electrodes, put it on, and disconnect it from any other app or watch: many straps talk to only one at a time.", "Try again"],
  lost: ["The strap's connection was lost", "Keep your device close. Your settling time still counts; the two minutes start again.", "Go on"],
  "no intervals": ["This device sends no heartbeats", "It sends your heart rate, but not the time between heartbeats, which HRV is worked out from. Most chest straps send it; most watches and armbands do not.", "Choose another"],
};

const hints = {
  silent: "Nothing is coming from the strap. Is it on, and close?",
  "no contact": "The strap can't feel your skin. Wet its electrodes, or pull it a little tighter.",
  rough: "Some heartbeats are not clear. Keep still, or wet the electrodes.",
};

const spans = [[60, "Measuring for two minutes"], [30, "One minute left"], [0, "Half a minute left"]];

const breath = 4; // seconds in, and seconds out (ours)

let open = false;

// measure asks the runner through a measurement. took gets the intervals, ms, as JSON, and
// a function to be called with what is wrong with them and what to do; both empty: kept.
// now is the clock, ms.
globalThis.reboundStrap = function measure(took, now = () => performance.now()) {
  if (open) return;
  open = true;
  const said = el("p", { className: "visually-hidden" });
  said.setAttribute("role", "status");
  const body = el("div", { className: "strap-body" });
  const dialog = el("dialog", { id: "strap" }, el("h2", { id: "strap-title", tabIndex: -1 }), body, said);
  const title = dialog.firstChild;
  dialog.setAttribute("aria-labelledby", "strap-title");
  let device, m, stop, ticking, awake, closed = false, retried = false;

  const show = (heading, ...parts) => {
    title.textContent = heading;
    body.replaceChildren(...parts);
    title.focus();
  };
  const row = (...buttons) => el("div", { className: "buttons" }, ...buttons);
  const cancel = (text = "Cancel") => button(text, () => dialog.close());
  const quiet = () => {
    clearInterval(ticking);
    stop?.();
    stop = null;
    awake?.release().catch(() => {});
    awake = null;
  };
  const trouble = (key) => {
    quiet();
    const [heading, text, go] = troubles[key] ?? troubles.unreachable;
    show(heading, el("p", { textContent: text }), row(cancel(), button(go, key === "lost" ? () => connect() : again, "primary")));
  };

  function intro() {
    const guide = el("input", { type: "checkbox", checked: globalThis.rebound.noted("strap-guide") !== "" });
    guide.addEventListener("change", () => globalThis.rebound.note("strap-guide", guide.checked ? "on" : ""));
    show("Measure with a chest strap",
      el("ol", { className: "how-to" },
        el("li", { textContent: "Wet the electrodes and put the strap on." }),
        el("li", { textContent: "Lie down or sit, the same way every morning, before coffee." }),
        el("li", { textContent: "Keep still: one minute to settle, two to measure." })),
      el("label", { className: "guide" }, guide, " Show a breathing guide"),
      el("p", { className: "fine", textContent: "Slow breathing raises HRV. Use the breathing guide every morning or never." }),
      row(cancel(), button("Connect your strap", again, "primary")));
  }

  async function again() {
    m = null;
    retried = false;
    show("Choose your strap", el("p", { textContent: "Choose it in the browser's list." }), row(cancel()));
    try {
      device = await choose(navigator.bluetooth);
    } catch (error) {
      return closed || trouble(error.message);
    }
    if (!closed) connect();
  }

  async function connect() {
    show("Connecting", el("p", { textContent: "To " + (device.name || "your strap") + "…" }), row(cancel()));
    try {
      const end = await listen(device, heard, lost);
      if (closed) return end();
      stop = end;
    } catch (error) {
      return closed || trouble(m ? "lost" : error instanceof Trouble ? error.message : "unreachable");
    }
    const at = now();
    if (m) m.back(at);
    else m = new Measurement(at);
    stayAwake();
    run();
  }

  const heard = (packet) => m?.heard(packet, now());

  // A connection that goes is tried once more before it is said.
  function lost() {
    quiet();
    if (closed || !m || m.phase === "done") return;
    if (retried) return trouble("lost");
    retried = true;
    connect();
  }

  async function stayAwake() {
    try {
      const lock = await navigator.wakeLock?.request("screen");
      if (stop) awake = lock;
      else lock?.release(); // it was over before it began
    } catch {} // the screen may go dark: the heartbeats come nonetheless, or are missed and said to be
  }
  const seen = () => document.visibilityState === "visible" && stop && stayAwake();
  document.addEventListener("visibilitychange", seen);

  function run() {
    const rate = el("b", { textContent: "–" });
    const left = el("p", { className: "strap-left" });
    const hint = el("p", { className: "strap-hint" });
    const bar = el("progress", { max: (settling + measuring) / 1000, value: 0 });
    bar.setAttribute("aria-label", "How far the measurement is");
    const line = picture((settling + measuring) / 1000);
    const guide = globalThis.rebound.noted("strap-guide") ? el("p", { className: "breath" }, el("span", { className: "lung" }), el("span", { className: "word" })) : "";
    show("Lie or sit still",
      el("p", { className: "strap-rate" }, rate, " beats a minute"), line.root, bar, left, guide, hint, row(cancel()));
    let spoken = "";
    const speak = (text) => {
      if (text !== spoken) said.textContent = spoken = text;
    };
    const tick = () => {
      const at = now(), s = m.look(at);
      if (s.trouble === "no intervals") return trouble(s.trouble);
      if (s.phase === "done") return finish();
      rate.textContent = s.hr || "–";
      line.draw(m.drawn, m.rr.length);
      bar.value = s.phase === "measuring" ? bar.max - s.left : s.phase === "settling" ? settling / 1000 - s.left : 0;
      const clock = `${Math.floor(s.left / 60)}:${String(s.left % 60).padStart(2, "0")}`;
      left.textContent = s.phase === "waiting" ? "Waiting for your heartbeats…" : s.phase === "settling" ? `Settling · ${clock} left` : `Measuring · ${clock} left`;
      hint.textContent = hints[s.trouble] ?? (s.again ? "Some heartbeats were missed, so the two minutes started again." : s.phase === "waiting" ? "" : "Signal: good");
      hint.dataset.trouble = s.trouble;
      speak(hints[s.trouble] ?? (s.phase === "measuring" ? spans.find(([over]) => s.left > over)?.[1] ?? "" : s.phase === "settling" ? "Settling for a minute" : "Waiting for your heartbeats"));
      if (guide) breathe(guide, at);
    };
    tick();
    ticking = setInterval(tick, 250);
  }

  function finish() {
    quiet();
    show("Reading your heartbeats", row(cancel("Close")));
    took(JSON.stringify(m.rr.map((ms) => Math.round(ms * 10) / 10)), (text, hint) => {
      if (closed) return;
      if (!text) return dialog.close();
      show("Not saved", el("p", { textContent: text }), el("p", { textContent: hint }), row(cancel("Close"), button("Measure again", remeasure, "primary")));
    });
  }

  function remeasure() {
    m = null;
    retried = false;
    connect();
  }

  const gone = () => dialog.close(); // Back, where that is no way to close a dialog
  addEventListener("hashchange", gone);
  dialog.addEventListener("close", () => {
    removeEventListener("hashchange", gone);
    closed = true;
    open = false;
    quiet();
    document.removeEventListener("visibilitychange", seen);
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  if (navigator.bluetooth) intro();
  else elsewhere(show, row, cancel, () => dialog.close());
};

// breathe moves the guide: for who wants no motion the word alone changes.
function breathe(guide, at) {
  const second = (at / 1000) % (2 * breath);
  const into = second < breath;
  const share = into ? second / breath : 2 - second / breath;
  guide.lastChild.textContent = into ? "Breathe in" : "Breathe out";
  guide.firstChild.style.setProperty("--full", ((1 - Math.cos(Math.PI * share)) / 2).toFixed(3));
}

// elsewhere says how to measure where the browser has no Bluetooth for pages.
function elsewhere(show, row, cancel, close) {
  const files = el("a", { className: "button primary", href: "#/files", textContent: "Go to Files" });
  files.addEventListener("click", close);
  show("This browser can't use a chest strap",
    el("p", { textContent: "Chrome and Edge can, on Android, Windows and a Mac. Firefox and Safari cannot, and no browser on an iPhone or iPad can." }),
    el("p", { textContent: "Here you can measure with another app, such as HRV4Training, Elite HRV or Kubios, and add its export under Files, or type its numbers in on Today." }),
    row(cancel("Close"), location.hash.startsWith("#/files") ? "" : files));
}
