// Rebound's reader. Go's wasm_exec.js is bundled in front of this.
import { work } from "./serve.js";

const go = new Go();
const { instance } = await WebAssembly.instantiateStreaming(fetch("ours.wasm"), go.importObject);
go.run(instance);
work((bytes) => {
  const found = globalThis.readFile(bytes);
  if (typeof found === "string") throw found;
  return found;
});
