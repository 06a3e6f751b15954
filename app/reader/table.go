package reader

import (
	"encoding/json"

	"rebound/app/wire"
	"rebound/engine/watch"
)

// needsMapping is the code of a table that the runner is to explain.
const needsMapping = "needs_mapping"

// table is what the runner is shown of one that could not be read without them; nil for
// every other file.
func (r *Reader) table(ticket string, p *watch.Problem) *wire.Table {
	if p.Code != needsMapping {
		return nil
	}
	place, path, _ := r.place(ticket)
	shown, p := r.files.Preview(place, path)
	if p != nil {
		return nil
	}
	t := new(wire.Table)
	if !same(shown, t) {
		return nil
	}
	t.Path = path
	return t
}

// try answers what would be read of a table.
func (r *Reader) try(ticket string, m wire.Mapping) {
	place, path, ok := r.place(ticket)
	mapping, err := json.Marshal(m)
	if !ok || err != nil {
		r.fail(misheard)
		return
	}
	found, p := r.files.Try(place, path, mapping)
	if p != nil {
		problem := problem(p)
		r.fail(&problem)
		return
	}
	var t wire.Trial
	if !same(found, &t) {
		r.fail(misheard)
		return
	}
	r.answer(t)
}

// same puts what engine/watch says into the struct of the wire that has the same JSON.
func same(from, to any) bool {
	text, err := json.Marshal(from)
	return err == nil && json.Unmarshal(text, to) == nil
}
