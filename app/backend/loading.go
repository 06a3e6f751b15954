package backend

import (
	"errors"
	"slices"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/load"
)

// loading reads the rows of a store that is opened.
type loading struct {
	store     Store
	into      contents
	dismissed int64   // the row up to which lines are not wanted
	small     []int64 // rows that might be merged
	made      map[int64][]byte
}

// someRows is how many rows are read whole at once: they are large.
const someRows = 16

// rows takes every row in order of key. Those without a brief that can be used are
// read whole, and their briefs are kept for the next start.
func (l *loading) rows(rows []Row) error {
	type known struct {
		brief brief
		light *diary.Light
	}
	briefs := make([]known, len(rows))
	var lacking []int64
	for i, r := range rows {
		ok := false
		if briefs[i].brief, briefs[i].light, ok = readBrief(r.Brief); !ok {
			lacking = append(lacking, r.Key)
		}
		rows[i].Brief = nil
	}
	l.made = map[int64][]byte{}
	fresh := map[int64]known{}
	for keys := range slices.Chunk(lacking, someRows) {
		whole, err := l.store.Rows(keys)
		if err != nil {
			return err
		}
		for i, key := range keys {
			if whole[i] == nil { // another tab has merged it: nothing is damaged
				return ErrStale
			}
			b, light, err := l.read(key, whole[i])
			if err != nil {
				return err
			}
			fresh[key] = known{b, light}
		}
	}
	for i, r := range rows {
		k := briefs[i]
		if f, ok := fresh[r.Key]; ok {
			k = f
		}
		if r.Key <= l.dismissed {
			k.brief.lines = nil
		}
		l.into.take(r.Key, k.brief, k.light)
		l.into.fresh = append(l.into.fresh, k.light)
		if k.brief.size < smallRow && !slices.Contains(k.brief.lines, damagedRow) {
			l.small = append(l.small, r.Key)
		}
	}
	if len(l.made) == 0 {
		return nil
	}
	// A cache that cannot be kept costs the next start some time.
	if _, err := l.store.Commit(Change{Briefs: l.made}); err != nil {
		println("keeping briefs:", err.Error())
	}
	return nil
}

// read makes the brief of a row. A row that cannot be read is left out, with a line
// that says so.
func (l *loading) read(key int64, row []byte) (brief, *diary.Light, error) {
	files, lines, err := readBatch(row)
	if errors.Is(err, diary.ErrPackVersion) {
		return brief{}, nil, ErrNewer
	}
	if err != nil {
		files, lines = nil, []wire.FileLine{damagedRow}
		l.into.damaged = append(l.into.damaged, key)
	}
	load.SummariseAll(files)
	b := brief{size: len(row), light: diary.PackLight(files), lines: lines}
	if err == nil {
		l.made[key] = b.bytes()
	}
	light, err := diary.UnpackLight(b.light)
	return b, light, err
}

var damagedRow = wire.FileLine{
	Path: "saved diary", Kind: "other", Result: "rejected",
	Text: "A part of the saved diary is damaged and was left out.",
	Hint: "Add the same files again, or restore a backup.",
}

// merge puts small rows together, for opening costs by the row.
type merge struct {
	dismissed int64
	keys      []int64
	seen      map[[16]byte]bool
	rows      []gathered
	size      int
}

type gathered struct {
	files []diary.File
	lines []wire.FileLine
}

// mergeRows is the change that merges rows of a store; what cannot be read stays as
// it is.
func mergeRows(s Store, keys []int64, dismissed int64) (Change, error) {
	m := merge{dismissed: dismissed, seen: map[[16]byte]bool{}}
	rows, err := s.Rows(keys)
	if err != nil {
		return Change{}, err
	}
	for i, row := range rows {
		if files, lines, err := readBatch(row); err == nil {
			m.add(keys[i], len(row), files, lines)
		}
	}
	c := Change{Drop: m.keys}
	for _, g := range m.rows {
		c.Add = append(c.Add, batchOf(g.files, g.lines...).newRow())
	}
	return c, nil
}

func (m *merge) add(key int64, size int, files []diary.File, lines []wire.FileLine) {
	m.keys = append(m.keys, key)
	if m.size += size; len(m.rows) == 0 || m.size > largeRow {
		m.rows, m.size = append(m.rows, gathered{}), size
	}
	into := &m.rows[len(m.rows)-1]
	for _, f := range files {
		if !m.seen[f.Hash] {
			m.seen[f.Hash] = true
			into.files = append(into.files, f)
		}
	}
	if key > m.dismissed {
		into.lines = append(into.lines, lines...)
	}
}
