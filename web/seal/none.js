// In the place of what age-encryption has for keys: a backup is under a passphrase, and
// the curves would be two thirds of it (cmd/site/bundle.go).
export const x25519 = {}, p256 = {}, MLKEM768P256 = {}, MLKEM768X25519 = {};
