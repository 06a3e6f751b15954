// The page: one Web Worker a reader, each with the same files; what only a page has
// (DOMParser) reads in it. bench(name, indices) has one of them make a pass while the
// others rest.
import { serve } from "./serve.js";
import { readDOM } from "./dom.js";

const names = await (await fetch("readers.json")).json();
const sizes = await (await fetch("files.json")).json();
const all = await (await fetch("files.bin")).arrayBuffer();
const readers = {};

function files() {
  let at = 0;
  return sizes.map((size) => all.slice(at, (at += size)));
}

function ask(worker, message) {
  return new Promise((done, failed) => {
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => failed(new Error(event.message));
    if (message) worker.postMessage(message);
  });
}

for (const name of names) {
  if (name === "dom") {
    const pass = serve(readDOM);
    pass({ files: files() });
    readers[name] = async (indices) => pass({ indices });
    continue;
  }
  const worker = new Worker(name + ".js", { type: "module" });
  await ask(worker);
  await ask(worker, { files: files() });
  readers[name] = (indices) => ask(worker, { indices });
}

globalThis.bench = (name, indices) => readers[name](indices);
