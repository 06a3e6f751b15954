// easysax, which checks next to nothing, told of each tag; attributes are parsed where
// they are asked for. It wants the text whole.
import EasySax from "easysax";
import { body, chunks, work } from "./serve.js";

work((bytes) => {
  let found = 0;
  const parser = new EasySax();
  parser.on("startNode", (name, attributes) => {
    if (name === "Record" && attributes().value) found++;
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.parse([...chunks(body(bytes))].join(""));
  return found;
});
