// The Web Worker's start: Go's wasm_exec.js is bundled in front of this, so
// globalThis.Go is there. docs/ARCHITECTURE.md says what boot.js posts.

import { open } from "./store.js";
import { ahead, provide, rest, start as startReader } from "./readers.js";

const early = []; // messages that came before Go was ready
let deliver = null;

globalThis.reboundStore = { open };
globalThis.reboundReaders = { start: startReader, rest };
globalThis.reboundBackend = {
  base: "/",
  post(json, download) {
    if (download) postMessage({ json, download }, [download.bytes.buffer]);
    else postMessage({ json });
  },
  ready(f) {
    deliver = f;
    for (const { json, files } of early.splice(0)) f(json, files ?? []);
  },
};

self.onmessage = ({ data }) => {
  if (data.boot) start(data.boot);
  else if (data.reader) provide(data.reader);
  else if (data.ahead) ahead();
  else if (data.ping) postMessage({ pong: true }); // a worker that hangs does not
  else if (deliver) deliver(data.json, data.files ?? []);
  else early.push(data);
};

// start holds a lock for as long as this worker lives: whatever ends it, the browser
// lets go of it, and so the page hears of it.
async function start({ module, base, lock }) {
  globalThis.reboundBackend.base = base;
  navigator.locks?.request(lock, () => {
    postMessage({ locked: true });
    return new Promise(() => {});
  });
  const go = new Go();
  try {
    await go.run(await WebAssembly.instantiate(module, go.importObject));
  } catch (error) {
    console.error(error);
  }
  // Serve never returns: whatever ended it, Go is gone.
  deliver = null;
  postMessage({ json: '{"event":"died"}' });
}
