// The worker that compiles wasm on a first visit (wasm.js starts it). It takes an address
// and gives, now and then, how many bytes have come, and in the end the module.

import { compiled } from "./inflate.js";

onmessage = async ({ data }) => {
  try {
    postMessage({ module: await compiled(await fetch(data), (bytes) => postMessage({ bytes })) });
  } catch (error) {
    postMessage({ error: error.message });
  }
};
