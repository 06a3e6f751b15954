import { save, share } from "./give.js";
import { button, notice, place } from "./notice.js";
import { Pulse } from "./pulse.js";
import { script } from "./script.js";
import { compile, say } from "./wasm.js";

// reading names the lock that tabs share while the worker reads files.
export const reading = (base) => "rebound.reading " + base;

const died = '{"event":"died"}'; // a worker's last word, or what is said in its place
const calm = 60_000; // ms; a worker that lived so long did not die of how it was started

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
    this.inARow = 0; // restarts of workers that did not live long
    this.pulse = null; // of the worker that runs
    this.reading = []; // requests that brought files and have no reply yet: {id, done}
    this.asked = new Map(); // requests of the page's start itself, by id: what to do with the reply
    this.canceling = new Set(); // what else ends when the runner cancels
    this.keeping = new Set(); // of those, the ones whose file is for who asked
    this.watcher = () => {}; // sees all that the page hears
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
    const worker = new Worker(script(url), { name: "rebound" });
    const lock = `rebound.backend ${Date.now()} ${Math.random()}`;
    const pulse = new Pulse(worker, (why) => {
      console.error("the backend is gone:", why);
      this.hear({ json: died });
    }, (on) => this.stuck(on));
    [this.worker, this.pulse, this.born] = [worker, pulse, performance.now()];
    worker.onmessage = ({ data }) => {
      if (this.worker !== worker) return; // what one that was given up still had to say
      if (data.locked) pulse.hold(lock);
      else if (data.pong) pulse.said();
      else this.hear(data);
    };
    worker.onerror = (event) => console.error("worker:", event.message);
    worker.postMessage({ boot: { module, base: this.base, lock } });
    for (const message of this.waiting.splice(0)) this.post(message);
  }

  post(message) {
    const { id, op } = JSON.parse(message.json);
    this.pulse.asked(id, op);
    this.worker.postMessage(message);
    if (op === "cancel") for (const f of this.canceling) f();
  }

  // onCancel has f called when the runner cancels; what it gives ends that.
  onCancel(f) {
    this.canceling.add(f);
    return () => this.canceling.delete(f);
  }

  // send answers, where files go with it, what was replied; false for an error.
  send(json, files = []) {
    let replied;
    if (files.length > 0) this.hold(replied = new Promise((done) => this.reading.push({ id: JSON.parse(json).id, done })));
    const message = { json, files };
    if (this.worker) this.post(message);
    else this.waiting.push(message);
    return replied;
  }

  // request asks something of our own and answers the reply; the page counts its
  // requests from 1.
  request(op, args, files, keep) {
    const id = Number.MAX_SAFE_INTEGER - this.asked.size;
    if (keep) this.keeping.add(id);
    this.send(JSON.stringify({ id, op, args }), files);
    return new Promise((done) => this.asked.set(id, (reply) => {
      this.asked.delete(id);
      done(reply);
    }));
  }

  // share is send for a request whose reply brings a file to be shared.
  share(json) {
    this.sharing.push(JSON.parse(json).id);
    this.send(json);
  }

  // ask is request for a file, and answers it and the line of what is wrong.
  async ask(op) {
    const { download, error } = await this.request(op, undefined, undefined, true);
    return { download, error: error && [error.text, error.hint].join(" ").trim() };
  }

  // ahead says that files may come: a reader is made ready for them.
  ahead() {
    this.worker?.postMessage({ ahead: true });
  }

  // watch has f see all that the page hears.
  watch(f) {
    this.watcher = f;
  }

  listen(f) {
    this.listener = f;
    for (const json of this.heard.splice(0)) f(json);
  }

  hear({ json, download, want }) {
    if (want) return void this.supply();
    const id = Number(/^\{"id":(-?\d+)/.exec(json)?.[1]); // a long reply is parsed where it is read
    this.pulse?.said(id);
    if (this.keeping.delete(id)) return void this.asked.get(id)({ ...JSON.parse(json), download });
    this.watcher(json, download);
    if (this.reading.length + this.sharing.length > 0) this.answered(JSON.parse(json), download);
    else if (download) save(download);
    if (this.asked.has(id)) return void this.asked.get(id)(JSON.parse(json));
    if (json === died) json = this.died();
    if (this.listener) this.listener(json);
    else this.heard.push(json);
  }

  // stuck says that the browser does not answer, for as long as it does not.
  stuck(on) {
    this.line?.remove();
    if (!on) return;
    this.line = notice("This browser has not answered Rebound for a minute. Reload the page; what was saved is safe.", button("Reload", () => location.reload()));
    this.line.ariaLabel = "No answer";
    place(this.line);
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

  // leave ends the backend of a page that goes.
  leave() {
    this.pulse?.stop();
    this.worker?.terminate();
    this.worker = null;
  }

  // A worker that died took nothing with it that was reported as saved, so a fresh one
  // can go on; a third death in a row is left to the runner. It gives the event that the
  // page hears of it.
  died() {
    this.pulse.stop();
    this.worker.terminate();
    this.worker = null;
    for (const { done } of this.reading.splice(0)) done(false);
    this.keeping.clear();
    for (const done of [...this.asked.values()]) done({ error: { text: "Part of Rebound stopped before it was done.", hint: "" } });
    this.sharing = [];
    this.restarts++;
    if (performance.now() - this.born > calm) this.inARow = 0;
    if (this.inARow++ >= 2) return JSON.stringify({ ...JSON.parse(died), data: true });
    this.start(this.module).catch((error) => say("Rebound could not go on (" + error.message + "): reload the page. What was saved is safe."));
    return died;
  }
}
