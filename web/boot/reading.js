// A chart's days are read out one by one: at a tap, along a drag, by the arrow keys. The
// picture's box (app/chart/read.go) has what is drawn and the scales by which it is; the
// range in it is what the keyboard and a screen reader hold, and moves day by day.

const box = ".readable";
const ns = "http://www.w3.org/2000/svg";
const drag = 8; // px that a finger goes sideways before it reads

const read = new WeakMap(); // a picture -> what is in it
let shown; // what is in the picture of which a day is read

// points of a list as app/wire/series.go writes it: values in hundredths, each as what
// it differs by from the one before.
export function points(list, values = 1) {
  const out = new Map();
  const at = new Array(values + 1).fill(0);
  for (let i = 0; i < (list?.length ?? 0); i += values + 1) {
    for (let j = 0; j <= values; j++) at[j] += list[i + j];
    out.set(at[0], values === 1 ? at[1] / 100 : at.slice(1).map((v) => v / 100));
  }
  return out;
}

const dayOf = (text) => Date.parse(text) / 864e5;

// chart reads the text of a box.
export function chart(text) {
  const c = JSON.parse(text);
  const lines = (c.lines ?? []).map(({ name, points: list, out }) => ({ name: name[0].toLowerCase() + name.slice(1), at: points(list), out: [...(out ?? "")] }));
  for (const l of lines) l.days = [...l.at.keys()];
  const marks = new Map();
  for (const { d, t } of c.marks ?? []) marks.set(dayOf(d), [...(marks.get(dayOf(d)) ?? []), t]);
  return { key: c.key, unit: c.unit, clock: c.clock, dots: points(c.dots), far: points(c.hollow), hand: points(c.hand), band: points(c.band, 2), limit: points(c.limit), lines, marks };
}

// amount writes a value in the chart's unit.
function amount(c, v, unit = c.unit) {
  if (c.clock) return `${Math.floor(Math.round(v) / 60)} h ${String(Math.round(v) % 60).padStart(2, "0")}`;
  return `${+v.toFixed(1)}${unit && !unit.startsWith("%") ? " " : ""}${unit}`;
}

// said is a day in words: its own value, and all else that is drawn of it.
export function said(c, day, year) {
  const date = new Date(day * 864e5).toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "long", year: year ? "numeric" : undefined, timeZone: "UTC" }).replace(",", "");
  const rest = [];
  const far = c.far.get(day);
  const own = c.dots.get(day) ?? far;
  if (far !== undefined) rest.push("an outlier, which never decides on its own");
  if (c.hand.has(day)) rest.push("typed or corrected by you");
  for (const l of c.lines) {
    const v = l.at.get(day);
    if (v !== undefined) rest.push(`${l.name} ${amount(c, v, "")}${l.out[l.days.indexOf(day)] === "1" ? ", out of range" : ""}`);
  }
  const band = c.band.get(day);
  if (band) rest.push(`normal range ${amount(c, band[0], "")} to ${amount(c, band[1], "")}`);
  if (c.limit.has(day)) rest.push(`limit ${amount(c, c.limit.get(day), "")}`);
  rest.push(...(c.marks.get(day) ?? []));
  let head = date;
  if (own !== undefined) head += ": " + amount(c, own);
  else if (c.dots.size + c.far.size > 0) head += ": nothing measured";
  return { head, rest: rest.join("; ") };
}

function of(b) {
  const svg = b.querySelector("svg");
  let r = read.get(svg);
  if (!r) {
    const c = chart(svg.dataset.chart);
    const scale = (name) => svg.dataset[name].split(" ").map(Number);
    r = { c, x: scale("x"), y: scale("y"), svg, range: b.querySelector("input"), out: b.querySelector("output") };
    const at = [c.dots, c.far, c.limit, c.marks, ...c.lines.map((l) => l.at)].flatMap((m) => [...m.keys()]);
    r.days = [...new Set(at)].filter((d) => d >= r.x[0] && d <= r.x[1]).sort((a, b) => a - b);
    // A short span has all its days; of a long one, and of what is entered now and then,
    // those that are drawn.
    if (c.key && r.x[1] - r.x[0] < 800 && r.days.length > 0) r.days = Array.from({ length: r.x[1] - r.x[0] + 1 }, (_, i) => r.x[0] + i);
    r.year = r.x[1] - r.x[0] > 300;
    [r.range.min, r.range.max, r.range.value] = [r.x[0], r.x[1], r.x[1]];
    read.set(svg, r);
  }
  return r;
}

const at = ([from, to, a, b], v) => a + ((v - from) / (to - from)) * (b - a);

function show(b, day) {
  const r = of(b);
  if (shown && shown !== r) hide();
  shown = r;
  r.day = day;
  const { head, rest } = said(r.c, day, r.year);
  r.range.value = day;
  r.range.ariaValueText = rest ? `${head}; ${rest}` : head;
  r.out.ariaLive = document.activeElement === r.range ? "off" : "polite"; // the range says it
  if (!r.cursor) {
    r.cursor = document.createElementNS(ns, "g");
    r.cursor.setAttribute("class", "cursor");
    for (const name of ["path", "circle"]) r.cursor.append(document.createElementNS(ns, name));
    r.out.replaceChildren(document.createElement("b"), document.createElement("span"));
  }
  r.out.firstChild.textContent = head;
  r.out.lastChild.textContent = rest && rest[0].toUpperCase() + rest.slice(1) + ".";
  r.svg.append(r.cursor);
  const [line, ring] = r.cursor.children;
  const x = at(r.x, day);
  line.setAttribute("d", `M${x} ${r.y[3]}V${r.y[2]}`);
  const v = r.c.dots.get(day) ?? r.c.far.get(day) ?? r.c.lines[0]?.at.get(day);
  ring.setAttribute("r", v === undefined ? 0 : 5);
  ring.setAttribute("cx", x);
  ring.setAttribute("cy", v === undefined ? 0 : Math.min(Math.max(at(r.y, v), r.y[3]), r.y[2]));
}

function hide() {
  shown.cursor.remove();
  shown.out.replaceChildren();
  shown.cursor = shown = undefined;
}

// nearest is the day under a place of the screen.
function nearest(b, clientX) {
  const r = of(b);
  const { left, width } = r.svg.getBoundingClientRect();
  const wide = r.svg.viewBox.baseVal.width;
  const [from, to, a, z] = r.x;
  const day = from + (((clientX - left) / width) * wide - a) / (z - a) * (to - from);
  return r.days.reduce((best, d) => (Math.abs(d - day) < Math.abs(best - day) ? d : best), r.days[0]);
}

export function readCharts() {
  let down; // where a pointer went down, until it is up or scrolls
  const over = (event) => event.target.closest?.(box + " svg[data-chart]")?.closest(box);
  const here = (event, b) => of(b).days.length > 0 && show(b, nearest(b, event.clientX));

  addEventListener("pointerdown", (event) => {
    const b = event.isPrimary && event.button === 0 && over(event);
    down = b ? { b, x: event.clientX, y: event.clientY, reads: false } : undefined;
  });
  addEventListener("pointermove", (event) => {
    if (!down || !event.isPrimary) return;
    const [dx, dy] = [Math.abs(event.clientX - down.x), Math.abs(event.clientY - down.y)];
    if (!down.reads && (dx < drag || dx < dy)) return;
    down.reads = true;
    here(event, down.b);
  });
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (down = undefined));
  addEventListener("click", (event) => {
    const b = over(event);
    if (b) here(event, b);
  });

  // By keys, and by a screen reader's own gesture: to the next day that has anything.
  const reader = (event) => event.target.matches?.(box + ":has([data-chart]) input") && event.target.closest(box);
  addEventListener("input", (event) => {
    const b = reader(event);
    if (!b) return;
    const to = Number(event.target.value);
    const { days, day: was } = of(b);
    const day = was === undefined ? days.at(-1) : to < was ? days.findLast((d) => d <= to) ?? days[0] : days.find((d) => d >= to) ?? days.at(-1);
    if (day !== undefined) show(b, day);
  });
  addEventListener("focusin", (event) => {
    const b = reader(event);
    const { days, day } = b ? of(b) : {};
    if (days?.length) show(b, day ?? days.at(-1));
  });
  // What is read of a picture that is gone goes with it.
  new MutationObserver(() => shown && !shown.svg.isConnected && hide()).observe(document.body, { subtree: true, childList: true });
  addEventListener("keydown", ({ key }) => key === "Escape" && shown && hide());
}
