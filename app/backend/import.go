package backend

import (
	"cmp"
	"context"
	"path"
	"slices"
	"strings"
	"time"

	"rebound/app/backend/backup"
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/diary"
	"rebound/engine/watch"
)

const (
	// A batch is committed when it has this many files, was read from this many
	// bytes, or is this old.
	batchFiles = 256
	batchBytes = 8 << 20
	batchAge   = 250 * time.Millisecond

	// firstDays is how much of the newest past is read before the first verdict:
	// the window and its baseline, with room for a watch left in a drawer.
	firstDays = 90

	tellEvery  = 100 * time.Millisecond
	yieldEvery = 12 * time.Millisecond
)

// importer takes one drop into a book: it identifies every file cheaply, reads
// them newest first, and commits batch by batch. A file is counted and listed
// only once its batch is durable.
type importer struct {
	book    *book
	pause   func() // lets the event loop turn
	ctx     context.Context
	words   words.Options
	tell    func(outcome) // what is durable by now
	verdict func()        // the newest days are in

	result  outcome
	batch   gathered
	dups    []string // paths of the batch that are here already
	refused []wire.FileLine
	began   time.Time // of the batch
	read    int64     // bytes read for the batch
	taken   map[[16]byte]bool
	buf     []byte

	weight  int64 // of all files
	done    int64 // of those read
	start   time.Time
	told    time.Time
	yielded time.Time
}

// candidate is a file that can be read, waiting for its turn.
type candidate struct {
	entry   watch.Entry
	created int64 // Unix seconds; 0 when the file does not say
}

// run imports items. On an error, from the store, what was told of is in, and
// nothing else.
func (im *importer) run(items []watch.Item) error {
	im.taken = map[[16]byte]bool{}
	im.yielded, im.told, im.began = time.Now(), time.Now(), time.Now()
	queue := im.scan(items)
	first := newest(queue)
	im.start = time.Now()
	for i := range queue {
		if im.ctx.Err() != nil {
			break
		}
		if i == first && i > 0 {
			if err := im.commit(); err != nil {
				return err
			}
			im.verdict()
		}
		e := &queue[i].entry
		im.take(e)
		im.done += weigh(e)
		if len(im.batch.files) >= batchFiles || im.read >= batchBytes || time.Since(im.began) >= batchAge {
			if err := im.commit(); err != nil {
				return err
			}
		}
		im.yield()
	}
	return im.commit()
}

// scan identifies everything, refuses what cannot be read, and gives the rest
// newest first; files of one moment stay in the order they were found.
func (im *importer) scan(items []watch.Item) []candidate {
	var queue []candidate
	watch.Walk(im.withoutBackups(items), watch.Limits{}, func(e watch.Entry) bool {
		im.result.progress.Total++
		if id, problem := identify(&e); problem != nil {
			im.refused = append(im.refused, words.Rejected(e.Path, problem))
		} else {
			c := candidate{entry: e}
			if !id.Created.IsZero() {
				c.created = id.Created.Unix()
			}
			queue = append(queue, c)
			im.weight += weigh(&e)
		}
		if time.Since(im.told) >= tellEvery {
			im.told = time.Now()
			im.tell(im.result)
		}
		im.yield()
		return im.ctx.Err() == nil
	})
	slices.SortStableFunc(queue, func(a, b candidate) int { return cmp.Compare(b.created, a.created) })
	return queue
}

// withoutBackups refuses the app's own backups, whose parts would read as
// nonsense. They are looked for by the name that they are saved under, because
// opening every zip twice would cost more than it is worth.
func (im *importer) withoutBackups(items []watch.Item) []watch.Item {
	var out []watch.Item
	for _, it := range items {
		if !strings.HasPrefix(path.Base(it.Path), backupName) || !backup.Is(it.Blob, it.Blob.Size()) {
			out = append(out, it)
			continue
		}
		im.result.progress.Total++
		im.refused = append(im.refused, wire.FileLine{Path: it.Path, Kind: "backup", Result: "rejected",
			Text: "This is a backup made by Rebound.", Hint: "Restore it in Settings."})
	}
	return out
}

func identify(e *watch.Entry) (watch.ID, *watch.Problem) {
	head, problem := e.Head(watch.HeadSize)
	if problem != nil {
		return watch.ID{}, problem
	}
	return watch.Identify(head)
}

// newest is how many of the queue were made within firstDays of its first.
func newest(queue []candidate) int {
	n := 0
	for n < len(queue) && queue[n].created > queue[0].created-firstDays*86400 {
		n++
	}
	return n
}

// weigh is what a file costs to read: its bytes, and about as much as 4 kB of
// them to open it.
func weigh(e *watch.Entry) int64 { return e.Size + 4<<10 }

// take reads one file into the batch.
func (im *importer) take(e *watch.Entry) {
	im.result.progress.Now = e.Path
	data, problem := e.Bytes(im.buf)
	if problem != nil {
		im.refused = append(im.refused, words.Rejected(e.Path, problem))
		return
	}
	im.buf = data[:0]
	im.read += int64(len(data))
	hash := diary.HashOf(data)
	if im.taken[hash] || im.book.knows(hash) {
		im.dups = append(im.dups, e.Path)
		return
	}
	f, problem := watch.Read(e.Path, data)
	if problem != nil {
		im.refused = append(im.refused, words.Rejected(e.Path, problem))
		return
	}
	im.taken[f.Hash] = true
	im.batch.files = append(im.batch.files, f)
}

// commit makes what was read since the last commit durable, and tells of it.
func (im *importer) commit() error {
	next := im.result
	next.groups = slices.Clone(next.groups)
	offset := diary.Offset(im.batch.files, im.book.zone)
	for i := range im.batch.files {
		f := &im.batch.files[i]
		at := func(unix int64) int { return offset(f, unix) }
		line := words.FileLine(f, at, im.words)
		if line.Result == "partial" {
			im.batch.lines = append(im.batch.lines, line)
		}
		next.add(line, dayOf(f, at))
	}
	for _, dup := range im.dups {
		next.add(words.Duplicate(dup), 0)
	}
	for _, line := range im.refused {
		im.batch.lines = append(im.batch.lines, line)
		next.add(line, 0)
	}
	if len(im.batch.files)+len(im.batch.lines) > 0 {
		if err := im.book.add(batchOf(im.batch.files, im.batch.lines...)); err != nil {
			return err
		}
	}
	im.result = next
	im.result.progress.Left = im.left()
	im.batch, im.dups, im.refused, im.read, im.began = gathered{}, nil, nil, 0, time.Now()
	im.told = im.began
	im.tell(im.result)
	return nil
}

// left is how many seconds the rest will take at the speed so far; 0 while that
// speed is not known.
func (im *importer) left() float64 {
	spent := time.Since(im.start).Seconds()
	if im.start.IsZero() || im.done == 0 || spent < 0.5 {
		return 0
	}
	return spent * float64(im.weight-im.done) / float64(im.done)
}

// yield lets the event loop turn now and then, so that the page is answered
// while files are read.
func (im *importer) yield() {
	if time.Since(im.yielded) < yieldEvery {
		return
	}
	im.pause()
	im.yielded = time.Now()
}
