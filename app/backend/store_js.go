package backend

import (
	"syscall/js"
)

// OpenIndexedDB opens the database of that name through reboundStore, the shim
// of web/worker/store.js, and upgrades it where it is of an earlier version.
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

func (s *indexedDB) Load() (Contents, error) {
	all, err := await(s.handle.Call("load"))
	if err != nil {
		return Contents{}, err
	}
	c := Contents{Values: map[string][]byte{}}
	keys, rows := all.Get("keys"), all.Get("rows")
	for i := range keys.Length() {
		c.Rows = append(c.Rows, Row{Key: int64(keys.Index(i).Float()), Data: toGo(rows.Index(i))})
	}
	names, values := all.Get("names"), all.Get("values")
	for i := range names.Length() {
		c.Values[names.Index(i).String()] = toGo(values.Index(i))
	}
	return c, nil
}

func (s *indexedDB) Commit(c Change) ([]int64, error) {
	drop, add, names, values := []any{}, []any{}, []any{}, []any{}
	for _, key := range c.Drop {
		drop = append(drop, float64(key))
	}
	for _, data := range c.Add {
		add = append(add, toJS(data))
	}
	for name, v := range c.Put {
		names = append(names, name)
		values = append(values, toJS(v))
	}
	added, err := await(s.handle.Call("commit", map[string]any{
		"clear": c.Clear, "drop": drop, "add": add, "names": names, "values": values,
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
