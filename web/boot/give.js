// Files on their way to the runner: into the downloads, or to another app through
// the system's share sheet.

const types = { ics: "text/calendar", zip: "application/zip", csv: "text/csv", txt: "text/plain" };

const fileOf = ({ name, bytes }) =>
  new File([bytes], name, { type: types[name.split(".").pop()] ?? "application/octet-stream" });

// canShare says whether this browser may hand files to other apps.
export function canShare() {
  return !!navigator.canShare?.({ files: [fileOf({ name: "plan.ics", bytes: "" })] });
}

export function save(download) {
  const a = document.createElement("a");
  a.href = URL.createObjectURL(fileOf(download));
  a.download = download.name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 60000);
}

// share falls back to saving: some browsers share no file of this type and say so
// only when asked, and the press that allows it may be too long ago. A runner who
// closed the sheet has decided.
export async function share(download) {
  const files = [fileOf(download)];
  try {
    if (navigator.canShare?.({ files })) return await navigator.share({ files });
  } catch (error) {
    if (error.name === "AbortError") return;
  }
  save(download);
}

// give hands over a text as a file.
export const give = (name, text, toApp) => (toApp ? share : save)({ name, bytes: text });
