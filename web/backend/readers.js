// Readers: workers that open the runner's files, started for as long as they are
// needed. The page's start hands over what they are made of, once it is asked:
// a worker from a blob of its own bundled text is bound by the content security
// policy, and a compiled module needs no fetch of its own, online or offline.

import { script } from "../boot/script.js";

let made = null; // {text, module}, or the promise of it
let arrived = null;

// provide takes what the page's start was asked for.
export function provide(reader) {
  if (reader.error) arrived.reject(new Error(reader.error));
  else arrived.resolve(reader);
}

function wanted() {
  made ??= new Promise((resolve, reject) => {
    arrived = { resolve, reject };
    postMessage({ want: "reader" });
  }).catch((error) => {
    made = null; // the next import asks again
    throw error;
  });
  return made;
}

const running = new Set();
let spare = null; // a reader that nobody has asked for yet
let tired = 0;
const spareFor = 120_000; // ms

// ahead starts a reader before it is needed: it practises meanwhile, so that the
// browser has compiled what an import goes through. One that no import comes for
// is stopped; what was compiled stays.
export function ahead() {
  if (running.size > (spare ? 1 : 0)) return; // an import is under way
  spare ??= launch(true);
  clearTimeout(tired);
  tired = setTimeout(rest, spareFor);
}

// rest stops the reader that was started ahead.
export function rest() {
  clearTimeout(tired);
  spare?.stop();
  spare = null;
}

// start gives a reader that takes calls at once. hear gets {json, parts} of each
// answer; died is called when the worker is gone, unless it was stopped.
export function start(hear, died) {
  const reader = spare ?? launch(false);
  spare = null;
  clearTimeout(tired);
  return Object.assign(reader, { hear, died });
}

function launch(practise) {
  const waiting = []; // calls, until its death would be heard of
  const listening = new AbortController();
  let worker = null;
  let ready = false;
  let url = "";
  let heard = performance.now();

  const end = () => {
    running.delete(handle);
    listening.abort();
    worker?.terminate();
    URL.revokeObjectURL(url); // not before: a worker of a worker may not have read it yet
  };
  const lost = (why) => {
    if (!running.has(handle)) return;
    end();
    if (handle === spare) {
      spare = null; // nobody waits for it
      return;
    }
    console.error("a reader is gone:", why);
    handle.died();
  };
  const handle = {
    at: -1,
    passed: 0, // bytes of the file that it is at
    quiet: () => (worker ? performance.now() - heard : 0),
    call(json, parts, files) {
      heard = performance.now();
      const call = { json, parts, files };
      if (ready) worker.postMessage(call, parts.map((part) => part.buffer));
      else waiting.push(call);
    },
    stop: end,
  };
  running.add(handle);

  wanted().then(({ text, module }) => {
    if (!running.has(handle)) return;
    url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    worker = new Worker(script(url), { name: "rebound-reader" });
    heard = performance.now();
    const lock = `rebound.reader ${Date.now()} ${Math.random()}`; // randomUUID is for secure origins alone
    worker.onmessage = ({ data }) => {
      if (!running.has(handle)) return;
      heard = performance.now();
      if (data.at !== undefined) [handle.at, handle.passed] = [data.at, 0];
      else if (data.alive !== undefined) handle.passed = data.alive;
      else if (data.locked) {
        navigator.locks?.request(lock, { signal: listening.signal }, () => lost("it ended")).catch(() => {});
        ready = true;
        for (const { json, parts, files } of waiting.splice(0)) handle.call(json, parts, files);
      } else if (data.died) lost("its program ended");
      else {
        if (data.last) [handle.at, handle.passed] = [-1, 0];
        handle.hear(data);
      }
    };
    worker.onerror = (event) => lost(event.message);
    worker.postMessage({ boot: { module, lock, practise } });
  }).catch((error) => lost(error.message));
  return handle;
}
