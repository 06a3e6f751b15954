// Small things that the page notes for its next start, of this app's own path. The
// sample runner is of one tab: another one shows the runner's own diary.

const path = new URL("./", location.href).pathname;
const key = (name) => `rebound-${name}:${path}`;

// noted is what was noted under a name; "" for nothing, or where a browser keeps nothing.
export function noted(name, storage = () => localStorage) {
  try {
    return storage().getItem(key(name)) ?? "";
  } catch {
    return "";
  }
}

export function note(name, value, storage = () => localStorage) {
  try {
    if (value) storage().setItem(key(name), value);
    else storage().removeItem(key(name));
  } catch {} // it begins as ever, then
}

const tab = () => sessionStorage;

export const sampled = () => noted("sample", tab) !== "";
export const setSampled = (on) => note("sample", on ? "on" : "", tab);

// miles is whether the runner's region goes by miles.
export const miles = ["US", "LR"].includes(navigator.language?.split("-").at(-1).toUpperCase());
