// What noted.js keeps for the next start: node --test, which boot_test.go runs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

class Area {
  map = new Map();
  getItem(key) { return this.map.get(key) ?? null; }
  removeItem(key) { this.map.delete(key); }
  setItem(key, value) { this.map.set(key, String(value)); }
}

let starts = 0;
const module = (name, change = (text) => text) =>
  `data:text/javascript,${encodeURIComponent(change(readFileSync(new URL(name, import.meta.url), "utf8")) + "//" + starts)}`;

// start is the app's start in a tab; of the same area it is the next start of one browser.
async function start(local, session = new Area()) {
  globalThis.location = new URL("https://example.org/app/");
  globalThis.navigator ??= { language: "en-GB" };
  Object.defineProperties(globalThis, {
    localStorage: { get: local instanceof Area ? () => local : () => { throw new Error("SecurityError"); }, configurable: true },
    sessionStorage: { value: session, configurable: true },
  });
  starts++;
  const known = module("known.js");
  return { ...await import(known), ...await import(module("noted.js", (text) => text.replace("./known.js", known))) };
}

test("the sample runner is there again where there is no diary, and is gone once she was left", async () => {
  const local = new Area();
  const first = await start(local);
  assert.equal(first.sampled(), false);
  first.setSampled(true);
  assert.equal((await start(local)).sampled(), true);
  first.setSampled(false);
  assert.equal((await start(local)).sampled(), false);
});

test("she does not come by herself once a diary was erased", async () => {
  const local = new Area(), tab = new Area();
  const first = await start(local, tab);
  first.mark(true);
  first.setSampled(true); // shown beside a diary
  assert.equal((await start(local, tab)).sampled(), true, "in this tab");
  assert.equal((await start(local)).sampled(), false, "in another");
  first.setSampled(false);
  first.mark(false); // erased
  assert.equal((await start(local)).sampled(), false);
});

test("a note of an earlier tab goes with her too", async () => {
  const local = new Area();
  const first = await start(local);
  first.setSampled(true);
  first.mark(true); // files came in, here or in another tab
  first.setSampled(false);
  first.mark(false);
  assert.equal((await start(local)).sampled(), false);
});

test("where nothing can be kept, what was noted stands as long as the page", async () => {
  const page = await start(null);
  page.note("name", "Ann");
  assert.equal(page.noted("name"), "Ann");
  page.note("name", "");
  assert.equal(page.noted("name"), "");
  assert.equal((await start(null)).noted("name"), "");
});
