// The runner's database: a log of packed rows and a few named values, behind
// calls that each take one whole batch, because crossing from Go to the browser
// costs per row, not per byte. app/backend/store.go says what it promises.

import { deleteDB, openDB } from "idb";

// migrations[n] takes a database from version n to n + 1. Those that were ever
// released are never edited: a new version is one more entry.
export const migrations = [
  (db) => {
    db.createObjectStore("log", { autoIncrement: true });
    db.createObjectStore("kv");
  },
  // The briefs of the log's rows, by their keys.
  (db) => {
    db.createObjectStore("brief");
  },
];

// open gives {load, rows, commit, close} of the database called name. on("changed") is
// called when another tab has written, on("closed") when this database had to
// make way for a newer version or was taken away. steps is for tests of upgrades.
export async function open(name, on, steps = migrations) {
  const lost = () => on("closed");
  let db;
  let newer = false; // a later version has made it what it is
  try {
    db = await connect(name, lost, steps);
  } catch (error) {
    if (error.name === "AbortError") throw named("BrokenError", "the upgrade failed");
    if (error.name !== "VersionError") throw error;
    newer = true;
    db = await openDB(name, undefined, { blocking: (_from, _to, event) => (event.target.close(), lost()), terminated: lost });
  }
  const channel = new BroadcastChannel(`rebound.${name}`);
  channel.onmessage = () => on("changed");

  return {
    // load leaves the rows themselves where they are; a row without a brief has
    // undefined in its place. What is of a wrong type, as by damage or by another hand,
    // costs itself alone: it is as an empty row, or a value that nobody can read.
    async load() {
      if (newer && !has(db)) return { keys: [], briefs: [], names: [], values: [], newer, odd: 0 };
      const tx = db.transaction(["log", "brief", "kv"]);
      const log = tx.objectStore("log");
      const brief = tx.objectStore("brief");
      const kv = tx.objectStore("kv");
      const [keys, of, all, names, values] = await Promise.all([
        log.getAllKeys(),
        brief.getAllKeys(),
        brief.getAll(),
        kv.getAllKeys(),
        kv.getAll(),
        tx.done,
      ]);
      const kept = new Map(of.map((key, i) => [key, all[i]]));
      const own = keys.filter(isKey);
      return {
        keys: own,
        briefs: own.map((key) => (isBytes(kept.get(key)) ? kept.get(key) : undefined)),
        names: names.map(String),
        values: values.map(bytes),
        newer,
        odd: keys.length - own.length,
      };
    },
    async rows(keys) {
      if (newer && !has(db)) return keys.map(() => undefined);
      const tx = db.transaction("log");
      const rows = (await Promise.all([...keys.map((key) => tx.store.get(key)), tx.done])).slice(0, -1);
      return rows.map((row) => (row === undefined || isBytes(row) ? row : new Uint8Array()));
    },
    async commit(change) {
      if (newer) {
        if (!change.clear) throw named("VersionError", "a later version has made the store");
        db.close();
        await gone(name);
        db = await connect(name, lost, steps);
        newer = false;
      }
      const keys = await alone(name, () => write(db, change));
      if (!change.quiet) channel.postMessage("changed");
      return keys;
    },
    close() {
      channel.close();
      db.close();
    },
  };
}

// connect opens, and fails at once when another tab keeps an older version open:
// waiting for the runner to close it would look like a hang.
function connect(name, closed, steps) {
  return new Promise((resolve, reject) => {
    let late = false;
    const opening = openDB(name, steps.length, {
      upgrade(db, from, to, tx) {
        upgrade(db, tx, steps.slice(from)).catch((error) => {
          reject(error);
          try {
            tx.abort();
          } catch {
            // The browser has aborted it already.
          }
        });
      },
      blocked() {
        late = true;
        reject(named("BlockedError", "an older version is open in another tab"));
      },
      blocking(_from, _to, event) {
        event.target.close();
        closed();
      },
      terminated: closed,
    });
    opening.then((db) => (late ? db.close() : resolve(db)), reject);
  });
}

async function upgrade(db, tx, steps) {
  for (const step of steps) await step(db, tx);
}

const has = (db) => ["log", "brief", "kv"].every((store) => db.objectStoreNames.contains(store));
const isKey = (key) => Number.isSafeInteger(key) && key > 0;
const isBytes = (value) => value instanceof Uint8Array;
const bytes = (value) => (isBytes(value) ? value : new Uint8Array(1));

// gone takes a database away.
function gone(name) {
  return new Promise((resolve, reject) => {
    const blocked = () => reject(named("BlockedError", "another tab holds it open"));
    deleteDB(name, { blocked }).then(resolve, reject);
  });
}

// alone runs one writer at a time, over all tabs.
function alone(name, f) {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request(`rebound.${name}`, f) : f();
}

// write is one transaction. It commits itself as soon as it idles, so every
// request is issued before the first wait; only what looks for rows first waits
// for that. A brief is put when the key of its row is known.
async function write(db, change) {
  const tx = db.transaction(["log", "brief", "kv"], "readwrite", { durability: change.quiet ? "relaxed" : "strict" });
  const log = tx.objectStore("log");
  const brief = tx.objectStore("brief");
  const kv = tx.objectStore("kv");
  const requests = [];
  if (change.name && !(await isAs(log, kv, change))) {
    tx.done.catch(() => {});
    tx.abort();
    throw named("StaleError", "another tab was faster");
  }
  if (change.clear) requests.push(log.clear(), brief.clear(), kv.clear());
  if (change.drop.length > 0) {
    const found = await Promise.all(change.drop.map((key) => log.getKey(key)));
    if (found.includes(undefined)) {
      tx.done.catch(() => {});
      tx.abort();
      throw named("StaleError", "a row is gone");
    }
    requests.push(...change.drop.flatMap((key) => [log.delete(key), brief.delete(key)]));
  }
  const added = change.add.map(async (row, i) => {
    const key = await log.add(row);
    await brief.put(change.briefs[i], key);
    return key;
  });
  requests.push(
    ...change.names.map((name, i) => kv.put(change.values[i], name)),
    ...change.of.map(async (key, i) => (await log.getKey(key)) === key && brief.put(change.brief[i], key)),
  );
  const [keys] = await Promise.all([Promise.all(added), ...requests, tx.done]);
  return keys;
}

// isAs answers whether the newest row and a value are still as somebody knows them.
async function isAs(log, kv, { newest, name, value }) {
  const numbers = IDBKeyRange.upperBound(Number.MAX_SAFE_INTEGER);
  let [cursor, now] = await Promise.all([log.openKeyCursor(numbers, "prev"), kv.get(name)]);
  while (cursor && !isKey(cursor.key)) cursor = await cursor.continue();
  const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
  const is = value ? now !== undefined && same(value, bytes(now)) : now === undefined;
  return is && (newest < 0 || newest === (cursor?.key ?? 0));
}

function named(name, message) {
  return Object.assign(new Error(message), { name });
}
