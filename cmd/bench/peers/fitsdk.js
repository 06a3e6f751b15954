// Garmin's own JavaScript SDK, with its defaults.
import { Decoder, Stream } from "@garmin/fitsdk";
import { serve } from "./serve.js";

serve((bytes) => {
  const { messages, errors } = new Decoder(Stream.fromArrayBuffer(bytes.buffer)).read();
  if (errors.length > 0) throw errors[0];
  return messages.recordMesgs?.length ?? 0;
});
postMessage({ up: true });
