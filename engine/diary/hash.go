package diary

import (
	"encoding/binary"
	"hash/crc64"
)

var hashTables = [2]*crc64.Table{crc64.MakeTable(crc64.ISO), crc64.MakeTable(crc64.ECMA)}

// HashOf is the File.Hash of a content: two CRC-64 of different polynomials.
// Two files of one runner never meet by accident in 128 bits, and there is
// nobody to defend against: a runner who forges a duplicate hides it from
// nobody but themselves. A cryptographic hash costs the worker 32 MiB of memory
// (the entropy pool that Go's crypto packages bring along) and 50 kB of download.
func HashOf(content []byte) (h [16]byte) {
	for i, t := range hashTables {
		binary.BigEndian.PutUint64(h[8*i:], crc64.Checksum(content, t))
	}
	return h
}
