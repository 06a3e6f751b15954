package fitfile

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/muktihari/fit/decoder"
	"github.com/muktihari/fit/profile/filedef"
	"github.com/muktihari/fit/profile/untyped/mesgnum"
	"github.com/tormoder/fit"
	"github.com/tormoder/fit/dyncrc16"

	"rebound/engine/diary"
)

// moduleFiles is every FIT file in the testdata of both FIT modules, by a name
// that says which.
func moduleFiles(tb testing.TB) map[string][]byte {
	tb.Helper()
	files := map[string][]byte{}
	for _, module := range []string{"github.com/tormoder/fit", "github.com/muktihari/fit"} {
		dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
		if err != nil {
			tb.Fatalf("finding %s: %v", module, err)
		}
		root := filepath.Join(strings.TrimSpace(string(dir)), "testdata")
		err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".fit" {
				return err
			}
			rel, _ := filepath.Rel(root, path)
			files[strings.Split(module, "/")[1]+"/"+rel], err = os.ReadFile(path)
			return err
		})
		if err != nil {
			tb.Fatal(err)
		}
	}
	return files
}

// gathered is what a part holds before it is turned into diary records.
type gathered struct {
	rows     []row
	sessions []session
	laps     []diary.Lap
}

func ours(t *testing.T, data []byte) gathered {
	r := newReader()
	p, _ := nextPart(data)
	if _, err := r.part(p.data); err != nil {
		t.Fatalf("ours: %v", err)
	}
	g := gathered{rows: r.rows, sessions: r.sessions}
	for _, l := range r.laps {
		g.laps = append(g.laps, l.Lap)
	}
	return g
}

// TestSameNumbersAsTormoder holds us against the gate's own typed decoder: every
// activity that it accepts must come out the same, field by field.
func TestSameNumbersAsTormoder(t *testing.T) {
	compared := 0
	for name, data := range moduleFiles(t) {
		if strings.Contains(name, "python-fitparse/") {
			data = redate(data) // old watches with an unset clock, whose dates we refuse
		}
		file, err := fit.Decode(bytes.NewReader(data))
		if err != nil {
			continue
		}
		act, err := file.Activity()
		if err != nil || len(act.Records) == 0 {
			continue
		}
		compared++
		t.Run(name, func(t *testing.T) { same(t, ours(t, data), fromTormoder(act), 0) })
	}
	if compared < 18 {
		t.Errorf("compared %d activities; both modules hold at least 18 that decode", compared)
	}
}

// TestSameNumbersAsMuktihari holds us against the other library's typed decoder,
// which knows running dynamics and reads files that the first refuses.
func TestSameNumbersAsMuktihari(t *testing.T) {
	compared := 0
	for name, data := range moduleFiles(t) {
		if strings.Contains(name, "python-fitparse/") {
			data = redate(data)
		}
		file, err := decoder.New(bytes.NewReader(data), decoder.WithIgnoreChecksum()).Decode()
		if err != nil || fit.CheckIntegrity(bytes.NewReader(data), false) != nil {
			continue
		}
		act := filedef.NewActivity(file.Messages...)
		if len(act.Records) == 0 {
			continue
		}
		compared++
		t.Run(name, func(t *testing.T) { same(t, ours(t, data), fromMuktihari(act), 1) })
	}
	if compared < 20 {
		t.Errorf("compared %d activities; both modules hold at least 20 that decode", compared)
	}
}

func same(t *testing.T, got, want gathered, truncated uint32) {
	var kept []row // as we keep them: with a date and with something measured
	for _, w := range want.rows {
		if plausible(w.at) && slices.ContainsFunc(w.v[:], func(v uint32) bool { return v != missing && v != unknown }) {
			kept = append(kept, w)
		}
	}
	if len(got.rows) != len(kept) {
		t.Fatalf("%d records, want %d", len(got.rows), len(kept))
	}
	for i := range kept {
		for c := range columns { // what the other library does not know is not compared
			if kept[i].v[c] == unknown {
				kept[i].v[c] = got.rows[i].v[c]
			}
			// Muktihari's expansion of speed to enhanced speed goes through a
			// float and truncates: 4.087 m/s becomes 4086 mm/s.
			if c == colSpeed && got.rows[i].v[c] == kept[i].v[c]+truncated {
				kept[i].v[c] += truncated
			}
		}
		if got.rows[i] != kept[i] {
			t.Fatalf("record %d:\n got %v\nwant %v", i, got.rows[i], kept[i])
		}
	}
	if len(got.sessions) != len(want.sessions) {
		t.Fatalf("%d sessions, want %d", len(got.sessions), len(want.sessions))
	}
	for i, w := range want.sessions {
		g := got.sessions[i]
		if g.start != w.start || g.Seconds != w.Seconds || g.Elapsed != w.Elapsed || g.Meters != w.Meters || g.AvgHR != w.AvgHR ||
			g.MaxHR != w.MaxHR || g.Ascent != w.Ascent || g.HasAscent != w.HasAscent {
			t.Errorf("session %d:\n got %+v\nwant %+v", i, g, w)
		}
	}
	if len(got.laps) != len(want.laps) {
		t.Fatalf("%d laps, want %d", len(got.laps), len(want.laps))
	}
	for i := range want.laps {
		if got.laps[i] != want.laps[i] {
			t.Errorf("lap %d:\n got %+v\nwant %+v", i, got.laps[i], want.laps[i])
		}
	}
}

// unknown marks a column that the other library does not decode.
const unknown = missing - 1

func fromTormoder(a *fit.ActivityFile) (g gathered) {
	for _, m := range a.Records {
		w := row{at: fitTime(m.Timestamp)}
		w.v = [columns]uint32{colHR: heart(m.HeartRate), colSpeed: either(m.EnhancedSpeed, m.Speed), colDistance: m.Distance,
			colAltitude: either(m.EnhancedAltitude, m.Altitude), colCadence: wide8(m.Cadence), colPower: wide16(m.Power),
			colStanceTime: wide16(m.StanceTime), colOscillation: wide16(m.VerticalOscillation),
			colBalance: unknown, colVertRatio: unknown, colStepLength: unknown}
		if packed := m.CompressedSpeedDistance; len(packed) == 3 && string(packed) != "\xFF\xFF\xFF" {
			// It scales the packed speed by 100 and leaves it in a field of scale
			// 1000, and loses the high bits of the packed distance.
			w.v[colSpeed], w.v[colDistance] = uint32(m.Speed)*10, unknown
		}
		g.rows = append(g.rows, w)
	}
	for _, m := range a.Sessions {
		g.sessions = append(g.sessions, sessionOf(fitTime(m.StartTime), m.TotalElapsedTime, m.TotalTimerTime, m.TotalDistance, m.AvgHeartRate, m.MaxHeartRate, m.TotalAscent))
	}
	for _, m := range a.Laps {
		g.laps = append(g.laps, lapOf(m.TotalTimerTime, m.TotalDistance, m.AvgHeartRate, uint8(m.Intensity)))
	}
	return g
}

func fromMuktihari(a *filedef.Activity) (g gathered) {
	for _, m := range a.Records {
		w := row{at: fitTime(m.Timestamp)}
		w.v = [columns]uint32{colHR: heart(m.HeartRate), colSpeed: either(m.EnhancedSpeed, m.Speed), colDistance: m.Distance,
			colAltitude: either(m.EnhancedAltitude, m.Altitude), colCadence: wide8(m.Cadence), colPower: wide16(m.Power),
			colStanceTime: wide16(m.StanceTime), colOscillation: wide16(m.VerticalOscillation),
			colBalance: wide16(m.StanceTimeBalance), colVertRatio: wide16(m.VerticalRatio), colStepLength: wide16(m.StepLength)}
		g.rows = append(g.rows, w)
	}
	for _, m := range a.Sessions {
		g.sessions = append(g.sessions, sessionOf(fitTime(m.StartTime), m.TotalElapsedTime, m.TotalTimerTime, m.TotalDistance, m.AvgHeartRate, m.MaxHeartRate, m.TotalAscent))
	}
	for _, m := range a.Laps {
		g.laps = append(g.laps, lapOf(m.TotalTimerTime, m.TotalDistance, m.AvgHeartRate, uint8(m.Intensity)))
	}
	return g
}

func sessionOf(start, elapsed, timer, distance uint32, avg, top uint8, ascent uint16) (s session) {
	s.start = start
	if !plausible(start) {
		s.start = 0
	}
	s.Elapsed, s.Seconds, s.Meters = known(elapsed)/1000, known(timer)/1000, known(distance)/100
	s.AvgHR, s.MaxHR = uint8(min(avg, avg+1)), uint8(min(top, top+1)) // 255 + 1 is 0
	if s.HasAscent = ascent != math.MaxUint16; s.HasAscent {
		s.Ascent = float32(ascent)
	}
	return s
}

func lapOf(timer, distance uint32, avg, intensity uint8) diary.Lap {
	l := diary.Lap{Seconds: known(timer) / 1000, Meters: known(distance) / 100, AvgHR: min(avg, avg+1)}
	names := []string{diary.LapActive, diary.LapRest, diary.LapWarmup, diary.LapCooldown, diary.LapRecovery, diary.LapInterval}
	if int(intensity) < len(names) {
		l.Intensity = names[intensity]
	}
	return l
}

func known(v uint32) float32 {
	if v == missing {
		return 0
	}
	return float32(v)
}

func wide8(v uint8) uint32 {
	if v == math.MaxUint8 {
		return missing
	}
	return uint32(v)
}

func wide16(v uint16) uint32 {
	if v == math.MaxUint16 {
		return missing
	}
	return uint32(v)
}

func heart(v uint8) uint32 {
	if v == 0 {
		return missing
	}
	return wide8(v)
}

func either(enhanced uint32, plain uint16) uint32 {
	if enhanced != missing {
		return enhanced
	}
	return wide16(plain)
}

func fitTime(t time.Time) uint32 {
	if s := t.Unix() - fitEpoch; s > 0 && s < missing {
		return uint32(s)
	}
	return 0
}

// redate moves a little-endian file whose watch counted from its own start to a
// possible date, by a multiple of the 32 s that compressed timestamps wrap at.
func redate(data []byte) []byte {
	data = bytes.Clone(data)
	const shift = 0x20000000
	var layouts [16]layout
	at := 0
	_, err := decoder.NewRaw().Decode(bytes.NewReader(data), func(flag decoder.RawFlag, b []byte) error {
		switch flag {
		case decoder.RawFlagMesgDef:
			layouts[b[0]&0x0F].define(b)
		case decoder.RawFlagMesgData:
			local := b[0] & 0x0F
			if b[0]&0x80 != 0 {
				local = b[0] >> 5 & 3
			}
			l := &layouts[local]
			for _, f := range l.fields {
				time := f.num == fieldTimestamp || f.num == 2 && (l.num == mesgnum.Session || l.num == mesgnum.Lap)
				p := data[at+f.off:]
				if v := binary.LittleEndian.Uint32(p[:4]); time && f.size == 4 && v < systemTime {
					binary.LittleEndian.PutUint32(p, v+shift)
				}
			}
		}
		at += len(b)
		return nil
	})
	if err != nil {
		panic(err)
	}
	binary.LittleEndian.PutUint16(data[len(data)-2:], dyncrc16.Checksum(data[:len(data)-2]))
	return data
}
