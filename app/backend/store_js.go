package backend

import (
	"syscall/js"
)

// OpenIndexedDB opens the database of that name through reboundStore, the shim
// of web/backend/store.js, and upgrades it where it is of an earlier version.
func OpenIndexedDB(name string) (Store, error) {
	s := &indexedDB{}
	s.on = js.FuncOf(func(_ js.Value, args []js.Value) any {
		if args[0].String() == "changed" && s.notify != nil {
			go s.notify()
		}
		return nil
	})
	handle, err := await(js.Global().Get("reboundStore").Call("open", name, s.on))
	if err != nil {
		s.on.Release()
		return nil, err
	}
	s.handle = handle
	return s, nil
}

type indexedDB struct {
	handle js.Value
	on     js.Func
	notify func()
}

func (s *indexedDB) Open() (Contents, error) {
	all, err := await(s.handle.Call("load"))
	if err != nil {
		return Contents{}, err
	}
	c := Contents{Values: map[string][]byte{}, Newer: all.Get("newer").Bool(), Odd: all.Get("odd").Int()}
	keys, briefs := all.Get("keys"), all.Get("briefs")
	for i := range keys.Length() {
		r := Row{Key: int64(keys.Index(i).Float())}
		if b := briefs.Index(i); !b.IsUndefined() {
			r.Brief = toGo(b)
		}
		c.Rows = append(c.Rows, r)
	}
	names, values := all.Get("names"), all.Get("values")
	for i := range names.Length() {
		c.Values[names.Index(i).String()] = toGo(values.Index(i))
	}
	return c, nil
}

func (s *indexedDB) Rows(keys []int64) ([][]byte, error) {
	all, err := await(s.handle.Call("rows", numbers(keys)))
	if err != nil {
		return nil, err
	}
	out := make([][]byte, len(keys))
	for i := range out {
		if row := all.Index(i); !row.IsUndefined() {
			out[i] = toGo(row)
		}
	}
	return out, nil
}

func (s *indexedDB) Commit(c Change) ([]int64, error) {
	var add, briefs, names, values, brief []any
	for _, e := range c.Add {
		add, briefs = append(add, toJS(e.Data)), append(briefs, toJS(e.Brief))
	}
	for name, v := range c.Put {
		names, values = append(names, name), append(values, toJS(v))
	}
	var of []int64
	for key, b := range c.Briefs {
		of, brief = append(of, key), append(brief, toJS(b))
	}
	name, newest, value := "", -1.0, any(nil) // without a name nothing is checked
	if as := c.As; as != nil {
		if name, newest = as.Name, float64(as.Newest); as.Value != nil {
			value = toJS(as.Value)
		}
	}
	added, err := await(s.handle.Call("commit", map[string]any{
		"name": name, "newest": newest, "value": value,
		"clear": c.Clear, "drop": numbers(c.Drop), "add": add, "briefs": briefs, "names": names, "values": values,
		"of": numbers(of), "brief": brief, "quiet": c.quiet(),
	}))
	if err != nil {
		return nil, err
	}
	keys := make([]int64, added.Length())
	for i := range keys {
		keys[i] = int64(added.Index(i).Float())
	}
	return keys, nil
}

func numbers(keys []int64) []any {
	out := make([]any, len(keys))
	for i, key := range keys {
		out[i] = float64(key)
	}
	return out
}

func (s *indexedDB) Notify(f func()) { s.notify = f }

func (s *indexedDB) Close() {
	s.handle.Call("close")
	s.notify = nil
	s.on.Release()
}

// await blocks the goroutine, not the event loop, until the promise settles.
func await(promise js.Value) (js.Value, error) {
	type outcome struct {
		value js.Value
		err   error
	}
	settled := make(chan outcome, 1)
	done := js.FuncOf(func(_ js.Value, args []js.Value) any {
		settled <- outcome{value: args[0]}
		return nil
	})
	failed := js.FuncOf(func(_ js.Value, args []js.Value) any {
		settled <- outcome{err: errorOf(args[0])}
		return nil
	})
	defer done.Release()
	defer failed.Release()
	promise.Call("then", done, failed)
	o := <-settled
	return o.value, o.err
}

// errorNames are the names by which a browser and the shim tell what went wrong.
var errorNames = map[string]error{
	"StaleError":         ErrStale,
	"ClosedError":        ErrClosed,
	"InvalidStateError":  ErrClosed,
	"BlockedError":       ErrBlocked,
	"QuotaExceededError": ErrFull,
	"VersionError":       ErrNewer,
	"SecurityError":      ErrRefused,
}

func errorOf(v js.Value) error {
	if v.Type() == js.TypeObject {
		if name := v.Get("name"); name.Type() == js.TypeString {
			if err, ok := errorNames[name.String()]; ok {
				return err
			}
		}
	}
	js.Global().Get("console").Call("error", v)
	return ErrBroken
}

func toGo(array js.Value) []byte {
	b := make([]byte, array.Length())
	js.CopyBytesToGo(b, array)
	return b
}

func toJS(b []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(array, b)
	return array
}
