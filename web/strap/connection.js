// The way to a strap, by Web Bluetooth.

import { read } from "./packet.js";

const service = "heart_rate", characteristic = "heart_rate_measurement";

// Trouble is why there is no connection: its message is a key of the sentences in main.js.
export class Trouble extends Error {}

// choose has the browser ask which strap: it has to follow a press of the runner's.
export async function choose(bluetooth) {
  if ((await bluetooth.getAvailability?.()) === false) throw new Trouble("off");
  try {
    return await bluetooth.requestDevice({ filters: [{ services: [service] }] });
  } catch (error) {
    if (error.name === "NotFoundError") throw new Trouble(/adapter/i.test(error.message) ? "off" : "none");
    if (error.name === "SecurityError") throw new Trouble("forbidden");
    console.error("choosing a strap:", error);
    throw new Trouble("unreachable");
  }
}

// listen connects to a device, and has what it sends heard until stop is called; lost is
// called when the connection goes by itself.
export async function listen(device, heard, lost) {
  let stopped = false, source;
  const notified = ({ target }) => {
    const packet = read(target.value);
    if (packet && !stopped) heard(packet);
  };
  const gone = () => {
    if (stopped) return;
    stop();
    lost();
  };
  const stop = () => {
    stopped = true;
    device.removeEventListener("gattserverdisconnected", gone);
    source?.removeEventListener("characteristicvaluechanged", notified);
    if (device.gatt.connected) device.gatt.disconnect();
  };
  try {
    const server = await device.gatt.connect();
    source = await (await server.getPrimaryService(service)).getCharacteristic(characteristic);
    source.addEventListener("characteristicvaluechanged", notified);
    await source.startNotifications();
  } catch (error) {
    console.error("connecting to a strap:", error);
    stop();
    throw new Trouble("unreachable");
  }
  device.addEventListener("gattserverdisconnected", gone);
  return stop;
}
