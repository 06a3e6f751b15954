// What a strap sends: a notification of the Heart Rate Measurement characteristic (0x2A37
// of the Bluetooth SIG's Heart Rate Service), by its flags.

const wide = 1, contactKnown = 4, contact = 2, energy = 8, intervals = 16;

// read gives the heart rate, whether the strap feels skin (null where it does not say), and
// the intervals between heartbeats in ms; null for what is no notification.
export function read(view) {
  if (view.byteLength < 2) return null;
  const flags = view.getUint8(0);
  let at = flags & wide ? 3 : 2;
  if (view.byteLength < at) return null;
  const hr = flags & wide ? view.getUint16(1, true) : view.getUint8(1);
  if (flags & energy) at += 2;
  const rr = [];
  if (flags & intervals) {
    for (; at + 2 <= view.byteLength; at += 2) {
      const v = view.getUint16(at, true);
      if (v > 0) rr.push((v * 1000) / 1024);
    }
  }
  return { hr, contact: flags & contactKnown ? (flags & contact) !== 0 : null, rr };
}
