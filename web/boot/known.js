// Whether the runner has a diary here, as far as that can be known before any wasm
// runs: the shell shows the first screen to whoever has none, and no flash of it to
// whoever has.
const path = new URL("./", location.href).pathname;
const key = "rebound-diary:" + path;

// mark keeps whether there is one.
export function mark(has) {
  try {
    localStorage.setItem(key, has ? "1" : "0");
  } catch {} // a browser that keeps nothing shows the first screen for a moment
}

// known reports whether there is one. The verdict that an earlier version kept says so
// too.
export function known() {
  try {
    return (localStorage.getItem(key) ?? (localStorage.getItem("rebound-last:" + path) && "1")) === "1";
  } catch {
    return false;
  }
}

function marked() {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

// showFirst shows the first screen in the shell, or what stands there while the page is
// on its way: on the screens that a runner without a diary has too, and where there is one.
export function showFirst() {
  const first = () => !known() && /^#?\/?($|today|trends)/.test(location.hash);
  const show = (now) => document.documentElement.classList.toggle("has-diary", !now);
  show(first());
  addEventListener("hashchange", () => show(first()));
  if (first() && !marked()) {
    // A diary of a version that kept no mark.
    globalThis.indexedDB?.databases?.().then((all) => all.some(({ name }) => name === "rebound:" + path) && show(false), () => {});
  }
}
