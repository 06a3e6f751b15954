package diary

import (
	"bytes"
	"os"
	"reflect"
	"testing"
)

func kept(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name + ".bin")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// kindsOf4 and so on are how many kinds of entries there were when the version was
// new. One that was added since is at the end, and no change of layout.
const kindsOf4, kindsOf5, kindsOf6, kindsOf7 = 14, 19, 19, 20

// before7 is the sample as before a tag had a dose.
func before7(n int) []File {
	files := withKinds(n)
	for i := range files {
		for j := range files[i].Tags {
			files[i].Tags[j].Dose = 0
		}
	}
	return files
}

// before6 is the sample as before there were other files than watches' own.
func before6(n int) []File {
	files := before7(n)
	return append(files[:2], files[3:]...)
}

// withKinds is the sample with the first n kinds of entries alone.
func withKinds(n int) []File {
	files := packSample()
	for i := range files {
		lists := reflect.ValueOf(&files[i].Reported).Elem()
		for k := n; k < lists.NumField(); k++ {
			lists.Field(k).SetZero()
		}
	}
	return files
}

// sampleOf is the sample as a version of the pack before 5 kept it: what came later
// was not said then.
func sampleOf(version byte, ran bool) []File {
	files := before6(kindsOf4)
	for i := range files {
		r := &files[i].Reported
		for j := range r.CheckIns {
			r.CheckIns[j].Ready, r.CheckIns[j].SleepQuality = Unsaid, Unsaid
		}
		for j := range r.Niggles {
			r.Niggles[j].Seen = NotSaid
		}
		for j := range r.Typed {
			r.Typed[j].As = AsUnsaid
		}
		if version == 4 {
			continue
		}
		if version < 2 {
			r.CheckIns, r.Niggles, r.Efforts, r.Decisions, r.Cold = nil, nil, nil, nil, nil
		}
		if version < 3 {
			for j := range r.Efforts {
				r.Efforts[j].Start = 0
			}
			r.Ticks, r.Screens, r.Reactions, r.Pains, r.Periods, r.Plans = nil, nil, nil, nil, nil, nil
		}
		if !ran {
			r.Ran = nil
		}
		for j := range r.Plans {
			r.Plans[j].Change, r.Plans[j].From, r.Plans[j].To = PlanMade, 0, 0
		}
		r.Stamps(func(s *Stamp) { s.Offset = 0 })
	}
	return files
}

// What every version wrote, this one included, is read back as it was. The bytes
// under testdata were written by the programs of their time; a change of layout
// without a number of its own fails here.
func TestUnpackEveryVersion(t *testing.T) {
	undo := File{Hash: [16]byte{9}, Kind: "typed", Name: "plan 2026-11-22", Reported: Reported{
		Plans: []PlanOf{{Stamp: Stamp{At: 1_773_540_013, Date: 20_001}}}}}
	painless := File{Hash: [16]byte{9}, Kind: "typed", Name: "effort 2026-11-22", Reported: Reported{
		Pains: []RunPain{{Stamp: Stamp{At: 1_773_540_013, Date: 20_001}}}}}
	for name, c := range map[string]struct {
		version byte
		want    []File
	}{
		"pack_v1":            {1, sampleOf(1, false)},
		"pack_v2":            {2, sampleOf(2, false)},
		"pack_v3_before_ran": {3, sampleOf(3, false)},
		"pack_v3":            {3, sampleOf(3, true)},
		"pack_v4":            {4, sampleOf(4, true)},
		"pack_v5":            {5, before6(kindsOf5)},
		"pack_v6":            {6, before7(kindsOf6)},
		"pack_v7":            {7, withKinds(kindsOf7)},
		// Two rows of the earlier version 3 that the later one could read, as
		// something else.
		"pack_v3_undo": {3, []File{undo}},
		"pack_v3_pain": {3, []File{painless}},
	} {
		b := kept(t, name)
		if b[0] != c.version {
			t.Errorf("%s: the kept bytes are of version %d, not %d", name, b[0], c.version)
		}
		got, err := Unpack(b)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s\ngot  %+v\nwant %+v", name, got, c.want)
		}
	}
	if got := Pack(withKinds(kindsOf7)); !bytes.Equal(got, kept(t, "pack_v7")) {
		t.Errorf("this program writes version %d in another layout: give it the next number, and keep reading this one", packVersion)
	}
}

// Cut off anywhere, no version is read as something else or panics.
func TestUnpackDamagedVersions(t *testing.T) {
	for _, name := range []string{"pack_v1", "pack_v2", "pack_v3_before_ran", "pack_v3", "pack_v4", "pack_v5", "pack_v6", "pack_v7"} {
		b := kept(t, name)
		for n := 1; n < len(b); n++ {
			if _, err := Unpack(b[:n]); err != ErrPackDamaged {
				t.Fatalf("%s cut to %d of %d bytes: %v", name, n, len(b), err)
			}
		}
	}
}

// A bit that flips on the disk is found.
func TestUnpackFlippedBits(t *testing.T) {
	good := Pack(packSample())
	for i := range good {
		for bit := range 8 {
			bad := bytes.Clone(good)
			bad[i] ^= 1 << bit
			if i == 0 && bad[0] < 4 && bad[0] > 0 {
				continue // an earlier version, which had no checksum
			}
			if _, err := Unpack(bad); err == nil {
				t.Fatalf("bit %d of byte %d flipped unseen", bit, i)
			}
		}
	}
}

// A kind of entry of a later program is refused as such, not as damage and not by
// leaving it out.
func TestUnpackLaterKind(t *testing.T) {
	p := &packer{version: packVersion, out: []byte{packVersion}}
	p.uint(1) // one file
	bare := File{}
	p.file(&bare)
	b := p.out[:len(p.out)-1]                                      // without its count of kinds
	b = append(b, 1, byte(len(new(Reported).kinds())), 1, 0, 0, 0) // one kind, one entry
	if _, err := Unpack(sealed(b)); err != ErrPackVersion {
		t.Errorf("%v", err)
	}
}
