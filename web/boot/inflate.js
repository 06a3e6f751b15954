// Wasm on its way in: as a stream, gzip undone, compiled as it comes.

// compiled is the module that a response holds. A host may have undone the gzip, and the
// service worker has: the first two bytes tell. count hears of bytes as they come.
export async function compiled(response, count) {
  if (!response.ok) throw new Error(response.url.split("/").pop() + ": " + response.status);
  if (response.headers.get("Content-Type") === "application/wasm" && WebAssembly.compileStreaming) {
    return WebAssembly.compileStreaming(response); // as the service worker keeps it: its compiled code is cached
  }
  const bytes = (await inflated(response)).pipeThrough(counter(count));
  const wasm = new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
  return WebAssembly.compileStreaming ? WebAssembly.compileStreaming(wasm) : WebAssembly.compile(await wasm.arrayBuffer());
}

// inflated is the response's body as a stream of wasm, gzip undone if it is there.
export async function inflated(response) {
  const reader = response.body.getReader();
  const first = await reader.read();
  const stream = new ReadableStream({
    start(out) {
      if (first.value) out.enqueue(first.value);
      if (first.done) out.close();
    },
    async pull(out) {
      const { done, value } = await reader.read();
      if (done) out.close();
      else out.enqueue(value);
    },
    cancel(reason) { return reader.cancel(reason); },
  });
  const zipped = first.value && first.value[0] === 0x1f && first.value[1] === 0x8b;
  return zipped ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
}

function counter(count) {
  return new TransformStream({
    transform(chunk, out) {
      count(chunk.byteLength);
      out.enqueue(chunk);
    },
  });
}
