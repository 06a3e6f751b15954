// The folder that the runner named once: a watch's GARMIN folder, one that a phone
// syncs, Gadgetbridge's export. The browser keeps its handle, not its content; a tap
// reads it again, and hands over the files that are new or changed since an import of
// them was answered. Whether their bytes are new, the diary knows. Beside it unfinished.js
// keeps what an import that was cut off left.

import { own } from "./own.js";

const store = "folder";

function open(path) {
  return new Promise((done, failed) => {
    const request = indexedDB.open("rebound-folder " + path, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

// at runs one request on the store, and answers it once it is durable.
async function at(path, mode, act) {
  const db = await open(path);
  try {
    return await new Promise((done, failed) => {
      const t = db.transaction(store, mode);
      const request = act(t.objectStore(store));
      t.oncomplete = () => done(request.result);
      t.onabort = t.onerror = () => failed(t.error);
    });
  } finally {
    db.close();
  }
}

export const get = (path, key) => at(path, "readonly", (s) => s.get(key));
export const put = (path, key, value) => at(path, "readwrite", (s) => s.put(value, key));

export const drop = (path, key) => at(path, "readwrite", (s) => s.delete(key));

// folders is the part of globalThis.rebound about it. canKeepFolder is whether the
// browser can; folderName is what is kept, "" for none; onfolder hears of a change.
export function folders(path, send, tell) {
  let name = "";
  const named = (now) => {
    name = now;
    globalThis.rebound.onfolder?.();
  };
  if (globalThis.showDirectoryPicker && globalThis.indexedDB) {
    get(path, "handle").then((handle) => handle && named(handle.name), () => {});
  }
  const read = async (handle) => {
    if ((await handle.requestPermission?.({ mode: "read" })) === "denied") return tell("The browser was not allowed to read the folder: tap again and allow it.");
    const seen = (await get(path, "seen")) ?? {};
    const files = [];
    const now = {};
    const lost = [];
    await walk(handle, handle.name, async (where, entry) => {
      try {
        const file = await entry.getFile();
        now[where] = `${file.size} ${file.lastModified}`;
        if (seen[where] !== now[where]) files.push({ path: where, file });
      } catch {
        lost.push(where);
      }
    }, (where) => lost.push(where + "/"));
    if (lost.length > 0) tell(`The browser could not open ${unopened(lost)}.`);
    else if (files.length === 0) return tell(`Nothing new in ${own(handle.name)}.`);
    const done = await send(files, { folder: true });
    if (done && !done.canceled) await put(path, "seen", now);
  };
  const gone = () => tell("The folder can no longer be read: connect the watch or choose the folder again.");
  return {
    canKeepFolder: !!globalThis.showDirectoryPicker,
    get folderName() { return name; },
    onfolder: null,
    async keepFolder() {
      let handle;
      try {
        handle = await showDirectoryPicker({ id: "rebound", mode: "read" });
      } catch {
        return; // the runner closed it
      }
      await put(path, "handle", handle);
      await put(path, "seen", {});
      named(handle.name);
      await read(handle).catch(gone);
    },
    async readFolder() {
      const handle = await get(path, "handle");
      if (handle) await read(handle).catch(gone);
    },
    async forgetFolder() {
      await drop(path, "handle");
      await drop(path, "seen");
      named("");
    },
    // forgetFiles forgets all that is kept here: the diary was erased.
    async forgetFiles() {
      if (globalThis.indexedDB) await at(path, "readwrite", (s) => s.clear());
      named("");
    },
  };
}

// walk goes through a folder; lost gets each folder in it that could not be read.
export async function walk(folder, path, each, lost = () => {}) {
  for await (const entry of folder.values()) {
    const where = `${path}/${entry.name}`;
    if (entry.kind === "file") await each(where, entry);
    else await walk(entry, where, each, lost).catch(() => lost(where));
  }
}

// unopened names what the browser could not open: the first few of many.
const few = 3;
export const unopened = (lost) => (lost.length <= few ? lost.map(own).join(" and ") : `${lost.slice(0, few).map(own).join(", ")} and ${lost.length - few} more`);
