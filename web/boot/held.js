// What was pressed on the first screen before boot.js had come: first.js, which is in the
// page's head, keeps it, and boot.js takes it up.

export function hold() {
  const held = (globalThis.reboundHeld = []);
  for (const type of ["click", "change"]) addEventListener(type, ({ target }) => globalThis.reboundHeld && held.push({ type, target }));
}

export function release() {
  const held = globalThis.reboundHeld ?? [];
  globalThis.reboundHeld = null;
  return held;
}
