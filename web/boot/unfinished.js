// An import that was cut off, by a crash, a closed page, a phone that wanted the room:
// the next open says how far it came, and goes on with it where the browser still has the
// files. What was added is in the diary, and what is there already is skipped.
//
// And a table that is asked about: the question lives as long as the page, so its file
// is kept, where it is small, and asked about anew.

import { drop, get, put, walk } from "./folder.js";
import { note, noted } from "./noted.js";
import { button, notice, place } from "./notice.js";
import { reading } from "./port.js";

const every = 1000; // ms at least between two notes of how far it is
const table = /\.(csv|tsv|txt|json|xlsx?|zip)$/i;
const small = 1 << 20; // bytes of a table's file

const count = (n) => n.toLocaleString("en-GB");

// unfinished is what files.js tells of imports. again(files, from) imports.
export function unfinished(path, port, again) {
  let now = null; // the import that runs: {done, total, handles, folder}
  let last = 0; // when that was noted
  let queue = Promise.resolve();
  let shown = null;
  const keep = (act) => (queue = queue.then(act).catch(() => {})); // a browser that keeps nothing says nothing later
  const over = () => {
    note("import", "");
    return keep(() => drop(path, "import"));
  };

  port.onprogress = ({ done, total, finished }) => {
    if (!now) return;
    if (finished) return void over();
    // Of a page that goes the first is exact, of a browser that is killed the second is.
    note("import", `${done} ${total}`);
    const far = Object.assign(now, { done, total });
    if (Date.now() - last < every) return;
    last = Date.now();
    keep(() => put(path, "import", far));
  };

  function offer({ done, total, handles, folder }, files) {
    const goOn = files ? () => again(files, { handles, folder })
      : folder ? () => globalThis.rebound.readFolder()
      : handles?.length ? () => from(handles)
      : null;
    const far = done > 0 ? `Your last import stopped after ${count(done)} of ${count(total)} files. What was added is saved.` : "Your last import stopped before any file was read.";
    shown?.remove();
    shown = notice(
      goOn ? far : far + " Choose the same files again: what is here already is skipped.",
      goOn ? button("Go on", goOn) : button("Choose files", () => globalThis.rebound.choose()),
      button("Dismiss", () => {
        shown.remove();
        over();
      }),
    );
    place(shown);
  }

  // from reads what was dropped or opened with the app, which the browser may ask about.
  async function from(handles) {
    const files = [];
    for (const handle of handles) {
      try {
        if ((await handle.requestPermission?.({ mode: "read" })) === "denied") continue;
        if (handle.kind === "file") files.push({ path: handle.name, file: await handle.getFile() });
        else await walk(handle, handle.name, async (path, entry) => files.push({ path, file: await entry.getFile() }));
      } catch {} // it is gone: said below, where nothing is left
    }
    if (files.length > 0) again(files, { handles });
    else globalThis.rebound.choose();
  }

  return {
    // during runs an import of files. from is where they can be had again.
    async during(files, from, run) {
      shown?.remove();
      const restarts = port.restarts;
      now = from.inbox ? null : { done: 0, total: 0, ...from };
      const begun = now;
      if (begun) keep(() => put(path, "import", begun));
      const ended = await run();
      if (begun && port.restarts !== restarts) offer(begun, files);
      else if (begun && now === begun) over(); // and no later one runs
      if (now === begun) now = null;
      if (ended.asked > 0) keep(() => put(path, "asked", files.filter(({ file }) => table.test(file.name) && file.size <= small).slice(0, 8)));
      return ended;
    },

    // open says what the page before left, and asks again what it asked.
    async open() {
      const left = await get(path, "import").catch(() => null);
      const [done, total] = noted("import").split(" ").map(Number);
      if (left && done > left.done) Object.assign(left, { done, total });
      const elsewhere = navigator.locks && !(await navigator.locks.request(reading(path), { ifAvailable: true }, (lock) => !!lock));
      if (left && !now && !elsewhere) offer(left);
      const asked = await get(path, "asked").catch(() => null);
      if (!asked?.length || elsewhere) return;
      await keep(() => drop(path, "asked")); // a file that ends the page must not do so at every start
      await again(asked, { inbox: true });
    },

    // answered forgets the tables: nothing is asked any more.
    answered: () => keep(() => drop(path, "asked")),
  };
}
