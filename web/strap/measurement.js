// A measurement as it goes: a minute to settle, then two minutes of heartbeats that follow
// each other without a gap. It knows the time from whoever asks, so that it can be tested.

export const settling = 60e3; // ms, by the clock
export const measuring = 120e3; // ms, by the heartbeats themselves

const silence = 8e3; // without a word: the strap is out of reach
const without = 12e3; // of words without an interval: this device sends none
const gap = 4e3; // the heartbeats are behind the clock: some did not come
const patience = 2e3; // for so long: on a busy phone they come late

export class Measurement {
  constructor(at) {
    this.start = this.last = at;
    this.first = 0; // when the first heartbeat came
    this.hr = 0;
    this.contact = null;
    this.drawn = []; // every interval, with when it ended
    this.rr = []; // those that are measured
    this.sum = 0;
    this.since = 0; // when the measuring began
    this.behind = 0; // since when they are
    this.again = 0; // how often it began anew
  }

  // heard takes a notification in.
  heard({ hr, contact, rr }, at) {
    this.last = at;
    this.hr = hr;
    this.contact = contact;
    if (rr.length === 0) return;
    this.first ||= at;
    for (const ms of rr) this.drawn.push({ ms, at });
    if (at - this.first < settling) return;
    if (!this.since) {
      this.since = at;
      return; // the measuring begins with the next heartbeat
    }
    for (const ms of rr) {
      if (this.sum >= measuring) return;
      this.rr.push(ms);
      this.sum += ms;
    }
  }

  // look says how it stands. It is asked again and again.
  look(at) {
    if (this.phase !== "done" && this.since && at - this.last < silence) {
      this.behind = at - this.since - this.sum > gap ? this.behind || at : 0;
      if (this.behind && at - this.behind >= patience) this.anew(at);
    }
    return { phase: this.phase, left: this.left(at), hr: this.hr, trouble: this.trouble(at), again: this.again };
  }

  get phase() {
    if (!this.first) return "waiting";
    if (!this.since) return "settling";
    return this.sum < measuring ? "measuring" : "done";
  }

  // left is the seconds that the phase has to go.
  left(at) {
    if (this.phase === "settling") return Math.max(0, Math.ceil((settling - (at - this.first)) / 1000));
    if (this.phase === "measuring") return Math.max(0, Math.ceil((measuring - this.sum) / 1000));
    return 0;
  }

  // trouble is what keeps it from going on, or will spoil it.
  trouble(at) {
    if (at - this.last >= silence) return "silent";
    if (!this.first && at - this.start >= without) return "no intervals";
    if (this.contact === false) return "no contact";
    return rough(this.drawn.slice(-30)) ? "rough" : "";
  }

  // back goes on after a connection that was gone.
  back(at) {
    this.last = at;
    this.anew(at);
  }

  // anew begins the two minutes again: heartbeats are missing in them.
  anew(at) {
    if (!this.since || this.phase === "done") return;
    this.rr = [];
    this.sum = this.behind = 0;
    this.since = at;
    this.again++;
  }
}

// rough reports whether many of the last intervals are far from the others: a hint while
// there is time to do something. What counts is found by the engine, of all of them.
function rough(list) {
  if (list.length < 10) return false;
  const sorted = list.map(({ ms }) => ms).sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1];
  return list.filter(({ ms }) => Math.abs(ms - median) > 0.35 * median).length * 10 > list.length;
}
