// Port is the line to the Web Worker. The worker is started from a blob of its
// own bundled text: only so does the page's content security policy bind it, and
// it is where hostile bytes are read.
export class Port {
  constructor(base) {
    this.base = base;
    this.waiting = []; // for the worker, until it runs
    this.heard = []; // for the page, until it listens
    this.listener = null;
    this.restarts = 0;
    this.text = fetch("worker.js").then((r) => {
      if (!r.ok) throw new Error("worker.js: " + r.status);
      return r.text();
    });
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

  send(json, files = []) {
    const message = { json, files };
    if (this.worker) this.worker.postMessage(message);
    else this.waiting.push(message);
  }

  listen(f) {
    this.listener = f;
    for (const json of this.heard.splice(0)) f(json);
  }

  hear({ json, download }) {
    if (download) save(download);
    if (json === '{"event":"died"}') this.died();
    if (this.listener) this.listener(json);
    else this.heard.push(json);
  }

  // A worker that died took nothing with it that was reported as saved, so a
  // fresh one can go on; a second death in a row is left to the runner.
  died() {
    this.worker.terminate();
    this.worker = null;
    if (this.restarts++ < 2) this.start(this.module);
  }
}

function save({ name, bytes }) {
  const a = document.createElement("a");
  a.href = URL.createObjectURL(new Blob([bytes]));
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 60000);
}
