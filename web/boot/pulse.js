// Whether a worker still lives. One that ends without a word (the browser took its
// memory, it was closed) lets go of the lock that it holds for as long as it lives; one
// that hangs does not answer a ping. It is asked only while it has something to do. And one
// that answers pings and nothing else waits for the browser itself, most likely its store.

const every = 1000; // ms
const patience = 60_000; // of a worker at work: what it does at a stretch takes a fraction of that, on a slow phone too
const forbearance = 300_000; // of one that goes through a whole diary at a stretch
const atAStretch = ["restore", "backup", "sample"];
const impatience = 10_000; // of a runner who has pressed Cancel
const late = 5000; // from here on a look comes late: the machine slept, or the browser held the tab back

// Pulse watches a worker for as long as it is not stopped, and calls gone once. It calls
// stuck with true when a request has waited too long, and with false when one is answered
// again.
export class Pulse {
  constructor(worker, gone, stuck) {
    this.worker = worker;
    this.stuck = stuck;
    this.waits = new Map(); // since when, by the id of the request; an import reports itself
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
    if (op !== "import") this.waits.set(id, performance.now());
    this.hurry ||= op === "cancel";
    this.slow ||= atAStretch.includes(op);
    if (this.timer || this.stopped.signal.aborted) return;
    this.looked = this.heard = this.word = performance.now();
    this.timer = setInterval(() => this.look(), every);
  }

  // said notes that the worker has said something, and which request is done by it;
  // undefined is a pong.
  said(id) {
    this.heard = performance.now();
    if (id !== undefined) {
      this.word = this.heard;
      this.waits.delete(id);
      this.tell(false);
    }
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
    if (now - this.looked > late || document.hidden) this.heard = this.word = now;
    this.looked = now;
    const bound = this.hurry ? impatience : this.slow ? forbearance : patience;
    if (now - this.heard > bound) return void this.gone("it does not answer");
    const since = Math.max(this.word, Math.min(...this.waits.values())); // of none it is infinite
    if (now - since > (this.slow ? forbearance : patience)) this.tell(true);
    this.worker.postMessage({ ping: true });
  }

  tell(stuck) {
    if (stuck !== !!this.stalled) this.stuck(this.stalled = stuck);
  }

  rest() {
    clearInterval(this.timer);
    this.timer = 0;
  }

  stop() {
    this.rest();
    this.tell(false);
    this.stopped.abort();
  }
}
