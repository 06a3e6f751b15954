// What is left to the runner when the page itself has stopped. The backend still
// runs: what was kept is safe, and can be saved.

import { say } from "./wasm.js";

// stopped says so and offers what can be done. Called again, it does nothing.
let already = false;
export function stopped(port) {
  if (already) return;
  already = true;
  port.listen(() => {}); // what listened went with the page
  for (const name in globalThis.rebound) if (name.startsWith("on")) globalThis.rebound[name] = null;
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

// backup asks the backend for one, which the port saves, and says what came of it. One
// that is incomplete comes with an error and is saved too.
async function backup(port) {
  const { error } = await port.request("backup");
  if (error && error.code !== "incomplete") return "No backup could be made. Reload to go on; your data is safe.";
  return (error ? said(error) : "The backup is in your downloads.") + " Reload to go on.";
}

const said = ({ text, hint }) => (text + " " + (hint ?? "")).trim();

// rescue is what is left to the runner of a diary that cannot be shown, beside a backup:
// a backup in its place, or nothing. Either takes away all that is there, and so asks.
export function rescue(port, pick) {
  const done = ({ error }) => (error ? alert(said(error)) : location.reload());
  const ways = {
    async erase() {
      if (!confirm("Erase everything that Rebound keeps on this device? It cannot be undone.")) return;
      const reply = await port.request("erase");
      if (!reply.error) {
        globalThis.rebound.dropDrafts("");
        await globalThis.rebound.forgetFiles().catch(() => {}); // a browser that keeps nothing has nothing
      }
      done(reply);
    },
    restore: () => pick(async (files) => {
      const { data, error } = await port.request("restore", { mode: "preview" }, files);
      if (error) return done({ error });
      const { made, files: n, entries } = data;
      const holds = `${n} file${n === 1 ? "" : "s"} and ${entries} entr${entries === 1 ? "y" : "ies"}`;
      if (confirm(`Restore the backup of ${made}, with ${holds}? It takes the place of everything that is here.`)) done(await port.request("restore", { mode: "replace" }));
    }),
  };
  return (what) => ways[what]();
}

function button(name, press) {
  const b = Object.assign(document.createElement("button"), { type: "button", textContent: name });
  b.addEventListener("click", press);
  return b;
}
