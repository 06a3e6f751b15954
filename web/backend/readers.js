// Readers: workers that open the runner's files, started for as long as they are
// needed. The page's start hands over what they are made of, once it is asked:
// a worker from a blob of its own bundled text is bound by the content security
// policy, and a compiled module needs no fetch of its own, online or offline.

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

// start gives a reader that takes calls at once. hear gets {json, parts} of each
// answer; died is called when the worker is gone, unless it was stopped.
export function start(hear, died) {
  const waiting = [];
  const listening = new AbortController();
  let worker = null;
  let url = "";
  let over = false;
  let heard = performance.now();

  const end = () => {
    over = true;
    listening.abort();
    worker?.terminate();
    URL.revokeObjectURL(url); // not before: a worker of a worker may not have read it yet
  };
  const lost = (why) => {
    if (over) return;
    console.error("a reader is gone:", why);
    end();
    died();
  };
  const handle = {
    at: -1,
    quiet: () => (worker ? performance.now() - heard : 0),
    call(json, parts, files) {
      heard = performance.now();
      const call = { json, parts, files };
      if (worker) worker.postMessage(call, parts.map((part) => part.buffer));
      else waiting.push(call);
    },
    stop: end,
  };

  wanted().then(({ text, module }) => {
    if (over) return;
    url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    worker = new Worker(url, { name: "rebound-reader" });
    heard = performance.now();
    const lock = `rebound.reader ${Date.now()} ${Math.random()}`; // randomUUID is for secure origins alone
    worker.onmessage = ({ data }) => {
      if (over) return;
      heard = performance.now();
      if (data.at !== undefined) handle.at = data.at;
      else if (data.locked) {
        navigator.locks.request(lock, { signal: listening.signal }, () => lost("it ended")).catch(() => {});
      } else if (data.died) lost("its program ended");
      else {
        if (data.last) handle.at = -1;
        hear(data);
      }
    };
    worker.onerror = (event) => lost(event.message);
    worker.postMessage({ boot: { module, lock } });
    for (const { json, parts, files } of waiting.splice(0)) handle.call(json, parts, files);
  }).catch((error) => lost(error.message));
  return handle;
}
