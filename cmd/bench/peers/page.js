// The page: one Web Worker a reader, each with the same files. bench(name,
// indices) has one of them make a pass while the others rest.
const sizes = await (await fetch("files.json")).json();
const all = await (await fetch("files.bin")).arrayBuffer();
const workers = {};

function ask(worker, message) {
  return new Promise((done, failed) => {
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => failed(new Error(event.message));
    if (message) worker.postMessage(message);
  });
}

for (const name of ["ours", "fit-file-parser"]) {
  const worker = new Worker(name + ".js", { type: "module" });
  await ask(worker);
  let at = 0;
  const files = sizes.map((size) => all.slice(at, (at += size)));
  await ask(worker, { files });
  workers[name] = worker;
}

globalThis.bench = (name, indices) => ask(workers[name], { indices });
