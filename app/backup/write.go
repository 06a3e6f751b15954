package backup

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/hex"
	"encoding/json"
	"io"
	"slices"
	"time"

	"rebound/engine/diary"
	"rebound/engine/entry"
)

// item is a file of the diary on its way into a part, packed by itself.
type item struct {
	part   string
	at     int64
	hash   [16]byte
	packed []byte
}

// Write writes a backup of the files in rows, as diary.Pack packed them. A row that is
// damaged stays out of it, and is named by its place. Its error is that of w.
func Write(w io.Writer, h Head, rows [][]byte, working func()) (without []int, err error) {
	m := manifest{Rebound: Version, App: h.App, Made: h.Made.UTC().Truncate(time.Second)}
	var items []item
	seen := map[[16]byte]bool{}
	for i, row := range rows {
		working()
		files, err := diary.Unpack(row)
		if err != nil {
			without = append(without, i)
			continue
		}
		for i := range files {
			if f := &files[i]; !seen[f.Hash] {
				seen[f.Hash] = true
				items = append(items, m.item(f))
			}
		}
	}
	diary.SortBy(items, func(a, b item) int {
		return cmp.Or(cmp.Compare(a.part, b.part), cmp.Compare(a.at, b.at), bytes.Compare(a.hash[:], b.hash[:]))
	})
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, level) })
	add := func(name string, text []byte) error {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: m.Made})
		if err == nil {
			_, err = f.Write(text)
		}
		return err
	}
	write := func(name string, files int, text []byte) error {
		m.Parts = append(m.Parts, part{Name: name, Files: files, Bytes: len(text), CRC: sum(text)})
		return add(name, text)
	}
	if err := write(settingsName, 0, h.Settings); err != nil {
		return nil, err
	}
	var text []byte
	for len(items) > 0 {
		working()
		name := items[0].part
		n := slices.IndexFunc(items, func(i item) bool { return i.part != name })
		if n < 0 {
			n = len(items)
		}
		if text, err = partOf(text[:0], items[:n]); err != nil {
			return nil, err
		}
		if err := write(name, n, text); err != nil {
			return nil, err
		}
		items = items[n:]
	}
	about, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, err
	}
	if err := add(manifestName, append(about, '\n')); err != nil {
		return nil, err
	}
	return without, z.Close()
}

// level of compression: a browser has no time for more.
const level = 3

// partOf is the JSON of a part, a line for each file.
func partOf(text []byte, items []item) ([]byte, error) {
	text = append(text, `{"files":[`...)
	for i := range items {
		if i > 0 {
			text = append(text, ',')
		}
		files, err := diary.Unpack(items[i].packed)
		if err != nil {
			return nil, err
		}
		text = appendFile(append(text, '\n'), &files[0])
	}
	return append(text, "\n]}\n"...), nil
}

// item counts a file, and puts it where it belongs.
func (m *manifest) item(f *diary.File) item {
	m.Files++
	m.Nights += len(f.Nights)
	m.Runs += len(f.Activities)
	if f.Kind == entry.Kind {
		m.Entries++
	}
	it := item{hash: f.Hash, packed: diary.Pack([]diary.File{*f})}
	first, last := span(f)
	it.at = first
	if first != 0 {
		from, to := diary.DateAt(first, 0), diary.DateAt(last, 0)
		if m.First == 0 || from < m.First {
			m.First = from
		}
		m.Last = max(m.Last, to)
	}
	month := time.Unix(first, 0).UTC().Format("2006-01")
	switch {
	case len(f.Plans) > 0 && f.Kind == entry.Kind:
		it.part = plansName
	case f.Kind == entry.Kind:
		it.part = journalName
	case last-first > 31*86400:
		it.part = "exports/" + month + "-" + hex.EncodeToString(f.Hash[:4]) + ".json"
	case len(f.Activities) > 0:
		it.part = "runs/" + month + ".json"
	default:
		it.part = "measured/" + month + ".json"
	}
	return it
}

// span is the first and the last moment that a file speaks of; 0 for none.
func span(f *diary.File) (first, last int64) {
	see := func(at int64) {
		if at == 0 {
			return
		}
		if first == 0 || at < first {
			first = at
		}
		last = max(last, at)
	}
	for i := range f.Resting {
		see(f.Resting[i].At)
	}
	for i := range f.HRV {
		see(f.HRV[i].At)
	}
	for i := range f.Nights {
		see(f.Nights[i].End)
	}
	for i := range f.Slept {
		see(int64(f.Slept[i].Day) * 86400)
	}
	for i := range f.Activities {
		see(f.Activities[i].Start)
	}
	for i := range f.Daily {
		see(f.Daily[i].At)
	}
	for i := range f.Persons {
		see(f.Persons[i].At)
	}
	f.Stamps(func(s *diary.Stamp) { see(int64(s.Date) * 86400) })
	if first == 0 {
		for i := range f.Clocks {
			see(f.Clocks[i].At)
		}
	}
	return first, last
}
