// The page's start. It makes globalThis.rebound (docs/ARCHITECTURE.md says what
// for), then loads the worker and the page, the worker first: it has the longer
// way to its first answer.

import "./trust.js"; // first
import { backups } from "./backups.js";
import { canShare, give } from "./give.js";
import { listenForDrags } from "./drag.js";
import { keepDrafts } from "./drafts.js";
import { expectFiles, goOn, handleLaunch, handleShares, imports, listenForDrops, listenForPastes } from "./files.js";
import { firstScreen } from "./firstrun.js";
import { installed, watchInstall, watchNetwork } from "./install.js";
import { known, mark } from "./known.js";
import { recall, remember } from "./last.js";
import { watchLeaving } from "./leave.js";
import { miles, note, noted, sampled, setSampled } from "./noted.js";
import { onUpdate, registerServiceWorker, update } from "./offline.js";
import { readCharts } from "./reading.js";
import { stopped, watch } from "./stop.js";
import { strap } from "./strap.js";
import { explain } from "./terms.js";
import { setTheme } from "./theme.js";
import { watchToasts } from "./toast.js";
import { compile, loading, say } from "./wasm.js";
import { Port } from "./port.js";

const base = new URL("./", location.href).pathname;
const port = new Port(base);

globalThis.rebound = Object.defineProperties(installed(), {
  ...Object.getOwnPropertyDescriptors(imports(port, base)),
  ...Object.getOwnPropertyDescriptors(backups(base, port)),
});
Object.assign(globalThis.rebound, {
  send: (json) => port.send(json),
  share: (json) => port.share(json),
  canShare: canShare(),
  give,
  sources: (f) => fetch("sources.json").then((response) => response.text()).then(f, () => f("")),
  strap,
  update,
  theme: setTheme,
  remember(json) {
    mark(!!json);
    remember(json);
  },
  recall,
  first: !known(),
  miles,
  note,
  noted,
});
Object.defineProperty(globalThis.rebound, "sampled", { get: sampled, set: setSampled });
Object.assign(globalThis.rebound, keepDrafts(base, keeps()));
Object.defineProperty(globalThis.rebound, "onmessage", { set: (f) => port.listen(f) });
Object.defineProperty(globalThis.rebound, "onupdate", { set: onUpdate });

// keeps is where a browser keeps small things; null for one that does not.
function keeps() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

// What go-app asks of the page. Nothing of its own install, update and
// notification code is used: each has its member in globalThis.rebound.
globalThis.goappGetenv = (key) => (key === "GOAPP_ROOT_PREFIX" ? location.pathname : "");
globalThis.goappTryUpdate = () => {};
globalThis.goappIsAppInstallable = () => false;

async function start() {
  if (location.protocol === "file:") return say("Rebound cannot run from a file: open it at a web address, or run `make run` in its folder and open the address that it prints.");
  const lacks = ["WebAssembly", "DecompressionStream"].find((name) => !globalThis[name]);
  if (lacks) return say(`This browser cannot run Rebound: it lacks ${lacks}. Use a current Firefox, Safari, Chrome or Edge.`);
  if (!globalThis.indexedDB) return say("This browser keeps no data here (private window?): open Rebound in a normal window.");
  firstScreen(port, globalThis.rebound);
  listenForDrops();
  listenForPastes();
  listenForDrags();
  expectFiles();
  goOn();
  handleLaunch();
  handleShares(base);
  watchLeaving(port);
  watchInstall();
  watchNetwork();
  watchToasts();
  readCharts();
  await painted();
  try {
    loading();
    port.fetch();
    const worker = compile("backend.wasm.gz");
    const page = compile("app.wasm.gz");
    page.catch(() => {}); // the worker's failure, when both fail, is the one that is said
    const started = port.start(await worker);
    const go = new Go();
    go.env = { GOAPP_ROOT_PREFIX: location.pathname };
    const instance = await WebAssembly.instantiate(await page, go.importObject);
    await started; // before there is a page that hides what is said of it
    watch(go.run(instance), () => stopped(port));
    if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  } catch (error) {
    console.error(error);
    say("Rebound could not load (" + error.message + "). Check the connection, then reload.");
  }
  explain();
  // What is kept for offline use is four megabytes: it waits until the page has a moment.
  (globalThis.requestIdleCallback ?? setTimeout)(registerServiceWorker, { timeout: 3000 });
}

// painted waits for the first paint, which needs no wasm and shares the line with none;
// a tab in the background has no frames to wait for.
const painted = () => new Promise((done) => {
  try {
    new PerformanceObserver(done).observe({ type: "paint", buffered: true });
  } catch {} // then the time says so
  setTimeout(done, document.hidden ? 0 : 1000);
});

start();
