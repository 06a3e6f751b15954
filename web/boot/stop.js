// What is left to the runner when the page itself has stopped. The backend still
// runs: what was kept is safe, and can be saved.

import { say } from "./wasm.js";

const id = Number.MAX_SAFE_INTEGER; // of the one request made here: the page counts from 1

// stopped says so and offers what can be done. Called again, it does nothing.
let already = false;
export function stopped(port) {
  if (already) return;
  already = true;
  port.listen(() => {}); // what listened went with the page
  const line = "The page stopped. Reload to go on; your data is safe.";
  const backUp = button("Back up", async () => {
    backUp.disabled = true;
    say(await backup(port), reload, backUp);
    backUp.disabled = false;
  });
  const reload = button("Reload", () => location.reload());
  say(line, reload, backUp);
}

// watch calls f when wasm ends other than by itself: Go's panics end go.run, a
// trap is thrown out of whatever listener called into it.
export function watch(run, f) {
  run.then(f, f);
  const trapped = (error) => error instanceof WebAssembly.RuntimeError && f();
  addEventListener("error", ({ error }) => trapped(error));
  addEventListener("unhandledrejection", ({ reason }) => trapped(reason));
}

// backup asks the backend for one, which the port saves, and says what came of it.
function backup(port) {
  return new Promise((say) => {
    port.listen((json) => {
      const reply = JSON.parse(json);
      if (reply.event === "died" || (reply.id === id && reply.error)) say("No backup could be made. Reload to go on; your data is safe.");
      else if (reply.id === id) say("The backup is in your downloads. Reload to go on.");
    });
    port.send(JSON.stringify({ id, op: "backup" }));
  });
}

function button(name, press) {
  const b = Object.assign(document.createElement("button"), { type: "button", textContent: name });
  b.addEventListener("click", press);
  return b;
}
