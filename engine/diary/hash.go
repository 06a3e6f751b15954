package diary

import (
	"encoding/binary"
	"hash/crc64"
)

var ecma = crc64.MakeTable(crc64.ECMA)

// HashOf is the File.Hash of a content, its CRC-64 and its length: two files of
// one runner do not meet in it by accident (3 in 10^12 for 10,000 files of
// one length), and there is nobody to defend against. In wasm it runs at 1 GB/s, three
// times as fast as FNV-1a. A cryptographic hash would cost each program 32 MiB of
// memory besides (the entropy pool that Go's crypto packages bring along) and
// 35 kB of download.
func HashOf(content []byte) [16]byte {
	var h Hasher
	h.Write(content)
	return h.Sum()
}

// Hasher is HashOf of a content that comes in pieces.
type Hasher struct{ sum, size uint64 }

// Write takes the next piece; it never fails.
func (h *Hasher) Write(b []byte) (int, error) {
	h.sum, h.size = crc64.Update(h.sum, ecma, b), h.size+uint64(len(b))
	return len(b), nil
}

// Sum is the hash of all pieces.
func (h *Hasher) Sum() (hash [16]byte) {
	binary.LittleEndian.PutUint64(hash[:], h.sum)
	binary.LittleEndian.PutUint64(hash[8:], h.size)
	return hash
}
