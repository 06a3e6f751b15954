// Backups under a passphrase (web/seal/main.js does the work, in a worker of its own that
// is fetched when it is first wanted).

import { ask, choose } from "./passphrase.js";
import { script } from "./script.js";

const first = "age-encryption.org/v1";

let text;

// worked has the worker do one thing, and ends it.
async function worked(bytes, passphrase, open) {
  text ??= fetch("seal.js").then((response) => (response.ok ? response.text() : Promise.reject(new Error(response.status))));
  const url = URL.createObjectURL(new Blob([await text.catch((error) => { text = null; throw error; })], { type: "text/javascript" }));
  const worker = new Worker(script(url), { name: "rebound seal" }); // from a blob, so that the page's content security policy binds it
  try {
    return await new Promise((done, failed) => {
      worker.onmessage = ({ data }) => (data.error ? failed(new Error(data.error)) : done(data.bytes));
      worker.onerror = () => failed(new Error("memory"));
      worker.postMessage({ bytes, passphrase, open }, [bytes.buffer]);
    });
  } finally {
    worker.terminate();
    URL.revokeObjectURL(url);
  }
}

const why = {
  wrong: "That is not the passphrase of this backup. Mind capitals and spaces, then try again.",
  damaged: "This backup is damaged: part of it is missing or changed. Choose another copy.",
  other: "This is not a backup with a passphrase. Choose the file you saved with Back up.",
  memory: "This device does not have enough free memory for that. Close other apps and tabs, then try again.",
};
const other = "The part of Rebound that handles passphrases did not load. Check the connection, then try again.";

const said = (error) => why[error.message] ?? other;

// protect asks for a passphrase, has make bring the backup, and saves it under that,
// with the line of what it lacks, if there is one. It answers when the dialog is closed.
export function protect(make, save) {
  return choose(async (passphrase) => {
    const { download, error } = await make();
    if (!download) return error ?? other;
    try {
      save({ name: download.name + ".age", bytes: await worked(download.bytes, passphrase, false) }, error);
    } catch (failed) {
      return said(failed);
    }
  });
}

const isSealed = async (file) => (await file.slice(0, first.length).text()) === first;

// opened gives files as they are, a protected backup without its protection; null where
// the runner thought better of it.
export async function opened(files) {
  for (const entry of files) {
    if (!(await isSealed(entry.file))) continue;
    let plain = null;
    await ask(entry.file.name, async (passphrase) => {
      try {
        plain = await worked(new Uint8Array(await entry.file.arrayBuffer()), passphrase, true);
      } catch (failed) {
        return said(failed);
      }
    });
    if (!plain) return null;
    entry.path = entry.path.replace(/\.age$/, "");
    entry.file = new File([plain], entry.path);
  }
  return files;
}
