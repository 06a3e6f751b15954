package diary

import (
	"encoding/binary"
	"hash/crc64"
)

var ecma = crc64.MakeTable(crc64.ECMA)

// HashOf is the File.Hash of a content, its CRC-64 and its length: two files of
// one runner do not meet in it by accident (3 in 10^12 for 10,000 files of
// one length), and there is nobody to defend against. In wasm it runs at 1 GB/s, three
// times as fast as FNV-1a. A cryptographic hash would cost the worker 32 MiB of
// memory besides (the entropy pool that Go's crypto packages bring along) and
// 35 kB of download.
func HashOf(content []byte) (hash [16]byte) {
	binary.LittleEndian.PutUint64(hash[:], crc64.Checksum(content, ecma))
	binary.LittleEndian.PutUint64(hash[8:], uint64(len(content)))
	return hash
}
