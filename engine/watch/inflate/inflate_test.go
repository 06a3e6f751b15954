package inflate

import (
	"bytes"
	"compress/flate"
	"io"
	"math/rand"
	"testing"
)

func deflated(t testing.TB, data []byte, level int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, level)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// samples are contents of many kinds: none, one byte, runs, text, noise, and what
// a watch writes.
func samples() [][]byte {
	r := rand.New(rand.NewSource(1))
	noise := make([]byte, 100_000)
	r.Read(noise)
	records := make([]byte, 0, 300_000)
	for i := range 12_000 {
		records = append(records, 0, byte(i), byte(i>>8), 0x3a, byte(140+r.Intn(8)), byte(r.Intn(256)), 0xff, 0xff, byte(i>>3))
	}
	skewed := make([]byte, 50_000) // codes of very different lengths
	for i := range skewed {
		skewed[i] = byte(min(255, int(r.ExpFloat64()*6)))
	}
	return [][]byte{nil, {7}, bytes.Repeat([]byte{0}, 70_000), bytes.Repeat([]byte("The quick brown fox. "), 500), noise, records, skewed}
}

func TestAppend(t *testing.T) {
	var d Decoder
	for i, want := range samples() {
		for _, level := range []int{flate.HuffmanOnly, flate.NoCompression, 1, 6, 9} {
			packed := deflated(t, want, level)
			before := []byte("before")
			got, err := d.Append(before, packed, len(want))
			if err != nil || !bytes.Equal(got, append(before, want...)) {
				t.Fatalf("sample %d, level %d: %d of %d bytes, %v", i, level, len(got)-len(before), len(want), err)
			}
			if len(want) == 0 {
				continue
			}
			// As much as was asked for, and no more.
			for _, n := range []int{1, len(want) / 2, len(want) - 1} {
				if got, err := d.Append(nil, packed, n); n < len(want) && (err != io.ErrShortBuffer || !bytes.Equal(got, want[:n])) {
					t.Fatalf("sample %d, level %d, limit %d: %d bytes, %v", i, level, n, len(got), err)
				}
			}
			// Cut off anywhere: what came before, and an error.
			for cut := 0; cut < len(packed); cut += 1 + len(packed)/50 {
				got, err := d.Append(nil, packed[:cut], len(want))
				if err == nil || !bytes.HasPrefix(want, got) {
					t.Fatalf("sample %d, level %d, cut to %d: %d bytes, %v", i, level, cut, len(got), err)
				}
			}
		}
	}
}

// Codes of 15 bits beside many of 11 need the most second tables.
func TestLongCodes(t *testing.T) {
	lens := []uint8{1, 2, 4, 5, 6, 7, 10, 12, 13, 14, 15, 15}
	for range 269 {
		lens = append(lens, 11)
	}
	entries := make([]uint32, len(lens))
	for i := range entries {
		entries[i] = uint32(i+1) << 16
	}
	var tab table
	if !tab.build(lens, entries, primary) {
		t.Fatal("the codes do not fit together")
	}
	code := 0
	for l := uint8(1); l <= maxBits; l++ {
		for i := range lens {
			if lens[i] != l {
				continue
			}
			c := reverse(code, l)
			e := tab[c&(1<<primary-1)]
			if e&deeper != 0 {
				e = tab[int(e>>16)+c>>primary&(1<<(e>>8&15)-1)]
			}
			if e != entries[i]|uint32(l) {
				t.Errorf("symbol %d, code %b of %d bits: %x", i, code, l, e)
			}
			code++
		}
		code <<= 1
	}
	for _, bad := range [][]uint8{{1, 1, 1}, {2, 2, 2}, {1, 2}} {
		if tab.build(bad, entries, primary) {
			t.Errorf("%v fit together", bad)
		}
	}
}

// FuzzAppend holds the decoder to the library's: it takes what that takes, and
// gives the same.
func FuzzAppend(f *testing.F) {
	for _, s := range samples() {
		s = s[:min(len(s), 2000)]
		f.Add(deflated(f, s, 6))
		f.Add(deflated(f, s, flate.HuffmanOnly))
	}
	f.Add([]byte{0x01, 0x00, 0x00, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, packed []byte) {
		const limit = 1 << 20
		var d Decoder
		got, err := d.Append(nil, packed, limit)
		if len(got) > limit {
			t.Fatalf("%d bytes", len(got))
		}
		want, wanted := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), limit))
		switch {
		case len(want) == limit:
			if !bytes.Equal(got, want) {
				t.Errorf("the first %d bytes differ", limit)
			}
		case (err == nil) != (wanted == nil):
			t.Errorf("%v, the library says %v", err, wanted)
		case err == nil && !bytes.Equal(got, want):
			t.Errorf("%d bytes, the library gives %d", len(got), len(want))
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	want := samples()[5]
	packed := deflated(b, want, 6)
	b.Run("ours", func(b *testing.B) {
		var d Decoder
		var buf []byte
		b.SetBytes(int64(len(want)))
		for b.Loop() {
			buf, _ = d.Append(buf[:0], packed, len(want)+1)
		}
	})
	b.Run("library", func(b *testing.B) {
		r := flate.NewReader(bytes.NewReader(packed))
		buf := make([]byte, len(want))
		b.SetBytes(int64(len(want)))
		for b.Loop() {
			r.(flate.Resetter).Reset(bytes.NewReader(packed), nil)
			io.ReadFull(r, buf)
		}
	})
}
