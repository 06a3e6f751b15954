// The heartbeats as a line that grows: each interval above where it ended. The minute to
// settle is drawn pale, the two that are measured strong.

import { svg } from "./dom.js";

const width = 320, height = 88, edge = 6;

export function picture(seconds) {
  const pale = svg("polyline", { class: "pale" }), strong = svg("polyline", { class: "strong" }), now = svg("circle", { r: 4, cx: -9, cy: 0 });
  const root = svg("svg", { class: "beats", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" }, pale, strong, now);
  return {
    root,
    // draw shows the intervals, of which the last so many are measured.
    draw(drawn, measured) {
      const list = drawn.slice(-Math.ceil(seconds * 3.5)).map(({ ms }) => ms);
      const sorted = [...list].sort((a, b) => a - b);
      const middle = sorted[sorted.length >> 1] ?? 1000;
      const swing = Math.max(80, ...list.map((ms) => Math.min(Math.abs(ms - middle), 0.4 * middle)));
      const y = (ms) => height / 2 - (Math.max(-swing, Math.min(swing, ms - middle)) / swing) * (height / 2 - edge);
      const total = Math.max(seconds * 1000, list.reduce((sum, ms) => sum + ms, 0));
      let t = 0;
      const points = list.map((ms) => [edge + ((t += ms) / total) * (width - 2 * edge), y(ms)].map((v) => v.toFixed(1)).join(","));
      const from = points.length - measured;
      pale.setAttribute("points", points.slice(0, from + 1).join(" "));
      strong.setAttribute("points", points.slice(Math.max(0, from)).join(" "));
      const [cx, cy] = (points.at(-1) ?? "-9,0").split(",");
      now.setAttribute("cx", cx);
      now.setAttribute("cy", cy);
    },
  };
}
