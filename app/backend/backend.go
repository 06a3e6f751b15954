// Package backend is the local backend: it owns what the runner keeps and the
// engine over it, and answers the page's requests (see app/wire).
//
//	page -> Serve -> Backend -> book -> Store
//	                    importer -^        IndexedDB, or Memory
//	                     pool -> Reader (package reader, in workers of their own)
//
// Every change of what is shown makes a new revision, and an answer is worked out
// once a revision.
//
// A [Store] is an append-only log of packed rows and a few values. A book is one
// store read into memory, with the engine over it; memory changes only after the
// store has committed. The importer takes a drop into the book: a pool of readers
// looks into everything, then reads the newest days and then the rest, and each
// batch that one brings is committed, so that a closed tab loses nothing that was
// reported as added. No file is opened here: what reads files may die of them. The
// [Backend] handles one request at a time, beside an import. The sample runner is a
// book of its own, in memory.
//
// What the runner types, reports and decides, and every version of their plan, is a
// file of kind "typed" in the same log: nothing in it is changed, later entries
// count, and taking back is an entry. Each answer about a date follows the plan
// that was in force on it.
//
// Everything but the *_js.go files is plain Go and is tested natively; the
// IndexedDB store and [Serve] need a browser.
package backend

import (
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"rebound/app/intake"
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/diary"
)

// Host is what the backend needs of the place it runs in.
type Host struct {
	Now       func() int64           // the clock, Unix seconds; nil: the machine's
	Zone      diary.Zone             // the runner's own time zone
	Reader    func() (Reader, error) // starts a reader
	Cores     int                    // of the machine
	Emit      func(wire.Event)       // tells the page
	Persisted func() bool            // whether the browser promised to keep the store
	Version   string                 // of the app
}

// Download is a file that goes to the runner beside a reply.
type Download struct {
	Name  string
	Bytes []byte
}

// Backend answers the page. Its requests are handled one at a time; an import
// runs beside them.
type Backend struct {
	host Host

	mu      sync.Mutex
	own     *book // the runner's
	sample  *book // the sample runner's while it is shown, else nil
	today   diary.Date
	miles   bool          // a diary that begins is in miles
	running int           // imports not finished
	cancel  *cancel       // of the imports that run or wait
	imports sync.Mutex    // held by the import that runs; others wait their turn
	last    *outcome      // of the import that runs or ran last
	preview *restoring    // the backup last looked into
	gone    *replaced     // the diary that a backup was put in the place of, while that can be taken back
	asked   []unexplained // tables that wait for the runner's word
	asks    int           // so far
	stale   *time.Timer
	answers answers

	before *diary.Diary // what an entry that is tried again was first made on; nil for none
}

// settle is how long the backend waits for more before it reads again what
// another tab wrote.
const settle = 500 * time.Millisecond

// New opens the runner's book in store. Its error is the store's: there is no diary to
// be shown then.
func New(store Store, host Host) (*Backend, error) {
	if host.Now == nil {
		host.Now = func() int64 { return time.Now().Unix() }
	}
	b := &Backend{host: host, own: &book{store: store, zone: host.Zone}}
	b.cancel = newCancel(nil)
	store.Notify(b.otherWrote) // first: another tab may write while this one opens
	if err := b.own.load(); err != nil && b.own.closed() == nil {
		return nil, err
	}
	return b, nil
}

// Handle answers one request through reply, before it returns; an import is
// answered when it is done. files are those beside the request.
func (b *Backend) Handle(req wire.Request, files []intake.File, reply func(wire.Reply, *Download)) {
	if req.Op == wire.OpImport {
		b.startImport(files, nil, func(p wire.Progress, err error) {
			r := answer(req.ID, p, err)
			r.Revision = b.revision()
			reply(r, nil)
		})
		return
	}
	reply(b.handle(req, files))
}

// reply does what a request asks for; its ID and revision are set by handle.
func (b *Backend) reply(req wire.Request, files []intake.File) (wire.Reply, *Download) {
	data, download, err := b.guarded(req, files)
	return answer(req.ID, data, err), download
}

func answer(id int, data any, err error) wire.Reply {
	r := wire.Reply{ID: id}
	if err == nil && data != nil {
		r.Data, err = json.Marshal(data)
	}
	if err != nil {
		r.Error = problem(err)
	}
	return r
}

// problem is what the runner reads of an error. One that is not for them is logged.
func problem(err error) *wire.Problem {
	if p := words.Problem(err); p != nil {
		return p
	}
	println("internal:", err.Error())
	return wire.Internal()
}

func (b *Backend) guarded(req wire.Request, files []intake.File) (data any, download *Download, err error) {
	defer func() {
		if r := recover(); r != nil {
			println("panic in", req.Op+":", fmt.Sprint(r), string(debug.Stack()))
			data, download, err = nil, nil, wire.Internal()
		}
	}()
	b.before = nil
	defer b.letGo()
	defer b.own.begin(false)
	for try := 1; ; try++ {
		if req.On != 0 && b.shown().others() != req.On {
			return nil, nil, errOvertaken
		}
		b.own.begin(true)
		data, download, err = b.do(req, files)
		if !errors.Is(err, ErrStale) || try == mostTries || req.Op == wire.OpPlanUndo { // what an undo takes back has to be seen
			return data, download, err
		}
		if err := b.own.load(); err != nil {
			return nil, nil, err
		}
	}
}

// errOvertaken refuses to take back what is no longer the last thing that was done: the
// runner would not see what else went with it.
var errOvertaken = &wire.Problem{Code: "overtaken", Text: "Something else has been saved since then, so this can no longer be undone.", Hint: "You can still change it by hand."}

// always are the operations that a diary which cannot be read leaves: it can be saved,
// replaced and erased.
var always = []string{wire.OpBackup, wire.OpRestore, wire.OpErase, wire.OpCancel}

func (b *Backend) do(req wire.Request, files []intake.File) (any, *Download, error) {
	data, err := any(nil), error(nil)
	if shut := b.own.closed(); shut != nil && !slices.Contains(always, req.Op) {
		return nil, nil, shut
	}
	switch req.Op {
	case wire.OpHello:
		data, err = with(req, b.hello)
	case wire.OpAssess:
		data, err = with(req, b.assess)
	case wire.OpTrends:
		data, err = with(req, b.trends)
	case wire.OpEffects:
		data, err = with(req, b.effects)
	case wire.OpSummary:
		data, err = with(req, b.summary)
	case wire.OpCancel:
		b.stopImports()
	case wire.OpFiles:
		data = b.fileList()
	case wire.OpDismiss:
		data, err = b.dismiss()
	case wire.OpSettings:
		data = b.settings()
	case wire.OpSetting:
		data, err = with(req, b.setting)
	case wire.OpErase:
		data, err = b.erase()
	case wire.OpSample:
		data, err = with(req, b.showSample)
	case wire.OpBackup:
		data, err = b.backup()
	case wire.OpTableTry:
		data, err = with(req, b.tryTable)
	case wire.OpTable:
		data, err = with(req, b.explain)
	case wire.OpTableDrop:
		data, err = with(req, b.forgetTable)
	case wire.OpOwner:
		data, err = with(req, b.isMine)
	case wire.OpSheet:
		data, err = with(req, b.sheet)
	case wire.OpSeason:
		data, err = with(req, b.season)
	case wire.OpStory:
		data, err = with(req, b.story)
	case wire.OpPlanExport:
		data, err = with(req, b.export)
	case wire.OpPlan:
		data, err = with(req, b.plan)
	case wire.OpIfToday:
		data, err = with(req, b.ifToday)
	case wire.OpPlanMake:
		data, err = with(req, b.makePlan)
	case wire.OpPlanMove:
		data, err = with(req, b.movePlan)
	case wire.OpPlanLife:
		data, err = with(req, b.planLife)
	case wire.OpPlanUndo:
		data, err = b.undoPlan()
	case wire.OpPlanDrop:
		data, err = b.dropPlan()
	case wire.OpBody:
		data, err = with(req, b.body)
	case wire.OpRestore:
		data, err = with(req, func(a wire.RestoreArg) (any, error) { return b.restore(a, files) })
	default:
		if e := entryOf(req.Op); e != nil {
			data, err = b.reported(req, e)
			break
		}
		err = &wire.Problem{Code: "page", Text: fmt.Sprintf("This page asks for %q, which this version does not know.", req.Op), Hint: "Reload the page."}
	}
	if download, ok := data.(*Download); ok {
		return nil, download, err
	}
	return data, nil, err
}

// with reads a request's arguments for f.
func with[Arg, Result any](req wire.Request, f func(Arg) (Result, error)) (any, error) {
	var arg Arg
	if err := read(req, &arg); err != nil {
		return nil, err
	}
	return f(arg)
}

// read puts a request's arguments into to.
func read(req wire.Request, to any) error {
	if len(req.Args) == 0 {
		return nil
	}
	if err := json.Unmarshal(req.Args, to); err != nil {
		return fmt.Errorf("the arguments of %s: %w", req.Op, err) // the page's own mistake: logged, and no problem of the runner's
	}
	return nil
}

// shown is the book on the screen: the sample's while that is on.
func (b *Backend) shown() *book {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.sample != nil {
		return b.sample
	}
	return b.own
}

// errSample refuses what would touch the runner's own diary from within the
// sample.
var errSample = &wire.Problem{Code: "sample", Text: "This is the sample runner.", Hint: "Leave it first, then do this with your own diary."}

func (b *Backend) ownOnly() error {
	if b.shown() != b.own {
		return errSample
	}
	return nil
}

// now is the local date: the page's, or by the clock once that is later.
func (b *Backend) now() diary.Date {
	today := b.dateOf(b.host.Now())
	b.mu.Lock()
	defer b.mu.Unlock()
	return max(b.today, today)
}

// dateOf is the date at a UTC instant in the runner's own zone.
func (b *Backend) dateOf(unix int64) diary.Date {
	if b.host.Zone == nil {
		return diary.DateAt(unix, 0)
	}
	return diary.DateAt(unix, b.host.Zone(unix))
}

func (b *Backend) emit(event string, data any) {
	raw, err := json.Marshal(data)
	if err != nil {
		println("event", event+":", err.Error())
		return
	}
	b.host.Emit(wire.Event{Event: event, Data: raw})
}

// changed tells the page that the shown diary is not what it was.
func (b *Backend) changed() { b.emit("changed", b.state()) }

// otherWrote reads the store again after another tab has written to it, once
// for a burst of writes.
func (b *Backend) otherWrote() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.stale != nil {
		b.stale.Stop()
	}
	b.stale = time.AfterFunc(settle, func() {
		if err := b.own.load(); err != nil {
			println("reading again:", err.Error())
			return
		}
		b.changed()
	})
}

func (b *Backend) options() words.Options {
	return words.Options{Miles: b.shown().settings().Units == "mi", Today: b.now()}
}
