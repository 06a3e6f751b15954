// Whether a worker still lives. One that ends without a word (the browser took its
// memory, it was closed) lets go of the lock that it holds for as long as it lives; one
// that hangs does not answer a ping. It is asked only while it has something to do.

const every = 1000; // ms
const patience = 60_000; // of a worker at work: what it does at a stretch takes a fraction of that, on a slow phone too
const forbearance = 300_000; // of one that goes through a whole diary at a stretch
const atAStretch = ["restore", "backup", "sample"];
const impatience = 10_000; // of a runner who has pressed Cancel
const late = 5000; // from here on a look comes late: the machine slept, or the browser held the tab back

// Pulse watches a worker for as long as it is not stopped, and calls gone once.
export class Pulse {
  constructor(worker, gone) {
    this.worker = worker;
    this.busy = []; // ids of requests without a reply; those of imports are one
    this.stopped = new AbortController();
    this.gone = (why) => {
      if (this.stopped.signal.aborted) return;
      this.stop();
      gone(why);
    };
  }

  // hold waits for the worker's lock, once the worker has it.
  hold(lock) {
    navigator.locks?.request(lock, { signal: this.stopped.signal }, () => this.gone("it ended")).catch(() => {});
  }

  // asked notes a request, and begins to look.
  asked(id, op) {
    this.busy.push(id);
    this.hurry ||= op === "cancel";
    this.slow ||= atAStretch.includes(op);
    if (this.timer || this.stopped.signal.aborted) return;
    this.looked = this.heard = performance.now();
    this.timer = setInterval(() => this.look(), every);
  }

  // said notes that the worker has said something, and which request is done by it.
  said(id) {
    this.heard = performance.now();
    const at = this.busy.indexOf(id);
    if (at >= 0) this.busy.splice(at, 1);
    if (this.busy.length > 0) return;
    this.hurry = this.slow = false;
    this.rest();
  }

  // A look that comes late, or that nobody sees, tells nothing of the worker, which
  // may have been held back as the page was.
  look() {
    const now = performance.now();
    if (now - this.looked > late || document.hidden) this.heard = now;
    this.looked = now;
    const bound = this.hurry ? impatience : this.slow ? forbearance : patience;
    if (now - this.heard > bound) return void this.gone("it does not answer");
    this.worker.postMessage({ ping: true });
  }

  rest() {
    clearInterval(this.timer);
    this.timer = 0;
  }

  stop() {
    this.rest();
    this.stopped.abort();
  }
}
