// Small things that the page notes for its next start, of this app's own path. The
// sample runner is of one tab: another one shows the runner's own diary. Where there is
// none she is there at the next start too.

import { known } from "./known.js";

const path = new URL("./", location.href).pathname;
const key = (name) => `rebound-${name}:${path}`;

const unkept = new Map(); // what a browser that keeps nothing forgets with the page

// noted is what was noted under a name; "" for nothing.
export function noted(name, storage = () => localStorage) {
  try {
    return unkept.get(name) ?? storage().getItem(key(name)) ?? "";
  } catch {
    return "";
  }
}

export function note(name, value, storage = () => localStorage) {
  unkept.delete(name);
  try {
    if (value) storage().setItem(key(name), value);
    else storage().removeItem(key(name));
  } catch {
    if (value) unkept.set(name, value);
  }
}

const tab = () => sessionStorage;

export const sampled = () => noted("sample", tab) !== "" || (noted("sample") !== "" && !known());

export function setSampled(on) {
  note("sample", on ? "on" : "", tab);
  if (!on || !known()) note("sample", on ? "on" : "");
}

// miles is whether the runner's region goes by miles.
export const miles = ["US", "LR"].includes(navigator.language?.split("-").at(-1).toUpperCase());
