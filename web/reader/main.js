// A reader's start: Go's wasm_exec.js is bundled in front of this, so
// globalThis.Go is there. app/intake says what the backend and a reader say.

const early = []; // calls that came before Go was ready
let deliver = null;

globalThis.reboundReader = {
  answer: (json, parts, last) => postMessage({ json, parts, last }, parts.map((part) => part.buffer)),
  at: (n) => postMessage({ at: n }),
  alive: (passed) => postMessage({ alive: passed }),
  ready(f) {
    deliver = f;
    for (const { json, parts, files } of early.splice(0)) f(json, parts, files);
  },
};

self.onmessage = ({ data }) => {
  if (data.boot) start(data.boot);
  else if (deliver) deliver(data.json, data.parts, data.files);
  else early.push(data);
};

// start holds a lock for as long as this worker lives: whatever ends it, a crash
// of the engine too, the browser lets go of it, and so the backend hears of it. No
// call comes before the lock is held.
async function start({ module, lock, practise }) {
  globalThis.reboundReader.practise = practise;
  const locked = () => {
    postMessage({ locked: true });
    return new Promise(() => {});
  };
  if (navigator.locks) navigator.locks.request(lock, locked);
  else locked();
  const go = new Go();
  try {
    await go.run(await WebAssembly.instantiate(module, go.importObject));
  } catch (error) {
    console.error(error);
  }
  postMessage({ died: true }); // Serve never returns
}
