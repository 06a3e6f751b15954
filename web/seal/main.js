// The worker that puts a backup under a passphrase, and takes it out: an age file
// (age-encryption.org/v1) with a scrypt recipient, which the age program reads and writes
// as well. Deriving the key takes a second and 128 MB, so that it is nobody's main thread
// and ends when it is done.

import { Decrypter, Encrypter } from "age-encryption";

// work is the exponent of scrypt's cost. age itself takes 18, and twice the memory, which
// a phone may not have.
const work = 17;

onmessage = async ({ data: { bytes, passphrase, open } }) => {
  try {
    let out;
    if (open) {
      const age = new Decrypter();
      age.addPassphrase(passphrase);
      out = await age.decrypt(bytes);
    } else {
      const age = new Encrypter();
      age.setScryptWorkFactor(work);
      age.setPassphrase(passphrase);
      out = await age.encrypt(bytes);
    }
    postMessage({ bytes: out }, [out.buffer]);
  } catch (error) {
    postMessage({ error: reason(error) });
  }
};

// reason is why it could not be: "wrong" passphrase, or no file that one opens ("other"),
// no "memory", or what was cut off or changed ("damaged").
function reason({ name, message }) {
  if (message.startsWith("no identity matched")) return "wrong";
  if (name === "RangeError" || /memory|allocation/i.test(message)) return "memory";
  if (/work factor|scrypt recipient/.test(message)) return "other";
  return "damaged";
}
