package backend

import (
	"encoding/json"
	"errors"
	"slices"
	"time"

	"rebound/app/intake"
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/diary"
)

// mostTogether is how many batches are committed at once at most.
const mostTogether = 8

// sendEvery is how often at most the page hears of a scan.
const sendEvery = 100 * time.Millisecond

// importer takes one drop into a book. Readers look into every file, then read
// those of the newest days and then the rest; each batch that they bring is
// committed at once. A file is counted and listed only once its batch is durable.
type importer struct {
	book    *book
	start   func() (Reader, error)
	readers int
	cancel  *cancel
	words   words.Options
	tell    func(outcome)     // what is durable by now
	verdict func()            // the newest days are in
	only    []intake.Listed   // what of the files to read, where it was found before; nil for all
	ask     func(unexplained) // has the runner asked about a table

	files  []intake.File
	epoch  []byte // of the book when it began
	queue  queue
	result outcome
	weight int64            // of all files
	done   int64            // of those read
	inside map[string]int64 // how far readers are in the long files that are not, by path
	began  time.Time
	sent   time.Time
}

// run imports files. On an error, from the store or where no reader can be had,
// what was reported is in, and nothing else.
func (im *importer) run(files []intake.File) error {
	over := newCancel(im.cancel) // of the readers, whatever they are at
	defer over.end()
	im.files, im.epoch = files, im.book.since()
	head, err := json.Marshal(intake.OpenArg{Tables: json.RawMessage(im.book.settings().Tables)})
	if err != nil {
		return err
	}
	p := &pool{start: im.start, cancel: over, open: intake.Call{Op: intake.Open, Head: head, Files: files, Parts: [][]byte{im.book.hashes()}}}
	defer p.end()
	var reader Reader
	if im.only != nil {
		im.queue.found = im.only
		im.found()
	} else {
		reader, err = p.scan(&im.queue, func() {
			im.found()
			if len(im.queue.found) > orderFiles { // more than one reader can read at once
				p.prepare(im.readers - 1)
			}
		}, im.looking)
	}
	if reader != nil {
		defer reader.Stop() // whatever comes; the pool may have stopped it already
	}
	if im.cancel.ended() || err != nil {
		return im.ended(err)
	}
	if err := im.refuse(); err != nil {
		return err
	}
	im.weight, im.began, im.inside = im.queue.weight(), time.Now(), map[string]int64{}
	orders := im.queue.orders()
	newest, rest, early := 0, 0, false
	for _, o := range orders {
		if o.first {
			newest += len(o.files)
		} else {
			rest += len(o.files)
		}
	}
	for some := range together(p.read(orders, im.readers, reader)) {
		if err := some[0].err; err != nil || im.cancel.ended() { // which comes last, and alone
			return im.ended(err)
		}
		if l := some[0].long; l != nil {
			im.within(l)
			continue
		}
		if err := im.commit(some); err != nil {
			return err
		}
		for _, r := range some {
			if r.first {
				newest -= len(r.files)
			}
		}
		if some[0].first && newest == 0 && rest > orderFiles { // one more batch is there before a verdict would be
			im.verdict()
		} else if p := &im.result.progress; !early && slices.ContainsFunc(some, result.isLong) && p.Total-p.Done > orderFiles {
			early = true // of an export whose files say no day, the long one has the nights
			im.verdict()
		}
	}
	return nil
}

var errEmptied = &wire.Problem{Code: "emptied", Text: "Another tab erased the diary, or put a backup in its place, while files were being added.", Hint: "If you want them here, add them again."}

// together gives results as they come, and those that have come meanwhile in one,
// for a commit costs the same for all of them: but never what is of the newest days
// with what is not.
func together(results <-chan result) func(yield func([]result) bool) {
	return func(yield func([]result) bool) {
		var some []result
		for r := range results {
			if len(some) > 0 && (r.alone() || some[0].first != r.first) {
				if !yield(some) {
					return
				}
				some = nil
			}
			if some = append(some, r); !r.alone() && len(results) > 0 && len(some) < mostTogether {
				continue
			}
			if !yield(some) {
				return
			}
			some = nil
		}
		if len(some) > 0 {
			yield(some)
		}
	}
}

// isLong reports whether a long file is among what was read.
func (r result) isLong() bool {
	return slices.ContainsFunc(r.files, func(f intake.Listed) bool { return f.Weight >= longFile })
}

// alone reports whether a result is no batch that others can be committed with.
func (r *result) alone() bool { return r.err != nil || r.long != nil }

// ended is the error that an import ends with, which is none when the runner
// ended it.
func (im *importer) ended(err error) error {
	if im.cancel.ended() {
		return nil
	}
	return err
}

// found takes what a scan found so far.
func (im *importer) found() {
	im.result.progress.Total, im.result.progress.Other = len(im.queue.found)+len(im.queue.refused), im.queue.other
	if time.Since(im.sent) >= sendEvery {
		im.sent = time.Now()
		im.tell(im.result)
	}
}

// looking tells how far a reader is in a long file that it looks into.
func (im *importer) looking(l *long) {
	p := &im.result.progress
	p.Now, p.Passed, p.Size, p.Share = l.path, l.passed, l.size, 0
	im.sent = time.Now()
	im.tell(im.result)
	p.Passed, p.Size = 0, 0
}

// refuse commits the lines of what cannot be read.
func (im *importer) refuse() error {
	b := batchOf(nil)
	for _, r := range im.queue.refused {
		b.lines = append(b.lines, words.Rejected(r.path, r.problem))
	}
	next := im.result.clone()
	for _, line := range b.lines {
		next.add(line, 0)
	}
	if len(b.lines) == 0 {
		return im.add(next)
	}
	return im.add(next, b)
}

// commit makes what readers brought durable, and tells of it.
func (im *importer) commit(some []result) error {
	next := im.result.clone()
	var batches []batch
	var tables []unexplained
	now := map[[16]byte]bool{}
	for _, r := range some {
		b, files, err := im.fresh(r, now, &next)
		if err != nil {
			return err
		}
		offset := diary.Offset(files, im.book.zone)
		clock := func(f *diary.File) func(unix int64) int {
			return func(unix int64) int { return offset(f, unix) }
		}
		for some := range sameName(files) { // of one file that the runner gave
			var line wire.FileLine
			if f := &some[0]; f.By() != "" {
				line = next.export(some, clock)
			} else {
				line = words.FileLine(f, clock(f), im.words)
				next.add(line, dayOf(f, clock(f)))
			}
			if line.Result == "partial" {
				b.lines = append(b.lines, line)
			}
		}
		for _, i := range r.Known {
			next.add(words.Duplicate(r.files[i].Path), 0)
		}
		for i := range r.Refused {
			f := r.files[r.Refused[i].Ticket]
			line := words.Rejected(f.Path, &r.Refused[i].Problem)
			if t := r.Refused[i].Table; t != nil {
				line.Key = t.Key
				next.progress.Asked++
				tables = append(tables, unexplained{Table: *t, file: f, files: im.files})
			}
			b.lines = append(b.lines, line)
			next.add(line, 0)
		}
		im.done += r.weight
		for _, f := range r.files {
			delete(im.inside, f.Path)
		}
		next.progress.Now = r.files[len(r.files)-1].Path
		if len(files) > 0 || len(b.lines) > 0 {
			batches = append(batches, b)
		}
	}
	next.progress.Left, next.progress.Share = im.left(), im.share()
	if len(im.inside) == 0 {
		next.progress.Passed, next.progress.Size = 0, 0
	}
	for _, t := range tables {
		im.ask(t)
	}
	return im.add(next, batches...)
}

// sameName gives files in runs of one name.
func sameName(files []diary.File) func(yield func([]diary.File) bool) {
	return func(yield func([]diary.File) bool) {
		for len(files) > 0 {
			n := 1
			for n < len(files) && files[n].Name == files[0].Name {
				n++
			}
			if !yield(files[:n]) {
				return
			}
			files = files[n:]
		}
	}
}

// fresh is what a reader read, and its files by name without their series. Two
// readers may have read the same bytes under two names: the later of the two is a
// duplicate, and the batch is packed anew without it. now has what is committed
// together with it.
func (im *importer) fresh(r result, now map[[16]byte]bool, next *outcome) (b batch, files []diary.File, err error) {
	b = batch{packed: r.row, light: r.light}
	if len(r.Read) == 0 {
		return batchOf(nil), nil, nil
	}
	light, err := diary.UnpackLight(r.light)
	if err != nil || light.Len() != len(r.Read) {
		return b, nil, errReading
	}
	again := map[[16]byte]bool{}
	for f := range light.All() {
		name := r.files[r.Read[len(files)+len(again)]].Path
		if now[f.Hash] || im.book.knows(f.Hash) {
			again[f.Hash] = true
			next.add(words.Duplicate(name), 0)
			continue
		}
		now[f.Hash] = true
		files = append(files, *f)
		files[len(files)-1].Name = name
	}
	if len(again) == 0 {
		return b, files, nil
	}
	whole, err := diary.Unpack(r.row)
	if err != nil {
		return b, nil, err
	}
	return batchOf(slices.DeleteFunc(whole, func(f diary.File) bool { return again[f.Hash] })), files, nil
}

// add commits batches, if there are any; what has come of the import by then is
// next.
func (im *importer) add(next outcome, batches ...batch) error {
	if len(batches) > 0 {
		if err := im.book.gather(im.epoch, batches...); errors.Is(err, ErrStale) {
			im.result = outcome{} // of what was added nothing is left
			if err := im.book.load(); err != nil {
				return err
			}
			return errEmptied
		} else if err != nil {
			return err
		}
	}
	im.result, im.sent = next, time.Now()
	im.tell(next)
	return nil
}

// within tells how far a reader is in a long file. Of several that are read at once
// the page sees each in turn.
func (im *importer) within(l *long) {
	im.inside[l.path] = l.passed
	p := &im.result.progress
	p.Now, p.Passed, p.Size = l.path, l.passed, l.size
	p.Share, p.Left = im.share(), im.left()
	im.sent = time.Now()
	im.tell(im.result)
}

// passed is how much has been read, with what readers have of the files that they
// are in.
func (im *importer) passed() int64 {
	all := im.done
	for _, n := range im.inside {
		all += n
	}
	return all
}

// share is how much of all that is to be read has been.
func (im *importer) share() float64 {
	if im.weight == 0 {
		return 0
	}
	return min(1, float64(im.passed())/float64(im.weight))
}

// left is how many seconds the rest will take at the speed so far; 0 while that
// speed is not known.
func (im *importer) left() float64 {
	spent, done := time.Since(im.began).Seconds(), im.passed()
	if done == 0 || spent < 0.5 {
		return 0
	}
	return spent * float64(max(0, im.weight-done)) / float64(done)
}
