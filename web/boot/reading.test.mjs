import assert from "node:assert/strict";
import { test } from "node:test";
import { chart, points, said } from "./reading.js";

const day = Date.UTC(2026, 2, 14) / 864e5;

test("a list is read as it is written", () => {
  assert.deepEqual([...points([20000, 4850, 1, 150, 3, -5000])], [[20000, 48.5], [20001, 50], [20004, 0]]);
  assert.deepEqual([...points([20000, 100, 300, 1, 0, -100], 2)], [[20000, [1, 3]], [20001, [1, 2]]]);
  assert.equal(points(undefined).size, 0);
});

test("a day is said with all that is drawn of it", () => {
  const c = chart(JSON.stringify({
    unit: "ms", dots: [day, 4800], hollow: [day + 1, 2050], hand: [day + 1, 2050], band: [day, 5400, 6200], limit: [day, 5400],
    lines: [{ name: "7-day average", points: [day, 5100, 1, 25], out: "10" }],
    marks: [{ d: "2026-03-14", t: "lighter week", k: "cut" }, { d: "2026-03-14", t: "check-in: 2 signs", k: "check_in" }],
  }));
  assert.deepEqual(said(c, day), { head: "Sat 14 March: 48 ms", rest: "7-day average 51, out of range; normal range 54 to 62; limit 54; lighter week; check-in: 2 signs" });
  assert.deepEqual(said(c, day + 1), { head: "Sun 15 March: 20.5 ms", rest: "an outlier, which never decides on its own; typed or corrected by you; 7-day average 51.3" });
  assert.deepEqual(said(c, day + 2, true), { head: "Mon 16 March 2026: nothing measured", rest: "" });
});

test("minutes are hours and minutes, and what is drawn as lines alone has no day of its own", () => {
  const sleep = chart(JSON.stringify({ unit: "min", clock: true, dots: [day, 42500], lines: null }));
  assert.equal(said(sleep, day).head, "Sat 14 March: 7 h 05");
  const forecast = chart(JSON.stringify({ unit: "", lines: [{ name: "With the cut", points: [day, 5210] }] }));
  assert.deepEqual(said(forecast, day), { head: "Sat 14 March", rest: "with the cut 52.1" });
  const stance = chart(JSON.stringify({ unit: "% left", dots: [day, 5030], lines: [] }));
  assert.equal(said(stance, day).head, "Sat 14 March: 50.3% left");
});
