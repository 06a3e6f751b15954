// What other apps share with Rebound. The service worker keeps the files in a cache
// of this app's own path, since no page may be open; the next page that opens takes
// them from there, and lets go of them only when the import has answered.

import { own } from "./own.js";

export const inboxName = (path) => "rebound-inbox " + path;

const nameHeader = "X-Name";

// keep is the service worker's side: a form that was posted, into the inbox.
export async function keep(request, path) {
  const form = await request.formData();
  const inbox = await caches.open(inboxName(path));
  let n = 0;
  for (const file of form.getAll("files")) {
    if (!(file instanceof File) || file.size === 0) continue;
    const headers = { [nameHeader]: encodeURIComponent(file.name), "Content-Length": String(file.size) };
    await inbox.put(`${path}inbox/${Date.now()}-${n++}`, new Response(file, { headers }));
  }
}

// openInbox hands over what was kept. take gets [{path, file}] and answers whether the
// import did. One tab does it at a time; what twice brought no answer is given up, and
// said, lest every start end in it.
export async function openInbox(path, take, tell) {
  if (!globalThis.caches || !(await caches.has(inboxName(path)))) return;
  const open = async () => {
    const inbox = await caches.open(inboxName(path));
    const keys = await inbox.keys();
    if (keys.length === 0) return;
    const files = [];
    for (const key of keys) {
      const response = await inbox.match(key);
      const name = decodeURIComponent(response.headers.get(nameHeader));
      files.push({ path: name, file: new File([await response.blob()], name) });
    }
    const tries = attempts(path, 1);
    if (tries <= 2 && !(await take(files))) return;
    if (tries > 2) tell(`${files.length === 1 ? own(files[0].path) : files.length + " shared files"} could not be read, even the second time: save ${files.length === 1 ? "it" : "them"} to this device, then add ${files.length === 1 ? "it" : "them"} here.`);
    attempts(path, 0);
    for (const key of keys) await inbox.delete(key);
  };
  if (!navigator.locks) return open();
  await navigator.locks.request(inboxName(path), { ifAvailable: true }, (lock) => lock && open());
}

// attempts counts how often what lies in the inbox was tried; 0 forgets it.
function attempts(path, more) {
  try {
    const key = "rebound-inbox-tries:" + path;
    if (more === 0) return void localStorage.removeItem(key);
    const n = Number(localStorage.getItem(key) ?? 0) + more;
    localStorage.setItem(key, String(n));
    return n;
  } catch {
    return 1;
  }
}
