package engine_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc64"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/watch"
)

// light is what a store's cache gives back of files.
func light(t testing.TB, files []diary.File) []diary.File {
	t.Helper()
	copied, err := diary.Unpack(diary.Pack(files))
	if err != nil {
		t.Fatal(err)
	}
	load.SummariseAll(copied)
	l, err := diary.UnpackLight(diary.PackLight(copied))
	if err != nil {
		t.Fatal(err)
	}
	var out []diary.File
	for f := range l.All() {
		out = append(out, *f)
	}
	return out
}

// moduleFiles reads every FIT file of both FIT modules that can be read. In wasm
// no process can be started to find them: there the sample runner's files serve.
func moduleFiles(t *testing.T) (files []diary.File) {
	if runtime.GOOS == "js" {
		return nil
	}
	for _, module := range []string{"github.com/tormoder/fit", "github.com/muktihari/fit"} {
		dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
		if err != nil {
			t.Fatal(err)
		}
		root := strings.TrimSpace(string(dir))
		err = filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.EqualFold(filepath.Ext(path), ".fit") {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if f, problem := watch.Read(filepath.Base(path), data); problem == nil {
				files = append(files, f)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// A history of summaries is the history of the series, whatever the settings are.
func TestHistoryOfSummaries(t *testing.T) {
	module, measured := moduleFiles(t), sample.Files(today)
	sets := map[string][]diary.File{"sample": append(measured, sample.Reported(today, measured))}
	if runtime.GOOS != "js" {
		sets["modules"], sets["a copy of each"] = module, append(module, partial(module)...)
		if len(module) < 50 {
			t.Fatalf("only %d files of the modules could be read", len(module))
		}
	}
	for name, files := range sets {
		whole, brief := diary.Build(files, nil), diary.Build(light(t, files), nil)
		if len(whole.Activities) == 0 {
			t.Fatalf("%s: no activity", name)
		}
		for _, discard := range []float64{0, 7, 10, 20} {
			r := rule.Default()
			r.EasyDiscard = discard
			if a, b := load.New(whole, r), load.New(brief, r); !reflect.DeepEqual(a, b) {
				t.Errorf("%s, %g minutes left out: the histories differ", name, discard)
			}
		}
		if whole.First != brief.First || whole.Last != brief.Last || !reflect.DeepEqual(whole.Series, brief.Series) || !reflect.DeepEqual(whole.Nights, brief.Nights) {
			t.Errorf("%s: the diaries differ", name)
		}
	}
}

// partial is files as other copies of the same sessions, one second of heart rate
// apart: which of two accounts counts must not hang on how they are held.
func partial(files []diary.File) (out []diary.File) {
	for _, f := range files {
		f.Activities = append([]diary.Activity(nil), f.Activities...)
		for i := range f.Activities {
			a := &f.Activities[i]
			if a.Track.HR = bytes.Clone(a.Track.HR); len(a.Track.HR) > 0 {
				a.Track.HR[0] ^= 1
			}
		}
		out = append(out, f)
	}
	return out
}

// A summary that is computed otherwise must have another version, or a kept one
// would be taken for it.
func TestSummaryVersion(t *testing.T) {
	files := sample.Files(today)
	load.SummariseAll(files)
	table := crc64.MakeTable(crc64.ISO)
	sum := uint64(0)
	for _, f := range files {
		for _, a := range f.Activities {
			sum = crc64.Update(sum, table, fmt.Appendf(nil, "%+v", *a.Summary))
		}
	}
	want := map[byte]uint64{5: 0x745ee0813579d580}[diary.SummaryVersion]
	if sum != want {
		t.Errorf("the summaries of version %d come to %#x, not %#x: raise diary.SummaryVersion when they are computed otherwise, and pin the new sum here", diary.SummaryVersion, sum, want)
	}
}

func TestUnpackLightRefuses(t *testing.T) {
	files := sample.Files(today)[:40]
	load.SummariseAll(files)
	good := diary.PackLight(files)
	for i := range good {
		bad := bytes.Clone(good)
		bad[i] ^= 4
		if _, err := diary.UnpackLight(bad); err == nil {
			t.Fatalf("byte %d of %d changed: read", i, len(good))
		}
		if i%7 == 0 {
			if _, err := diary.UnpackLight(good[:i]); err == nil {
				t.Fatalf("cut to %d of %d bytes: read", i, len(good))
			}
		}
	}
	// Of another version, with a checksum that fits.
	other := bytes.Clone(good[:len(good)-8])
	other[2]++
	other = binary.LittleEndian.AppendUint64(other, crc64.Checksum(other, crc64.MakeTable(crc64.ECMA)))
	if _, err := diary.UnpackLight(other); !errors.Is(err, diary.ErrPackVersion) {
		t.Errorf("summaries of another version: %v", err)
	}
}

func BenchmarkUnpackLight10Years(b *testing.B) {
	files := runner(1, 3652)
	load.SummariseAll(files)
	packed := diary.PackLight(files)
	b.SetBytes(int64(len(packed)))
	b.ReportMetric(float64(len(files)), "files")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := diary.UnpackLight(packed); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBuild10Years(b *testing.B) {
	files := light(b, runner(1, 3652))
	b.ReportAllocs()
	for b.Loop() {
		diary.Build(files, nil)
	}
}
