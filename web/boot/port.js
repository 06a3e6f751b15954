import { save, share } from "./give.js";
import { compile } from "./wasm.js";

// reading names the lock that tabs share while the worker reads files.
export const reading = (base) => "rebound.reading " + base;

async function text(name) {
  const response = await fetch(name);
  if (!response.ok) throw new Error(name + ": " + response.status);
  return response.text();
}

// Port is the line to the backend's worker. The worker is started from a blob of
// its own bundled text: only so does the page's content security policy bind it,
// and the readers that it starts. What those are made of is fetched here, where
// the service worker answers, when the backend first wants it.
export class Port {
  constructor(base) {
    this.base = base;
    this.waiting = []; // for the worker, until it runs
    this.heard = []; // for the page, until it listens
    this.listener = null;
    this.restarts = 0;
    this.reading = []; // requests that brought files and have no reply yet: {id, done}
    this.sharing = []; // ids of requests whose file is to be shared
    this.onprogress = null; // of an import
    this.text = null; // of the worker, once it is asked for
    this.reader = null; // what readers are made of, or the promise of it
  }

  // fetch asks for what the worker is started from.
  fetch() {
    this.text = text("backend.js");
    this.text.catch(() => {}); // reported by start
  }

  async start(module) {
    this.module = module;
    const url = URL.createObjectURL(new Blob([await this.text], { type: "text/javascript" }));
    this.worker = new Worker(url, { name: "rebound" });
    this.worker.onmessage = ({ data }) => this.hear(data);
    this.worker.onerror = (event) => console.error("worker:", event.message);
    this.worker.postMessage({ boot: { module, base: this.base } });
    for (const message of this.waiting.splice(0)) this.worker.postMessage(message);
  }

  // send answers, where files go with it, what was replied; false for an error.
  send(json, files = []) {
    let replied;
    if (files.length > 0) this.hold(replied = new Promise((done) => this.reading.push({ id: JSON.parse(json).id, done })));
    const message = { json, files };
    if (this.worker) this.worker.postMessage(message);
    else this.waiting.push(message);
    return replied;
  }

  // share is send for a request whose reply brings a file to be shared.
  share(json) {
    this.sharing.push(JSON.parse(json).id);
    this.send(json);
  }

  // ahead says that files may come: a reader is made ready for them.
  ahead() {
    this.worker?.postMessage({ ahead: true });
  }

  listen(f) {
    this.listener = f;
    for (const json of this.heard.splice(0)) f(json);
  }

  hear({ json, download, want }) {
    if (want) return void this.supply();
    if (this.reading.length + this.sharing.length > 0) this.answered(JSON.parse(json), download);
    else if (download) save(download);
    if (json === '{"event":"died"}') this.died();
    if (this.listener) this.listener(json);
    else this.heard.push(json);
  }

  // supply hands over what a reader is made of.
  async supply() {
    const worker = this.worker;
    this.reader ??= Promise.all([text("reader.js"), compile("reader.wasm.gz")]);
    try {
      const [text, module] = await this.reader;
      worker.postMessage({ reader: { text, module } });
    } catch (error) {
      this.reader = null; // the next import tries again
      worker.postMessage({ reader: { error: error.message } });
    }
  }

  // hold keeps updates off every tab while a promise about files is pending.
  hold(promise) {
    navigator.locks?.request(reading(this.base), { mode: "shared" }, () => promise).catch(() => {});
  }

  // answered lets go of what waited for this reply, and gives its file away.
  answered({ id, event, data, error }, download) {
    if (event === "progress") this.onprogress?.(data);
    const at = this.reading.findIndex((request) => request.id === id);
    if (at >= 0) this.reading.splice(at, 1)[0].done(error ? false : data ?? true);
    const shared = this.sharing.indexOf(id);
    if (shared >= 0) this.sharing.splice(shared, 1);
    if (download) (shared >= 0 ? share : save)(download);
  }

  // A worker that died took nothing with it that was reported as saved, so a
  // fresh one can go on; a second death in a row is left to the runner.
  died() {
    this.worker.terminate();
    this.worker = null;
    for (const { done } of this.reading.splice(0)) done(false);
    this.sharing = [];
    if (this.restarts++ < 2) this.start(this.module);
  }
}
