// What is read of a strap's bytes, and how a measurement goes: node --test, which
// boot_test.go runs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const load = (name) => import("data:text/javascript," + encodeURIComponent(readFileSync(new URL(name, import.meta.url), "utf8")));
const { read } = await load("packet.js");
const { Measurement } = await load("measurement.js");

const of = (...bytes) => read(new DataView(Uint8Array.from(bytes).buffer));

test("bytes of a notification", () => {
  assert.deepEqual(of(0x00, 60), { hr: 60, contact: null, rr: [] });
  assert.deepEqual(of(0x01, 0x2c, 0x01), { hr: 300, contact: null, rr: [] }, "16 bits");
  assert.deepEqual(of(0x10, 60, 0x00, 0x04), { hr: 60, contact: null, rr: [1000] }, "an interval of 1024/1024 s");
  assert.deepEqual(of(0x10, 60, 0x00, 0x04, 0x00, 0x02), { hr: 60, contact: null, rr: [1000, 500] }, "two");
  assert.deepEqual(of(0x16, 60, 0x00, 0x04), { hr: 60, contact: true, rr: [1000] }, "skin felt");
  assert.deepEqual(of(0x14, 60, 0x00, 0x04), { hr: 60, contact: false, rr: [1000] }, "none felt");
  assert.deepEqual(of(0x02, 60), { hr: 60, contact: null, rr: [] }, "contact is not said where it cannot be felt");
  assert.deepEqual(of(0x18, 60, 0xff, 0xff, 0x00, 0x04), { hr: 60, contact: null, rr: [1000] }, "energy before it");
  assert.deepEqual(of(0x19, 60, 0, 0xff, 0xff, 0x00, 0x04), { hr: 60, contact: null, rr: [1000] }, "16 bits and energy");
  assert.deepEqual(of(0x10, 60, 0, 0, 0x00, 0x04), { hr: 60, contact: null, rr: [1000] }, "an interval of nothing is none");
  assert.deepEqual(of(0x10, 60, 0x00, 0x04, 0x07), { hr: 60, contact: null, rr: [1000] }, "half an interval is none");
  assert.deepEqual(of(0x08, 60), { hr: 60, contact: null, rr: [] }, "cut off");
  for (const bytes of [[], [0x10], [0x01, 60]]) assert.equal(of(...bytes), null);
});

// Strap sends a heartbeat a second, and looks four times, as the screen does.
class Strap {
  constructor() {
    this.at = 1e6;
    this.m = new Measurement(this.at);
  }
  // seconds lets time go by; beats tells what comes in each.
  seconds(n, beats = () => ({ hr: 60, contact: true, rr: [1000] })) {
    let state;
    for (let i = 0; i < n; i++) {
      for (let quarter = 0; quarter < 3; quarter++) this.m.look((this.at += 250));
      this.at += 250;
      const packet = beats(i);
      if (packet) this.m.heard(packet, this.at);
      state = this.m.look(this.at);
    }
    return state;
  }
}

test("a minute to settle, two minutes measured", () => {
  const s = new Strap();
  assert.equal(s.m.look(s.at).phase, "waiting");
  assert.deepEqual(s.seconds(1), { phase: "settling", left: 60, hr: 60, trouble: "", again: 0 });
  assert.deepEqual(s.seconds(59), { phase: "settling", left: 1, hr: 60, trouble: "", again: 0 });
  assert.deepEqual(s.seconds(1), { phase: "measuring", left: 120, hr: 60, trouble: "", again: 0 });
  assert.equal(s.seconds(119).left, 1);
  assert.deepEqual(s.seconds(1), { phase: "done", left: 0, hr: 60, trouble: "", again: 0 });
  assert.equal(s.m.rr.length, 120);
  s.seconds(9);
  assert.equal(s.m.rr.length, 120, "what comes after it is left");
});

test("heartbeats that are missing begin the two minutes again", () => {
  const s = new Strap();
  s.seconds(100);
  assert.equal(s.seconds(6, () => ({ hr: 60, contact: true, rr: [] })).again, 0, "six seconds late they may yet come");
  assert.equal(s.seconds(1, () => ({ hr: 60, contact: true, rr: [] })).again, 1);
  assert.equal(s.m.look(s.at).left, 120);
  assert.equal(s.seconds(120).phase, "done");
  assert.ok(s.m.rr.every((ms) => ms === 1000));
});

test("a phone that was busy brings them late, and all of them", () => {
  const s = new Strap();
  s.seconds(100);
  s.at += 20e3; // no look in between: it slept
  for (let i = 0; i < 20; i++) s.m.heard({ hr: 60, contact: true, rr: [1000] }, s.at);
  const state = s.m.look(s.at);
  assert.deepEqual([state.again, state.phase, state.left, state.trouble], [0, "measuring", 61, ""]);
});

test("a strap that is silent, and one that sends no heartbeats", () => {
  const s = new Strap();
  s.seconds(100);
  assert.equal(s.seconds(7, () => null).trouble, "");
  assert.equal(s.seconds(1, () => null).trouble, "silent");
  const armband = new Strap();
  const rate = () => ({ hr: 61, contact: null, rr: [] });
  assert.equal(armband.seconds(11, rate).trouble, "");
  assert.deepEqual(armband.seconds(1, rate), { phase: "waiting", left: 0, hr: 61, trouble: "no intervals", again: 0 });
});

test("how it goes is said while there is time", () => {
  const s = new Strap();
  assert.equal(s.seconds(20, () => ({ hr: 60, contact: false, rr: [1000] })).trouble, "no contact");
  assert.equal(s.seconds(20, (i) => ({ hr: 60, contact: true, rr: [i % 5 ? 1000 : 2000] })).trouble, "rough");
  assert.equal(s.seconds(60).trouble, "");
});

test("after a lost connection only the two minutes begin again", () => {
  const s = new Strap();
  s.seconds(30);
  s.m.back(s.at);
  assert.deepEqual([s.m.look(s.at).phase, s.m.again], ["settling", 0], "the minute to settle goes on");
  s.seconds(90);
  s.at += 60e3;
  s.m.back(s.at);
  assert.deepEqual(s.seconds(1), { phase: "measuring", left: 119, hr: 60, trouble: "", again: 1 });
});
