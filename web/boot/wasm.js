import { compiled } from "./inflate.js";
import { script } from "./script.js";

// compile fetches a wasm binary, which is stored gzipped for hosts that do not compress,
// and compiles it. Before the service worker has inflated it once, that takes a tenth of a
// second of whatever thread it is done on: a worker of its own, not the runner's.
export async function compile(url) {
  if (!navigator.serviceWorker?.controller) {
    try {
      return await aside(url);
    } catch {} // then here, and what is wrong is said
  }
  return compiled(await fetch(url), count);
}

// aside compiles in a worker, which lives for that.
function aside(url) {
  const blob = URL.createObjectURL(new Blob([__COMPILER__], { type: "text/javascript" }));
  const worker = new Worker(script(blob), { name: "rebound-compiler" });
  return new Promise((done, failed) => {
    worker.onmessage = ({ data: { module, bytes, error } }) => (bytes ? count(bytes) : module ? done(module) : failed(new Error(error)));
    worker.onerror = failed;
    worker.postMessage(new URL(url, location.href).href);
  }).finally(() => {
    worker.terminate();
    URL.revokeObjectURL(blob);
  });
}

// loading shows how much of the wasm has come, once that has taken long enough to
// be noticed. __WASM_BYTES__ is the inflated size of all of it: a response's own
// length is of the compressed bytes, where the host tells it at all.
let loaded = 0;

function count(bytes) {
  loaded += bytes;
}

export function loading() {
  const bar = Object.assign(document.createElement("progress"), { id: "boot-progress", max: __WASM_BYTES__, ariaLabel: "Loading Rebound" });
  const tick = setInterval(() => {
    const line = document.getElementById("boot-line");
    if (!line || loaded >= __WASM_BYTES__ || document.documentElement.classList.contains("failed")) {
      bar.remove();
      clearInterval(tick);
      return;
    }
    bar.value = loaded;
    if (loaded > 0 && !bar.isConnected) line.after(bar);
  }, 500);
}

// say puts one line into the shell while it still stands, or over the page, and
// after it the buttons for what can be done.
export function say(line, ...buttons) {
  let at = document.getElementById("boot-line");
  if (!at) {
    at = document.createElement("p");
    at.id = "boot-line";
    at.className = "boot-line-over";
    at.setAttribute("role", "alert");
    document.body.append(at);
  }
  const text = Object.assign(document.createElement("span"), { textContent: line });
  at.replaceChildren(text, ...buttons);
  document.documentElement.classList.add("failed");
}
