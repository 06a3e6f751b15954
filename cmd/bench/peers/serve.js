// What the readers have in common. read(bytes) reads one file whole and returns how many
// entries it found; it throws on a file that it refuses.
//
// {files} hands the files over once; {indices} asks for one timed pass over some
// of them and is answered with {ms, found}, found being a number or an error's
// text for each.
export function serve(read) {
  let files = [];
  return (message) => {
    if (message.files) {
      files = message.files.map((buffer) => new Uint8Array(buffer));
      return { ready: true };
    }
    const found = [];
    const start = performance.now();
    for (const i of message.indices) {
      try {
        found.push(read(files[i]));
      } catch (error) {
        found.push(String(error));
      }
    }
    return { ms: performance.now() - start, found };
  };
}

// work serves from a Web Worker.
export function work(read) {
  const pass = serve(read);
  self.onmessage = ({ data }) => postMessage(pass(data));
  postMessage({ up: true });
}

// body is an Apple export from its root element on, for readers that its ill-formed
// head would stop.
export function body(bytes) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1 << 16));
  return bytes.subarray(head.indexOf("<HealthData "));
}

// chunks decodes bytes as a stream would hand them over.
export function* chunks(bytes, size = 1 << 18) {
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += size) yield decoder.decode(bytes.subarray(at, at + size), { stream: true });
}
