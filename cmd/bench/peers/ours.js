// Rebound's reader. Go's wasm_exec.js is bundled in front of this.
import { serve } from "./serve.js";

const go = new Go();
const { instance } = await WebAssembly.instantiateStreaming(fetch("ours.wasm"), go.importObject);
go.run(instance);
serve((bytes) => {
  const found = globalThis.readFIT(bytes);
  if (typeof found === "string") throw found;
  return found;
});
postMessage({ up: true });
