package backend

import (
	"fmt"
	"runtime/debug"

	"rebound/app/intake"
	"rebound/app/wire"
)

// startImport imports files into the runner's own book, after the imports that
// came before, and leaves the sample runner: whoever drops files wants their own
// verdict. only, where it is not nil, is what of the files to read. done is
// called once.
func (b *Backend) startImport(files []intake.File, only []intake.Listed, done func(wire.Progress, error)) {
	b.mu.Lock()
	b.sample = nil
	b.running++
	by := b.cancel
	b.mu.Unlock()
	go func() {
		b.imports.Lock()
		var p wire.Progress
		err := b.own.closed()
		if err == nil {
			p, err = b.importFiles(by, files, only)
		}
		b.imports.Unlock()
		b.mu.Lock()
		b.running--
		b.mu.Unlock()
		b.emit("progress", p)
		b.changed()
		b.foresee()
		done(p, err)
	}()
}

// importFiles runs one import. The progress it returns is final.
func (b *Backend) importFiles(by *cancel, files []intake.File, only []intake.Listed) (p wire.Progress, err error) {
	im := &importer{
		book: b.own, start: b.host.Reader, readers: max(1, min(b.host.Cores, mostReaders)), cancel: by,
		words: b.options(), verdict: b.changed, only: only, ask: b.wait,
		tell: func(o outcome) {
			b.remember(o)
			b.emit("progress", o.progress)
		},
	}
	defer func() {
		if r := recover(); r != nil {
			println("panic in import:", fmt.Sprint(r), string(debug.Stack()))
			err = wire.Internal()
		}
		o := im.result
		o.progress.Finished, o.progress.Left, o.progress.Now = true, 0, ""
		o.progress.Canceled, o.progress.Failed = by.ended(), err != nil
		b.remember(o)
		p = o.progress
	}()
	b.remember(outcome{})
	b.emit("progress", wire.Progress{}) // at once: a look into gigabytes takes a while
	err = im.run(files)
	return p, err
}

// remember keeps what the Files screen shows of the import.
func (b *Backend) remember(o outcome) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.last = &o
}

// stopImports ends the import that runs and those that wait. What is durable
// stays.
func (b *Backend) stopImports() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.cancel.end()
	b.cancel = newCancel(nil)
}
