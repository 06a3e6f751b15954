package apple

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/xmlin"
)

// sources are the devices and apps that records come from, by the name that they bear
// there. "Alex’s Apple Watch", with either apostrophe and any space, is one.
type sources struct {
	list  []from
	known map[string]int
	last  int
	raw   []byte // the name of the last, as it stands
	bytes int    // of all columns
}

// from is one source.
type from struct {
	name   string
	watch  bool   // it is an Apple Watch
	models []seen // its hardware through time, in order once settled
	day    int64  // the last of whose heart rates the hardware was looked at
	other  int64  // the same of other records
	pulses column // bpm
	speeds column // of running, and of its ways: see pack
	ways   column
}

// seen is a hardware at a moment.
type seen struct {
	at    int64
	model string
}

const mostSources = 1000

// index is the place of the source of this name, as it stands in the file.
func (s *sources) index(raw []byte) int {
	if len(s.list) > 0 && bytes.Equal(raw, s.raw) {
		return s.last
	}
	i, ok := s.known[string(raw)]
	if !ok {
		name := plain(string(xmlin.Decode(raw)))
		if i = slices.IndexFunc(s.list, func(f from) bool { return f.name == name }); i < 0 {
			i = min(len(s.list), mostSources-1)
			if len(s.list) < mostSources {
				s.list = append(s.list, from{name: name, watch: strings.Contains(strings.ToLower(name), "watch")})
			}
		}
		if len(s.known) < mostSources {
			s.known[string(raw)] = i
		}
	}
	s.last, s.raw = i, append(s.raw[:0], raw...)
	return i
}

// plain is a name with plain apostrophes and spaces, of a bounded length.
func plain(name string) string {
	name = strings.Join(strings.Fields(strings.NewReplacer("’", "'", "\u00a0", " ", "\u202f", " ").Replace(name)), " ")
	if len(name) > 60 {
		name = strings.ToValidUTF8(name[:60], "")
	}
	return name
}

// unseen reports whether the source's hardware was not looked at on that day.
func (s *sources) unseen(i int, at int64) bool { return s.list[i].day != at/86400 }

// measured notes by which hardware a source measured, once a day. What measures a heart
// rate on a watch's hardware is the watch itself, by whatever name.
func (s *sources) measured(i int, at int64, device []byte, pulse bool) {
	if len(s.list) == 0 {
		return
	}
	f := &s.list[i]
	last := &f.other
	if pulse {
		last = &f.day
	}
	if *last == at/86400 {
		return
	}
	*last = at / 86400
	model := hardware(device)
	if !strings.HasPrefix(model, "Watch") {
		return
	}
	f.watch = f.watch || pulse
	if n := len(f.models); n > 0 && f.models[n-1].model == model && f.models[n-1].at/86400 == at/86400 || n > 100_000 {
		return
	}
	f.models = append(f.models, seen{at, model})
}

// hardware is the hardware of a device, of which the rest differs from record to record:
// "&lt;&lt;HKDevice: 0x28&gt;, name:Apple Watch, hardware:Watch6,2, software:9.1&gt;".
func hardware(device []byte) string {
	_, b, ok := bytes.Cut(device, []byte("hardware:"))
	if !ok || len(b) > 200 {
		return ""
	}
	text, _, _ := strings.Cut(string(xmlin.Decode(b)), ", ")
	text, _, _ = strings.Cut(text, ">")
	return text[:min(len(text), 24)]
}

// settle puts each source's hardware in order of time.
func (s *sources) settle() {
	for i := range s.list {
		diary.SortBy(s.list[i].models, func(a, b seen) int {
			return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.model, b.model))
		})
	}
}

// device is what a source measured with at a moment: a watch by the hardware seen
// nearest, an app by its own name, for what it measures is its own.
func (s *sources) device(i uint16, at int64) diary.Device {
	d := diary.Device{Maker: "apple"}
	if int(i) >= len(s.list) {
		return d
	}
	f := &s.list[i]
	switch {
	case f.watch && len(f.models) > 0:
		n, _ := slices.BinarySearchFunc(f.models, at, func(m seen, at int64) int { return cmp.Compare(m.at, at) })
		if n == len(f.models) || n > 0 && at-f.models[n-1].at <= f.models[n].at-at {
			n--
		}
		d.Model = f.models[n].model
	case f.watch:
	case strings.Contains(f.name, "iPhone"):
		d.Model = "iPhone"
	default:
		d.Model = f.name
	}
	return d
}

func (s *sources) isWatch(i uint16) bool { return int(i) < len(s.list) && s.list[i].watch }
