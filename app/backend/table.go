package backend

import (
	"encoding/json"
	"errors"
	"path"
	"slices"
	"strings"

	"rebound/app/intake"
	"rebound/app/wire"
	"rebound/app/words"
)

// unexplained is a table that waits for the runner to say what is in its columns. Its files
// are held for as long as the page lives; after that it has to be added again.
type unexplained struct {
	wire.Table
	file  intake.Listed
	files []intake.File // that were dropped with it, of which the ticket is
}

// mostAsked is how many tables wait at once; those beyond have their line.
const mostAsked = 50

// wait has the runner asked about a table, once.
func (b *Backend) wait(a unexplained) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.asks++
	a.ID = b.asks
	b.asked = slices.DeleteFunc(b.asked, func(o unexplained) bool { return o.Path == a.Path && o.Key == a.Key })
	if len(b.asked) < mostAsked {
		b.asked = append(b.asked, a)
	}
}

// tables are those that the runner is to explain.
func (b *Backend) tables() (list []wire.Table) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, a := range b.asked {
		list = append(list, a.Table)
	}
	return list
}

var errTable = &wire.Problem{Code: "no_table", Text: "This table is no longer waiting for an answer.", Hint: "Add the file again."}

func (b *Backend) waiting(id int) (unexplained, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, a := range b.asked {
		if a.ID == id {
			return a, nil
		}
	}
	return unexplained{}, errTable
}

// tryTable says what would be read of a table.
func (b *Backend) tryTable(arg wire.TableArg) (t wire.Trial, err error) {
	a, err := b.waiting(arg.ID)
	if err != nil {
		return t, err
	}
	r, err := b.host.Reader()
	if err != nil {
		return t, err
	}
	defer r.Stop()
	head, err := json.Marshal(intake.TryArg{Mapping: arg.Mapping})
	if err != nil {
		return t, err
	}
	r.Call(intake.Call{Op: intake.Open, Files: a.files})
	r.Call(intake.Call{Op: intake.Try, Head: head, Parts: [][]byte{intake.AppendTickets(nil, a.file)}})
	_, err = next(nil, r)
	if err == nil {
		var got intake.Answer
		if got, err = next(nil, r); err == nil {
			err = json.Unmarshal(got.Head, &t)
		}
	}
	if errors.Is(err, errDied) {
		err = errReading
	}
	return t, err
}

// explain keeps what the runner says of a table, and of all with its header, and reads
// them.
func (b *Backend) explain(arg wire.TableArg) (wire.FileList, error) {
	if err := b.ownOnly(); err != nil {
		return wire.FileList{}, err
	}
	a, err := b.waiting(arg.ID)
	if err != nil {
		return wire.FileList{}, err
	}
	left := !slices.ContainsFunc(arg.Mapping.Columns, func(c wire.Column) bool { return c.Means != "" })
	if !left {
		if _, err := b.tryTable(arg); err != nil {
			return wire.FileList{}, err
		}
	}
	arg.Mapping.Name = path.Base(a.Path)
	mapping, err := json.Marshal(arg.Mapping)
	if err != nil {
		return wire.FileList{}, err
	}
	p := b.own.settings()
	p.Tables = p.Tables.With(a.Key, mapping)
	if err := b.own.set(p); err != nil {
		return wire.FileList{}, err
	}
	b.mu.Lock()
	var same []unexplained
	for _, o := range b.asked {
		if o.Key == a.Key {
			same = append(same, o)
		}
	}
	b.asked = slices.DeleteFunc(b.asked, func(o unexplained) bool { return o.Key == a.Key })
	b.mu.Unlock()
	if !left {
		for _, o := range same {
			b.startImport(o.files, []intake.Listed{o.file}, func(wire.Progress, error) {})
		}
	}
	return b.fileList(), nil
}

// forgetTable forgets what was said of a table.
func (b *Backend) forgetTable(a wire.KnownArg) (wire.Settings, error) {
	k := b.shown()
	p := k.settings()
	p.Tables = p.Tables.With(a.Key, nil)
	if err := k.set(p); err != nil {
		return wire.Settings{}, err
	}
	return b.settings(), nil
}

// known are the tables that were explained, in order of name.
func known(tables map[string]json.RawMessage) (list []wire.Known) {
	var lines []string // sorted as text: a sort of Known would be 25 kB of code
	for key, text := range tables {
		var m wire.Mapping
		if json.Unmarshal(text, &m) == nil {
			lines = append(lines, words.Mapping(m)+"\x00"+key)
		}
	}
	slices.Sort(lines)
	for _, l := range lines {
		at := strings.LastIndexByte(l, 0)
		list = append(list, wire.Known{Key: l[at+1:], Text: l[:at]})
	}
	return list
}
