// What draftstore.js keeps, and what it does not: node --test, which boot_test.go runs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const source = readFileSync(new URL("draftstore.js", import.meta.url), "utf8");
const { bounds, drafts } = await import("data:text/javascript," + encodeURIComponent(source));

// Area is a Storage with room for so many characters.
class Area {
  constructor(room = Infinity) {
    this.map = new Map();
    this.room = room;
  }
  get length() { return this.map.size; }
  key(i) { return [...this.map.keys()][i] ?? null; }
  getItem(key) { return this.map.get(key) ?? null; }
  removeItem(key) { this.map.delete(key); }
  setItem(key, value) {
    const used = [...this.map].reduce((n, [k, v]) => n + (k === key ? 0 : v.length), 0);
    if (used + value.length > this.room) throw new Error("QuotaExceededError");
    this.map.set(key, String(value));
  }
}

const start = Date.UTC(2026, 10, 26, 21, 40);
const clock = (at = start) => {
  clock.now = at;
  return () => clock.now;
};

test("what is kept comes back, of its own path alone", () => {
  const area = new Area();
  const now = clock();
  const one = drafts(area, "/a/", now);
  assert.ok(one.put("cold", { date: "2026-11-26", title: "Cold water", hash: "#/body/cold", fields: { "cold-minutes": "12", fever: true } }));
  assert.deepEqual(one.get("cold"), { date: "2026-11-26", since: start, at: start, title: "Cold water", hash: "#/body/cold", fields: { "cold-minutes": "12", fever: true } });
  assert.equal(drafts(area, "/a/b/", now).get("cold"), null);
  assert.equal(drafts(area, "/", now).get("cold"), null);
  clock.now += 60e3;
  one.put("cold", { ...one.get("cold"), fields: { "cold-minutes": "13" } });
  assert.equal(one.get("cold").since, start);
  assert.equal(one.get("cold").at, start + 60e3);
  one.drop("cold");
  assert.equal(area.length, 0);
});

test("a clock that moves on, or back, within a change loses nothing", () => {
  clock();
  const kept = drafts(new Area(), "/", () => clock.now++); // each look at it finds it later
  kept.put("a", { fields: { x: "1" } });
  assert.equal(kept.get("a")?.fields.x, "1");
  clock.now = start - 1000;
  kept.put("a", { ...kept.get("a"), fields: { x: "2" } });
  assert.equal(kept.get("a")?.fields.x, "2");
});

test("what is older than some days is gone", () => {
  const area = new Area();
  const now = clock();
  const kept = drafts(area, "/", now);
  kept.put("a", { fields: { x: "1" } });
  clock.now = start + bounds.age - 1;
  assert.ok(kept.get("a"));
  clock.now = start + bounds.age;
  assert.equal(kept.get("a"), null);
  assert.equal(area.length, 0);
});

test("of many the latest stay", () => {
  const kept = drafts(new Area(), "/", clock());
  for (let i = 0; i < bounds.drafts + 5; i++) {
    clock.now++;
    kept.put("f" + i, { fields: { x: "1" } });
  }
  const all = kept.all();
  assert.equal(all.length, bounds.drafts);
  assert.equal(all[0].name, "f" + (bounds.drafts + 4));
  assert.equal(all.at(-1).name, "f5");
});

test("what is too long is left out, and costs nothing else", () => {
  const kept = drafts(new Area(), "/", clock());
  const many = Object.fromEntries(Array.from({ length: bounds.fields + 20 }, (_, i) => ["k" + i, "v"]));
  kept.put("a", { fields: { long: "x".repeat(bounds.value + 1), most: "x".repeat(bounds.value), ok: "1" } });
  assert.deepEqual(Object.keys(kept.get("a").fields), ["most", "ok"]);
  kept.put("b", { fields: many });
  assert.equal(Object.keys(kept.get("b").fields).length, bounds.fields);
});

test("where there is no room the oldest makes some, and else it is said", () => {
  const kept = drafts(new Area(700), "/", clock());
  for (const name of ["a", "b", "c"]) {
    clock.now++;
    assert.ok(kept.put(name, { fields: { x: name.repeat(100) } }));
  }
  clock.now++;
  assert.ok(kept.put("d", { fields: { x: "d".repeat(300) } }));
  assert.ok(kept.get("d"));
  assert.equal(kept.get("a"), null);
  assert.equal(kept.put("e", { fields: { x: "e".repeat(1500) } }), false);
});

test("what is damaged costs itself alone", () => {
  const area = new Area();
  const kept = drafts(area, "/", clock());
  kept.put("whole", { fields: { x: "1" } });
  const broken = {
    cut: '{"since":1,"at"', text: '"x"', none: "null", list: "[]", number: "7", empty: "{}",
    "no fields": `{"since":${start},"at":${start}}`, "fields of nothing": `{"since":${start},"at":${start},"fields":{"x":null,"y":{},"z":7}}`,
    "to come": `{"since":${start},"at":${start + 7 * 24 * 3600e3},"fields":{"x":"1"}}`, "no time": '{"fields":{"x":"1"}}',
    "ends before it begins": `{"since":${start},"at":${start - 1},"fields":{"x":"1"}}`,
  };
  for (const [name, json] of Object.entries(broken)) {
    area.setItem("rebound-draft:/:" + name, json);
    assert.equal(kept.get(name), null, name);
    assert.equal(area.getItem("rebound-draft:/:" + name), null, name);
  }
  area.setItem("rebound-draft:/:odd", `{"since":${start},"at":${start},"date":"<b>","title":7,"hash":"javascript:alert(1)","fields":{"x":"<b>","__proto__":{"y":1}}}`);
  const odd = kept.get("odd");
  assert.deepEqual([odd.date, odd.title, odd.hash, odd.fields.x, odd.fields.y], ["", "", "", "<b>", undefined]);
  assert.deepEqual(kept.all().map((d) => d.name).sort(), ["odd", "whole"]);
});

test("a browser that keeps nothing is no fault", () => {
  const kept = drafts(null, "/", clock());
  assert.equal(kept.put("a", { fields: { x: "1" } }), false);
  assert.equal(kept.get("a"), null);
  assert.deepEqual(kept.all(), []);
  kept.drop("a");
  kept.dropAll();
});
