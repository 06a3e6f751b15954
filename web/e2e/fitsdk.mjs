// Reads workouts as a Garmin watch would, with Garmin's own library: prints one
// line of JSON a file.
import { readFileSync } from "node:fs";
import { Decoder, Stream } from "@garmin/fitsdk";

for (const name of process.argv.slice(2)) {
  const decoder = new Decoder(Stream.fromBuffer(readFileSync(name)));
  const whole = decoder.isFIT() && decoder.checkIntegrity();
  const { messages, errors } = decoder.read();
  const [file] = messages.fileIdMesgs ?? [];
  const [workout] = messages.workoutMesgs ?? [];
  console.log(JSON.stringify({
    whole, errors: errors.length, type: file?.type ?? "", sport: workout?.sport ?? "",
    said: workout?.numValidSteps ?? 0, steps: messages.workoutStepMesgs?.length ?? 0,
  }));
}
