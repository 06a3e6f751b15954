// Files on their way to the worker: chosen, dropped (folders too), or opened
// with the app. The page's wasm never sees their bytes.

import { folders, unopened } from "./folder.js";
import { openInbox } from "./inbox.js";
import { opened } from "./seal.js";
import { rescue } from "./stop.js";
import { unfinished } from "./unfinished.js";

let port;
let cutOff; // what to do about imports that are

const importRequest = '{"id":-1,"op":"import"}';

// A backup is known by its name, and among a few files by how it begins, whatever it is
// called; what is in it is asked of the backend.
const backup = /^rebound-.*\.(zip|age)$/i;
const begins = /^(age-encryption\.org\/v1\n|PK\x03\x04[^]{26}(settings|manifest)\.json)/;
const few = 20;
const isBackup = async (file) => {
  if (backup.test(file.name)) return true;
  const head = await file.slice(0, 64).arrayBuffer().catch(() => new ArrayBuffer());
  return begins.test(String.fromCharCode(...new Uint8Array(head)));
};
const previewRequest = '{"id":-4,"op":"restore","args":{"mode":"preview"}}';

// send imports files, and answers what came of it, false for nothing. from is where they
// can be had again: handles, or the folder. A backup is not imported: the page offers to
// restore it.
async function send(files, from = {}) {
  const found = [];
  for (const one of files) if (files.length <= few ? await isBackup(one.file) : backup.test(one.file.name)) found.push(one);
  const rest = files.filter((one) => !found.includes(one));
  const last = found.sort((a, b) => a.file.name.localeCompare(b.file.name)).at(-1);
  if (last) {
    if (globalThis.rebound.sampled) port.send('{"id":-3,"op":"sample","args":{"on":false}}');
    const plain = await opened([last]); // null where the runner thought better of it
    if (plain && !(await port.send(previewRequest, plain))) rest.push(last); // it is none, or its line says what is wrong
  }
  return rest.length > 0 ? cutOff.during(rest, from, () => port.send(importRequest, rest)) : !!last;
}

const named = (list) => [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

// imports is the part of globalThis.rebound that takes files in.
export function imports(to, base) {
  port = to;
  cutOff = unfinished(base, to, send);
  return Object.defineProperties({
    choose: (folder) => pick({ multiple: true, webkitdirectory: !!folder }, (list) => send(named(list))),
    // chooseBackup takes a backup as a drop of it would be taken; then is called once one was
    // chosen.
    chooseBackup: (then) => pick({ accept: ".zip,.age" }, (list) => {
      then();
      send(named(list));
    }),
    importFrom(input) {
      send(named(input.files));
      input.value = ""; // the same file may be chosen again
    },
    restoreFrom: (id, args) => pickBackup((files) => port.send(JSON.stringify({ id, op: "restore", args: JSON.parse(args) }), files)),
    tablesAnswered: () => cutOff.answered(),
    rescue: rescue(to, pickBackup),
  }, Object.getOwnPropertyDescriptors(folders(base, send, tell)));
}

// pickBackup asks for one, and for its passphrase if it has one.
function pickBackup(then) {
  pick({ accept: ".zip,.age" }, async (list) => {
    const files = await opened(named(list));
    if (files) then(files); // else the runner thought better of it
  });
}

// The input stands in the document until it is answered: browsers may forget one
// that nothing holds, and its answer with it.
function pick(options, then) {
  const input = Object.assign(document.createElement("input"), { type: "file", hidden: true }, options);
  input.addEventListener("change", () => then(input.files));
  for (const end of ["change", "cancel"]) input.addEventListener(end, () => input.remove());
  document.body.append(input);
  input.click();
}

// listenForDrops makes the whole window a drop zone. html.dropping shows the overlay, and
// that is then what the files are held over: a browser gives a drop to what it last was
// over, and what a redrawing has taken away meanwhile tells nobody.
export function listenForDrops() {
  const root = document.documentElement;
  let over = null;
  const hasFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  const end = () => {
    over = null;
    root.classList.remove("dropping");
  };
  addEventListener("dragenter", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    over = event.target;
    root.classList.add("dropping");
    port.ahead();
  });
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  });
  addEventListener("dragleave", ({ target }) => target === over && end()); // the next one is entered first
  for (const moved of ["pointermove", "pointerdown"]) addEventListener(moved, end); // nothing is dragged
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    end();
    port.hold(take(event.dataTransfer).catch((error) => console.error(error)));
  });
}

// take imports what was dropped, and says what of it could not be opened.
async function take(transfer) {
  const lost = [];
  const handles = handlesOf(transfer);
  const found = await dropped(transfer, lost);
  if (!found) return;
  await send(found, { handles: await handles }); // what it says would take the line's place
  if (lost.length > 0) {
    tell(`The browser could not open ${unopened(lost)}: copy ${lost.length === 1 ? "it" : "them"} to another folder, then drop ${lost.length === 1 ? "it" : "them"} again.`);
  } else if (found.length === 0) {
    tell("There was no file in what you dropped: drop the export itself, or the folder that holds it.");
  }
}

// expectFiles has a reader made ready while a screen shows that takes files, and
// again when the runner comes near its button.
export function expectFiles() {
  const takes = "input[type=file]";
  const look = () => {
    const found = document.querySelector(".app " + takes); // in the shell there is nobody yet to make one ready
    if (found) port.ahead();
    return found || document.querySelector("main[data-action]");
  };
  const first = new MutationObserver(() => look() && first.disconnect());
  first.observe(document.body, { subtree: true, childList: true });
  addEventListener("hashchange", () => setTimeout(look, 300)); // for the screen to be drawn
  for (const near of ["focusin", "pointerover"]) addEventListener(near, ({ target }) => target.matches?.(takes) && port.ahead());
}

// tell says one line on the page, as a failed import would.
const tell = (error) => port.hear({ json: JSON.stringify({ id: -1, error: { code: "drop", text: error } }) });

// handlesOf are what a drop can be read by again, where the browser gives such a thing.
async function handlesOf(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === "file" && item.getAsFileSystemHandle);
  if (items.length > 5) return []; // the browser may ask about each
  return (await Promise.all(items.map((item) => item.getAsFileSystemHandle().catch(() => null)))).filter(Boolean);
}

// dropped lists every file of a drop, folders walked to their end; lost gets the
// paths that the browser could not open. The entries have to be taken before the
// first await: afterwards the browser forgets them. A walk that takes longer than a
// glance is reported as the beginning of the import that it is, and Cancel ends it.
async function dropped(transfer, lost) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) return named(transfer.files);
  const walk = { found: [], lost, canceled: false };
  const tell = (end) => progress({ total: walk.found.length, ...end });
  let ticks = 0;
  const telling = setInterval(() => ticks++ && tell(), 250);
  const cancel = port.onCancel(() => { walk.canceled = true; });
  await Promise.all(entries.map((entry) => visit(entry, walk)));
  clearInterval(telling);
  cancel();
  if (walk.canceled || (ticks > 1 && walk.found.length === 0)) tell({ finished: true, canceled: walk.canceled });
  return walk.canceled ? null : walk.found;
}

// visit takes a file, or what is in a folder, a hundred at once: one by one the browser
// takes its time.
async function visit(entry, walk) {
  if (walk.canceled) return;
  const path = entry.fullPath.replace(/^\//, "");
  if (entry.isFile) {
    const file = await new Promise((done) => entry.file(done, () => done(null)));
    if (file) walk.found.push({ path, file });
    else walk.lost.push(path);
    return;
  }
  const reader = entry.createReader();
  while (!walk.canceled) {
    const some = await new Promise((done) => reader.readEntries(done, () => done(null))); // 100 at a time
    if (!some) walk.lost.push(path + "/"); // of the folder the rest, or all
    if (!some?.length) return;
    await Promise.all(some.map((child) => visit(child, walk)));
  }
}

// progress shows how far an import is that the worker does not know of yet.
const progress = (data) => port.hear({ json: JSON.stringify({ event: "progress", data: { done: 0, added: 0, ...data } }) });

// listenForPastes takes files out of the clipboard, wherever the page has the focus.
export function listenForPastes() {
  addEventListener("paste", (event) => {
    const { files } = event.clipboardData ?? {};
    if (!files?.length) return;
    event.preventDefault();
    location.hash = "#/files";
    send(named(files));
  });
}

// handleShares takes what other apps have shared (inbox.js).
export function handleShares(base) {
  if (location.search === "?full") tell("The browser has no room for what was shared: free some space on the device, then share it again.");
  openInbox(base, (files) => send(files, { inbox: true }), tell).catch((error) => console.error("the shared files could not be opened:", error));
}

// goOn says what the page before left undone, and asks again what it asked.
export const goOn = () => cutOff.open().catch((error) => console.error("what was left undone is not known:", error));

// handleLaunch takes files that the system opened with the installed app.
export function handleLaunch() {
  globalThis.launchQueue?.setConsumer(async ({ files }) => {
    if (!files?.length) return;
    location.hash = "#/files";
    send(await Promise.all(files.map(async (handle) => {
      const file = await handle.getFile();
      return { path: file.name, file };
    })), { handles: [...files] });
  });
}
