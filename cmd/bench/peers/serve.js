// What the three Web Workers have in common. read(bytes) reads one file whole and
// returns how many entries it found; it throws on a file that it refuses.
//
// {files} hands the files over once; {indices} asks for one timed pass over some
// of them and is answered with {ms, found}, found being a number or an error's
// text for each.
export function serve(read) {
  let files = [];
  self.onmessage = ({ data }) => {
    if (data.files) {
      files = data.files.map((buffer) => new Uint8Array(buffer));
      postMessage({ ready: true });
      return;
    }
    const found = [];
    const start = performance.now();
    for (const i of data.indices) {
      try {
        found.push(read(files[i]));
      } catch (error) {
        found.push(String(error));
      }
    }
    postMessage({ ms: performance.now() - start, found });
  };
}
