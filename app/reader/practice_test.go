package reader

import (
	"archive/zip"
	"bytes"
	"flag"
	"os"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/watch/fitfile"
)

var update = flag.Bool("update", false, "write practice.zip anew")

// practised are the files that a reader practises on.
func practised(t *testing.T) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	seen := map[string]bool{}
	for _, f := range sample.Files(diary.DateOf(2026, 1, 1)) {
		if seen[f.Kind] {
			continue
		}
		seen[f.Kind] = true
		for i := range f.Activities {
			const minutes = 6
			a := &f.Activities[i]
			n := minutes * 60 / diary.TrackStep
			a.Seconds, a.Elapsed, a.Laps = minutes*60, minutes*60, a.Laps[:1]
			k := &a.Track
			k.HR, k.Speed, k.Altitude, k.Cadence = k.HR[:n], k.Speed[:n], k.Altitude[:n], k.Cadence[:n]
			k.StanceTime, k.Balance, k.StepLength, k.VertRatio, k.Oscillation = k.StanceTime[:n], k.Balance[:n], k.StepLength[:n], k.VertRatio[:n], k.Oscillation[:n]
		}
		data, err := fitfile.Encode(f)
		if err != nil {
			t.Fatal(err)
		}
		w, err := z.Create(f.Name)
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Practice goes through all that an import of its files does, and ends.
func TestPractice(t *testing.T) {
	if *update {
		if err := os.WriteFile("practice.zip", practised(t), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	p := new(practice)
	if n := p.pass(); n != 4 {
		t.Errorf("%d of 4 files were read", n)
	}
	if len(practiceZip) > 6<<10 {
		t.Errorf("the files to practise on take %d bytes of every download", len(practiceZip))
	}
	steps := 0
	for p.step() {
		if steps++; steps > 10*practicePasses {
			t.Fatal("practice does not end")
		}
	}
	if p.passes < practicePasses {
		t.Errorf("it ended after %d passes", p.passes)
	}
}
