// Trusted Types: where the browser has them, the content security policy lets no text
// become markup or a script but by what is made here. The page's wasm sets pictures as
// markup, through the default policy, which lets pass what a picture of ours is made of
// and nothing else: a string from a file that got there would be no picture.

const elements = new Set(["svg", "g", "defs", "pattern", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan", "title", "desc", "use"]);
const attributes = new Set([
  "class", "id", "role", "tabindex", "focusable", "viewBox", "preserveAspectRatio", "transform", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy",
  "cx", "cy", "r", "rx", "ry", "d", "points", "pathLength", "patternUnits", "patternTransform", "text-anchor", "dominant-baseline", "vector-effect",
  "fill-rule", "clip-rule", "stroke-linecap", "stroke-linejoin", "stroke-width", "stroke-dasharray",
]);
// A drawing is used out of a file of the site's own.
const ofTheSite = /^[a-z-]+\.svg#[\w-]+$/;
const mayHave = (element, name, value) =>
  attributes.has(name) || /^(aria|data)-[a-z-]+$/.test(name) || (element === "use" && name === "href" && ofTheSite.test(value));

const tag = /<(\/?)([A-Za-z]+)((?:\s+[A-Za-z][\w-]*="[^"<>]*")*)\s*(\/?)>/y;
const attribute = /([A-Za-z][\w-]*)="([^"]*)"/g;
const text = /[^<>]+/y;

// isPicture reports whether a text is one svg element, whole and closed, of the elements
// and attributes above: none of them loads or runs anything.
export function isPicture(markup) {
  const open = [];
  let at = 0;
  while (at < markup.length) {
    tag.lastIndex = text.lastIndex = at;
    const found = tag.exec(markup);
    if (!found) {
      if (open.length === 0 || !text.test(markup)) return false;
      at = text.lastIndex;
      continue;
    }
    const [whole, ends, name, rest, closed] = found;
    at += whole.length;
    if (!elements.has(name) || (open.length === 0) !== (name === "svg" && !ends)) return false;
    for (const [, a, value] of rest.matchAll(attribute)) if (!mayHave(name, a, value)) return false;
    if (ends) {
      if (rest || closed || open.pop() !== name) return false;
      if (open.length === 0) return at === markup.length;
    } else if (!closed) open.push(name);
    else if (open.length === 0) return at === markup.length;
  }
  return false;
}

// A picture that is none leaves its place empty.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML(markup) {
    if (isPicture(markup)) return markup;
    console.error("no picture:", markup.slice(0, 200));
    return '<svg aria-hidden="true"></svg>';
  },
});
