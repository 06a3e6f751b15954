// saxes, told of each tag with its attributes, as any reader of an export needs them.
import { SaxesParser } from "saxes";
import { body, chunks, work } from "./serve.js";

work((bytes) => {
  let found = 0;
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => {
    if (tag.name === "Record" && tag.attributes.value) found++;
  });
  for (const text of chunks(body(bytes))) parser.write(text);
  parser.close();
  return found;
});
