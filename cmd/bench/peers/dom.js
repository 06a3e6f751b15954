// The browser's own reader, which makes a tree of the whole and lives in pages alone.
import { body } from "./serve.js";

export function readDOM(bytes) {
  const tree = new DOMParser().parseFromString(new TextDecoder().decode(body(bytes)), "application/xml");
  let found = 0;
  for (const record of tree.getElementsByTagName("Record")) if (record.getAttribute("value")) found++;
  return found;
}
