package fitfile

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/tormoder/fit"
	"github.com/tormoder/fit/dyncrc16"
)

// The quick sum and the gate's own never differ, whatever the length: it folds by
// 128 bytes from 256 on.
func TestQuickSum(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, 7, 8, 9, 63, 64, 65, 125, 126, 127, 128, 253, 254, 255, 256, 381, 382, 383, 2047, 5000, 100_003} {
		for range 20 {
			b := make([]byte, n, n+2)
			for i := range b {
				b[i] = byte(rng.Uint32())
			}
			b = binary.LittleEndian.AppendUint16(b, dyncrc16.Checksum(b))
			if !sound(b) {
				t.Fatalf("%d bytes with their checksum are not sound", n)
			}
			b[rng.IntN(len(b))] ^= 1 << rng.IntN(8)
			if sound(b) {
				t.Fatalf("%d bytes with one bit turned are sound", n)
			}
		}
	}
}

// What passes is what tormoder/fit passes, for every file of both modules and
// for each of them with a bit turned.
func TestGateIsTheGate(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	passed := 0
	for name, data := range moduleFiles(t) {
		for turned := range 8 {
			b := bytes.Clone(data)
			if turned > 0 {
				b[rng.IntN(len(b))] ^= 1 << rng.IntN(8)
			}
			if !isHeader(b) {
				continue
			}
			if end := int(b[0]) + int(binary.LittleEndian.Uint32(b[4:])) + 2; end > len(b) {
				continue
			} else if end > 16 {
				b = b[:end]
			}
			p, _ := nextPart(b)
			if err := fit.CheckIntegrity(bytes.NewReader(b), false); (err == nil) != (p.fault == nil) {
				t.Errorf("%s: the gate says %v, we say %+v", name, err, p.fault)
			} else if err == nil {
				passed++
			}
		}
	}
	if passed < 30 {
		t.Errorf("only %d files passed", passed)
	}
}

func TestNewerFIT(t *testing.T) {
	b := run(false).file()
	b[1] = 0x90
	binary.LittleEndian.PutUint16(b[12:], dyncrc16.Checksum(b[:12]))
	binary.LittleEndian.PutUint16(b[len(b)-2:], dyncrc16.Checksum(b[:len(b)-2]))
	if f := read(t, b); !strings.Contains(f.Partial, "newer version of FIT") || len(f.Activities) != 1 {
		t.Errorf("%d activities, partial: %q", len(f.Activities), f.Partial)
	}
}
