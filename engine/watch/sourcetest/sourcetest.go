// Package sourcetest is what the tests of every reader of exports share: reading a
// text as engine/watch does, the ways in which files arrive spoilt, and what must be
// true of whatever is read.
package sourcetest

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf16"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
)

// Read reads a file by the first of formats that knows it. known is false where none
// does.
func Read(formats []source.Format, path string, content []byte) (list []diary.File, known bool, err error) {
	h := source.HeadOf(path, content[:min(len(content), source.HeadSize)])
	for _, f := range formats {
		if !f.Is(h) {
			continue
		}
		if f.Read == nil {
			return []diary.File{{Kind: "other", Via: f.Via}}, true, nil
		}
		list, err = f.Read(&source.File{Head: h, Size: int64(len(content)), Open: func() (io.Reader, error) {
			return iotest.HalfReader(bytes.NewReader(content)), nil
		}})
		return list, true, err
	}
	return nil, false, nil
}

// Want reads a file and compares what it holds with want, written as [Show] does.
func Want(t *testing.T, formats []source.Format, path, content, want string) {
	t.Helper()
	list, known, err := Read(formats, path, []byte(content))
	got := Show(list)
	switch {
	case !known:
		got = "unknown"
	case err != nil:
		got = "error " + err.(*source.Error).Code
	}
	if want = clean(want); clean(got) != want {
		t.Errorf("%s: got\n%s\nwant\n%s", path, clean(got), want)
	}
	for i := range list {
		Check(t, &list[i], len(content))
	}
}

// clean is lines without the blanks around them.
func clean(s string) string {
	var out []string
	for _, line := range strings.Split(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

// Show writes what files hold, a line each thing: "other" for one of no use.
func Show(list []diary.File) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	at := func(unix int64) string {
		return diary.Date(0).Time().Add(time.Duration(unix) * time.Second).Format("2006-01-02T15:04:05")
	}
	day := func(d diary.Date) string {
		if d == 0 {
			return ""
		}
		return " day " + d.String()
	}
	for _, f := range list {
		if f.Kind == "other" {
			line("other")
			continue
		}
		line("file %s%s", strings.TrimSpace(fmt.Sprintf("%s %s", f.Device.Maker, f.Device.Model)), map[bool]string{true: " owned"}[f.Owner != 0])
		for _, c := range f.Clocks {
			line("clock %s %+d", at(c.At), c.Offset/60)
		}
		for _, n := range f.Nights {
			s := fmt.Sprintf("night %s %s", at(n.Start), at(n.End))
			if n.Staged {
				s += fmt.Sprintf(" light %.4g deep %.4g rem %.4g wake %.4g", n.Light, n.Deep, n.REM, n.Wake)
			}
			if n.Total > 0 {
				s += fmt.Sprintf(" total %.4g", n.Total)
			}
			line("%s%s%s", s, day(n.Day), map[bool]string{true: " nap"}[n.Nap])
		}
		for _, v := range f.Slept {
			line("slept %.4g at %s%s", v.Value, at(v.At), day(v.Day))
		}
		for _, v := range f.Resting {
			line("resting %.4g at %s%s", v.Value, at(v.At), day(v.Day))
		}
		for _, v := range f.HRV {
			line("hrv %s %.5g at %s%s", v.Metric, v.Value, at(v.At), day(v.Day))
		}
		for _, a := range f.Activities {
			s := strings.TrimSpace(fmt.Sprintf("%s %s", a.Sport, a.Sub))
			s += fmt.Sprintf(" at %s %.6gs of %.6gs %.6gm", at(a.Start), a.Seconds, a.Elapsed, a.Meters)
			if a.HasAscent {
				s += fmt.Sprintf(" up %.4g", a.Ascent)
			}
			if a.AvgHR > 0 || a.MaxHR > 0 {
				s += fmt.Sprintf(" hr %d max %d", a.AvgHR, a.MaxHR)
			}
			if n := a.Track.Len(); n > 0 {
				s += fmt.Sprintf(" track %d", n)
			}
			line("%s", s)
		}
		for _, l := range f.Labels {
			line("label %s %s", l.Sport, l.Sub)
		}
		if f.Partial != "" {
			line("partial")
		}
	}
	return b.String()
}

// Check holds what must be true of anything that is read from so many bytes.
func Check(t *testing.T, f *diary.File, size int) {
	t.Helper()
	most := size/8 + 1
	if n := len(f.Clocks) + len(f.Resting) + len(f.HRV) + len(f.Nights) + len(f.Slept) + len(f.Activities) + len(f.Labels) + len(f.Daily); n > most {
		t.Errorf("%d records from %d bytes", n, size)
	}
	if strings.ContainsAny(f.Partial, "\r\n") {
		t.Errorf("partial %q is more than a line", f.Partial)
	}
	bad := func(v float32) bool { return !(v > 0) || math.IsInf(float64(v), 0) }
	then := func(unix int64) bool { return unix > 600000000 && unix < 7300000000 }
	for _, c := range f.Clocks {
		if c != (diary.Clock{}) && !then(c.At) || c.Offset > 14*3600 || c.Offset < -14*3600 {
			t.Errorf("%+v", c)
		}
	}
	for _, list := range [][]diary.Stamped{f.Resting, f.Slept} {
		for _, v := range list {
			if bad(v.Value) || !then(v.At) {
				t.Errorf("%+v", v)
			}
		}
	}
	for _, v := range f.HRV {
		if bad(v.Value) || !then(v.At) || v.Metric == "" {
			t.Errorf("%+v", v)
		}
	}
	back := 0.0 // minutes that a clock may have gone back between two times of no zone
	if len(f.Clocks) == 1 && f.Clocks[0] == (diary.Clock{}) {
		back = 60
	}
	for _, n := range f.Nights {
		if n.End <= n.Start || n.End-n.Start > 2*86400 || !then(n.Start) || n.Asleep()+float64(n.Wake) > float64(n.End-n.Start)/60+back+2 {
			t.Errorf("%+v", n)
		}
		for _, v := range []float32{n.Light, n.Deep, n.REM, n.Wake, n.Total} {
			if v != 0 && bad(v) {
				t.Errorf("%+v", n)
			}
		}
	}
	steps := 0
	for i := range f.Activities {
		a := &f.Activities[i]
		for _, v := range []float32{a.Seconds, a.Elapsed, a.Meters, a.Ascent} {
			if v != 0 && bad(v) {
				t.Errorf("%+v", a)
			}
		}
		if !then(a.Start) || a.Sport == "" && a.Key == 0 {
			t.Errorf("%+v", a)
		}
		n := a.Track.Len()
		steps += n
		for _, c := range []int{len(a.Track.HR), len(a.Track.Speed), len(a.Track.Altitude), len(a.Track.Cadence), len(a.Track.Power)} {
			if c != 0 && c != n {
				t.Errorf("columns of %d and %d steps", c, n)
			}
		}
	}
	if steps > 30*86400/diary.TrackStep {
		t.Errorf("%d steps from %d bytes", steps, size)
	}
}

// Spoilt is a text in the ways in which files arrive that mean the same.
func Spoilt(text string) map[string]string {
	wide := func(big bool) string {
		var b strings.Builder
		for _, u := range utf16.Encode([]rune("\uFEFF" + text)) {
			if big {
				u = u<<8 | u>>8
			}
			b.Write([]byte{byte(u), byte(u >> 8)})
		}
		return b.String()
	}
	return map[string]string{
		"with a mark":   "\uFEFF" + text,
		"behind blanks": " \r\n\t " + text + "\r\n\r\n",
		"CRLF":          strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n"),
		"UTF-16":        wide(false),
		"UTF-16 big":    wide(true),
	}
}

// Survive reads a text spoilt in every way: what means the same must read the same, and
// of a text cut off anywhere no more may come than of the whole, and nothing untrue. (A
// table that ends within a cell may give that cell.)
func Survive(t *testing.T, formats []source.Format, path, text string) {
	t.Helper()
	whole, _, err := Read(formats, path, []byte(text))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	want := Show(whole)
	for how, spoilt := range Spoilt(text) {
		if list, _, err := Read(formats, path, []byte(spoilt)); err != nil || Show(list) != want {
			t.Errorf("%s %s: %v\n%s", path, how, err, Show(list))
		}
	}
	for n := range len(text) {
		list, _, _ := Read(formats, path, []byte(text[:n]))
		for i := range list {
			Check(t, &list[i], len(text))
		}
		if n > 0 && text[n-1] != '\n' && !source.HeadOf(path, []byte(text)).JSON() { // half a cell looks whole
			continue
		}
		for _, line := range strings.Split(Show(list), "\n") {
			if line != "partial" && line != "other" && !strings.HasPrefix(line, "clock ") && !strings.Contains(want, line) {
				t.Errorf("%s cut at %d: %s", path, n, line)
				return
			}
		}
	}
}

// Fuzz holds of any bytes what Check does, beginning with these files.
func Fuzz(f *testing.F, formats []source.Format, files map[string]string) {
	for path, text := range files {
		f.Add(path, []byte(text))
		f.Add(path, []byte(text[:len(text)*2/3]))
	}
	f.Fuzz(func(t *testing.T, path string, b []byte) {
		list, known, err := Read(formats, path, b)
		if e, ok := err.(*source.Error); err != nil && (!ok || e.Code == "" || e.What == "" || e.Hint == "") {
			t.Errorf("%v is no clear line", err)
		}
		if len(list) > 0 && (err != nil || !known) {
			t.Errorf("%d files and %v", len(list), err)
		}
		for i := range list {
			Check(t, &list[i], len(b))
		}
	})
}
