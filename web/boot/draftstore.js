// Where drafts are kept: localStorage, one item a form, under this app's own path. It is
// bounded in age, number and size, and a damaged item costs itself alone.
//
// A draft is {date, since, at, title, hash, fields}: the day that the form is for, when
// it was begun and last changed, what it is called and where it stands, and what was
// typed or chosen, by control.

export const bounds = {
  age: 4 * 24 * 3600e3, // ms after the last change
  drafts: 24,
  fields: 150, // of a draft
  value: 2000, // characters of one
};

const text = (v, most) => (typeof v === "string" ? v.slice(0, most) : "");

// read makes a draft of what an item holds; null where that is none.
function read(json, now) {
  let d;
  try {
    d = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof d !== "object" || d === null || typeof d.fields !== "object" || d.fields === null) return null;
  const { since, at } = d;
  if (!(since <= at && at <= now + 3600e3 && now - at < bounds.age)) return null; // a clock may be set back by an hour
  const fields = {};
  for (const [key, value] of Object.entries(d.fields).slice(0, bounds.fields)) {
    if (typeof value === "boolean") fields[key] = value;
    else if (typeof value === "string" && value.length <= bounds.value) fields[key] = value;
  }
  if (Object.keys(fields).length === 0) return null;
  const date = /^\d{4}-\d\d-\d\d$/.test(d.date) ? d.date : "";
  return { date, since, at, title: text(d.title, 80), hash: /^#\/[\w/-]*$/.test(d.hash) ? d.hash : "", fields };
}

// drafts are those of one path. area is a Storage; all that it throws is taken for
// nothing kept, and put says so.
export function drafts(area, path, clock = Date.now) {
  const prefix = `rebound-draft:${path}:`;
  const names = () => Array.from({ length: area.length }, (_, i) => area.key(i)).filter((key) => key?.startsWith(prefix)).map((key) => key.slice(prefix.length));
  const tried = (f, otherwise) => {
    try {
      return f();
    } catch {
      return otherwise;
    }
  };
  const drop = (name) => tried(() => area.removeItem(prefix + name));
  const get = (name) => tried(() => {
    const json = area.getItem(prefix + name);
    const draft = json === null ? null : read(json, clock());
    if (json !== null && !draft) drop(name);
    return draft;
  }, null);
  // all are in order of their last change, the latest first.
  const all = () => tried(names, []).map((name) => ({ name, ...get(name) })).filter((d) => d.fields).sort((a, b) => b.at - a.at);
  return {
    // nameOf is the draft that a key of the area is of; null for none.
    nameOf: (key) => (key?.startsWith(prefix) ? key.slice(prefix.length) : null),
    get,
    all,
    drop,
    dropAll: (some = () => true) => tried(names, []).filter(some).forEach(drop),
    // put keeps a draft and reports whether it could: where there is no room the oldest
    // of the others make some.
    put(name, draft) {
      const fields = Object.fromEntries(Object.entries(draft.fields).filter(([, v]) => v.length === undefined || v.length <= bounds.value).slice(0, bounds.fields));
      const at = clock(); // looked at once: begun after its last change, it would be damaged
      const json = JSON.stringify({ ...draft, fields, at, since: Math.min(draft.since ?? at, at) });
      const others = all().filter((d) => d.name !== name);
      for (const d of others.splice(bounds.drafts - 1)) drop(d.name);
      for (;;) {
        if (tried(() => (area.setItem(prefix + name, json), true), false)) return true;
        if (others.length === 0) return false;
        drop(others.pop().name);
      }
    },
  };
}
