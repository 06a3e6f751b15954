// compile fetches a wasm binary, which is stored gzipped for hosts that do not
// compress, and compiles it as it comes. A host may have undone the gzip, and
// the service worker has: the first two bytes tell.
export async function compile(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(url + ": " + response.status);
  if (response.headers.get("Content-Type") === "application/wasm" && WebAssembly.compileStreaming) {
    return WebAssembly.compileStreaming(response); // as the service worker keeps it: its compiled code is cached
  }
  const bytes = (await inflated(response)).pipeThrough(counter());
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

// loading shows how much of the wasm has come, once that has taken long enough to
// be noticed. __WASM_BYTES__ is the inflated size of all of it: a response's own
// length is of the compressed bytes, where the host tells it at all.
let loaded = 0;

export function loading() {
  const bar = Object.assign(document.createElement("progress"), { id: "boot-progress", max: __WASM_BYTES__, ariaLabel: "Loading Rebound" });
  const tick = setInterval(() => {
    const line = document.getElementById("boot-line");
    if (!line || loaded >= __WASM_BYTES__ || document.documentElement.classList.contains("failed")) {
      bar.remove();
      clearInterval(tick);
      return;
    }
    bar.value = loaded;
    if (loaded > 0 && !bar.isConnected) line.after(bar);
  }, 500);
}

function counter() {
  return new TransformStream({
    transform(chunk, out) {
      loaded += chunk.byteLength;
      out.enqueue(chunk);
    },
  });
}

// say puts one line into the shell while it still stands, or over the page, and
// after it the buttons for what can be done.
export function say(line, ...buttons) {
  let at = document.getElementById("boot-line");
  if (!at) {
    at = document.createElement("p");
    at.id = "boot-line";
    at.className = "boot-line-over";
    at.setAttribute("role", "alert");
    document.body.append(at);
  }
  const text = Object.assign(document.createElement("span"), { textContent: line });
  at.replaceChildren(text, ...buttons);
  document.documentElement.classList.add("failed");
}
