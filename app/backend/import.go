package backend

import (
	"context"
	"slices"
	"time"

	"rebound/app/intake"
	"rebound/app/words"
	"rebound/engine/diary"
)

// tellEvery is how often at most the page hears of a scan.
const tellEvery = 100 * time.Millisecond

// importer takes one drop into a book. Readers look into every file, then read
// those of the newest days and then the rest; each batch that they bring is
// committed at once. A file is counted and listed only once its batch is durable.
type importer struct {
	book    *book
	start   func() (Reader, error)
	readers int
	ctx     context.Context
	words   words.Options
	tell    func(outcome) // what is durable by now
	verdict func()        // the newest days are in

	queue  queue
	result outcome
	weight int64 // of all files
	done   int64 // of those read
	began  time.Time
	told   time.Time
}

// run imports files. On an error, from the store or where no reader can be had,
// what was told of is in, and nothing else.
func (im *importer) run(files []intake.File) error {
	ctx, stop := context.WithCancel(im.ctx)
	defer stop()
	p := &pool{start: im.start, ctx: ctx, open: intake.Call{Op: intake.Open, Files: files, Parts: [][]byte{im.book.hashes()}}}
	reader, err := p.scan(&im.queue, im.found)
	if reader != nil {
		defer reader.Stop() // whatever comes; the pool may have stopped it already
	}
	if im.ctx.Err() != nil || err != nil {
		return im.ended(err)
	}
	if err := im.refuse(); err != nil {
		return err
	}
	im.weight, im.began = im.queue.weight(), time.Now()
	orders := im.queue.orders()
	newest, rest := 0, 0
	for _, o := range orders {
		if o.first {
			newest += len(o.files)
		} else {
			rest += len(o.files)
		}
	}
	for r := range p.read(orders, im.readers, reader) {
		if im.ctx.Err() != nil || r.err != nil {
			return im.ended(r.err)
		}
		if err := im.commit(r); err != nil {
			return err
		}
		if r.first {
			if newest -= len(r.files); newest == 0 && rest > 0 {
				im.verdict()
			}
		}
	}
	return nil
}

// ended is the error that an import ends with, which is none when the runner
// ended it.
func (im *importer) ended(err error) error {
	if im.ctx.Err() != nil {
		return nil
	}
	return err
}

// found takes what a scan found so far.
func (im *importer) found() {
	im.result.progress.Total = len(im.queue.found) + len(im.queue.refused)
	if time.Since(im.told) >= tellEvery {
		im.told = time.Now()
		im.tell(im.result)
	}
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
	return im.add(b, next)
}

// commit makes what a reader brought durable, and tells of it.
func (im *importer) commit(r result) error {
	next := im.result.clone()
	b, files, err := im.fresh(r, &next)
	if err != nil {
		return err
	}
	offset := diary.Offset(files, im.book.zone)
	for i := range files {
		f := &files[i]
		at := func(unix int64) int { return offset(f, unix) }
		line := words.FileLine(f, at, im.words)
		if line.Result == "partial" {
			b.lines = append(b.lines, line)
		}
		next.add(line, dayOf(f, at))
	}
	for _, i := range r.Known {
		next.add(words.Duplicate(r.files[i].Path), 0)
	}
	for i := range r.Refused {
		line := words.Rejected(r.files[r.Refused[i].Ticket].Path, &r.Refused[i].Problem)
		b.lines = append(b.lines, line)
		next.add(line, 0)
	}
	im.done += r.weight
	next.progress.Now = r.files[len(r.files)-1].Path
	next.progress.Left = im.left()
	return im.add(b, next)
}

// fresh is what a reader read, and its files by name without their series. Two
// readers may have read the same bytes under two names: the later of the two is a
// duplicate, and the batch is packed anew without it.
func (im *importer) fresh(r result, next *outcome) (b batch, files []diary.File, err error) {
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
		if im.book.knows(f.Hash) {
			again[f.Hash] = true
			next.add(words.Duplicate(name), 0)
			continue
		}
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

// add commits a batch; what has come of the import by then is next.
func (im *importer) add(b batch, next outcome) error {
	if n := len(b.lines); n > 0 || next.progress.Added > im.result.progress.Added {
		if err := im.book.add(b); err != nil {
			return err
		}
	}
	im.result, im.told = next, time.Now()
	im.tell(next)
	return nil
}

// left is how many seconds the rest will take at the speed so far; 0 while that
// speed is not known.
func (im *importer) left() float64 {
	spent := time.Since(im.began).Seconds()
	if im.done == 0 || spent < 0.5 {
		return 0
	}
	return spent * float64(im.weight-im.done) / float64(im.done)
}
