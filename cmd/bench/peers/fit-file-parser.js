// fit-file-parser with its defaults, which leave the checksum out.
import FitParser from "fit-file-parser";
import { work } from "./serve.js";

work((bytes) => {
  let found = 0;
  new FitParser().parse(bytes.buffer, (error, data) => {
    if (error) throw error;
    found = data.records?.length ?? 0;
  });
  return found;
});
