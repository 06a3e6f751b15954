// When the diary was last backed up, and copies of it in a folder of the runner's: one a
// day after something new, the newest three. The browser keeps the folder's handle; a copy
// is under no passphrase, since that is kept nowhere.

import { get, put } from "./folder.js";
import { protect } from "./seal.js";
import { save } from "./give.js";

const backup = /^rebound-\d{4}-\d\d-\d\d\.zip$/; // as the backend names one
const stated = /"kept":(\d+),"empty":(true|false),"sample":(true|false),.{0,200}?"busy":(true|false)/; // in a wire.State
const newest = 3;
const settled = 15000; // ms without a change before a copy is made: entries come in a row

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
};

const lines = {
  allow: "Your browser needs your permission again before Rebound can write to this folder.",
  gone: "The folder can no longer be written to: connect it, or choose another.",
  unmade: "A copy could not be made just now: Rebound tries again after the next change.",
  full: "The folder has no room left.",
  damaged: "Part of the saved diary is damaged: no new copy replaces an older one until Files shows no damage.",
};

// backups is the part of globalThis.rebound about it. backup is what the page shows, as
// app/page/ui/backup.go has.
export function backups(base, port) {
  const key = "rebound-backup:" + base;
  let seen = {}; // last: of a backup; from: when the first day of data was, or the reminder put off
  let copies = null; // {handle, id, written, last, mark}
  let fault = "";
  let state = null;
  let timer = 0;

  try {
    seen = JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {} // a browser that keeps nothing reminds of nothing

  const tell = (said = "") => globalThis.rebound?.onbackup?.(said);
  const note = (more) => {
    seen = { ...seen, ...more };
    try {
      localStorage.setItem(key, JSON.stringify(seen));
    } catch {}
    tell();
  };
  const keep = async (now) => {
    await put(base, "copies", now ?? undefined);
    copies = now;
    tell();
  };
  const failed = (why) => {
    fault = why;
    tell();
  };

  if (globalThis.showDirectoryPicker && globalThis.indexedDB) {
    get(base, "copies").then((kept) => {
      copies = kept ?? null;
      tell();
      later();
    }, () => {});
  }

  const later = () => {
    clearTimeout(timer);
    if (copies && state && !state.empty && !state.sample && !state.busy && state.kept !== copies.mark && copies.last !== today()) {
      timer = setTimeout(() => copy(false), settled);
    }
  };

  // copy writes one, and then takes the oldest of its own away.
  const copy = (asked) => (navigator.locks ?? { request: (_, f) => f() }).request("rebound.copy " + base, async () => {
    const kept = await get(base, "copies"); // another tab may have been faster
    if (!kept || !state || state.empty || state.sample || (!asked && kept.last === today())) return;
    const { handle } = kept;
    const may = (ask) => handle[ask ? "requestPermission" : "queryPermission"]?.({ mode: "readwrite" }) ?? "granted";
    if ((await may(false)) !== "granted" && (!asked || (await may(true)) !== "granted")) return failed("allow");
    const mark = state.kept;
    const { download, error } = await port.ask("backup");
    if (state.empty || state.sample) return; // meanwhile
    if (error) return failed(download ? "damaged" : "unmade");
    const name = `rebound-copy-${today()}-${kept.id}.zip`;
    try {
      const file = await (await handle.getFileHandle(name, { create: true })).createWritable();
      await file.write(download.bytes);
      await file.close(); // only now is it in the place of what was there
    } catch (problem) {
      return failed(problem.name === "QuotaExceededError" ? "full" : problem.name === "NotAllowedError" ? "allow" : "gone");
    }
    const written = [...kept.written.filter((n) => n !== name), name].sort();
    while (written.length > newest) await handle.removeEntry(written.shift()).catch(() => {});
    fault = "";
    await keep({ ...kept, written, mark, last: today() });
  });

  // forget follows an erasure: what is entered afterwards takes the place of no copy of
  // what was.
  const forget = async () => {
    clearTimeout(timer);
    seen = {};
    try {
      localStorage.removeItem(key);
    } catch {}
    if (copies) await keep(null);
    tell();
  };

  // What the page hears is looked at in passing: whether a backup went out, whether there
  // is anything new (wire.State), and whether all of it is gone.
  port.watch((json, download) => {
    if (download && backup.test(download.name)) note({ last: today() });
    const found = stated.exec(json);
    if (!found) return;
    const [, kept, empty, sample, busy] = found;
    const was = state;
    state = { kept: Number(kept), empty: empty === "true", sample: sample === "true", busy: busy === "true" };
    if (state.empty && !state.sample && was && !was.empty && !was.sample) forget();
    if (!state.empty && !state.sample && !seen.from) note({ from: today() });
    later();
  });

  return {
    onbackup: null,
    get backup() {
      return JSON.stringify({
        ...seen, canCopy: !!globalThis.showDirectoryPicker,
        folder: copies?.handle.name, copied: copies?.last || undefined, fault: copies ? lines[fault] : undefined, allow: fault === "allow",
      });
    },
    putOff: () => note({ from: today() }),
    protect: () => protect(() => port.ask("backup"), (download, lacks) => {
      save(download);
      note({ last: today() });
      tell(lacks ?? "The protected backup is in your downloads.");
    }),
    async keepCopies() {
      let handle;
      try {
        handle = await showDirectoryPicker({ id: "rebound-copies", mode: "readwrite" });
      } catch {
        return; // the runner closed it
      }
      fault = "";
      await keep({ handle, id: Math.random().toString(36).slice(2, 6), written: [], last: "", mark: -1 });
      await copy(true);
    },
    copyNow: () => copy(true),
    stopCopies: async () => {
      clearTimeout(timer);
      await keep(null);
    },
  };
}
