package backend

import (
	"fmt"
	"slices"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/sample"
)

// years is a store with so many years of the sample runner in it, or with half a
// year for 0, in rows as an import leaves them.
func years(b *testing.B, n int) *Memory {
	b.Helper()
	m := &Memory{}
	k, err := openBook(m.Open(), nil)
	if err != nil {
		b.Fatal(err)
	}
	files := sample.Years(today, n).Files()
	for some := range slices.Chunk(files, 256) {
		if err := k.add(batchOf(some)); err != nil {
			b.Fatal(err)
		}
	}
	entered := sample.Reported(today, files)
	entered.Hash = [16]byte{1}
	if err := k.add(batchOf([]diary.File{entered})); err != nil {
		b.Fatal(err)
	}
	return m
}

func answering(b *testing.B, m *Memory) *Backend {
	b.Helper()
	back, err := New(m.Open(), Host{Now: clock, Emit: func(wire.Event) {}})
	if err != nil {
		b.Fatal(err)
	}
	return back
}

func asked(b *testing.B, back *Backend, req wire.Request) {
	b.Helper()
	back.Handle(req, nil, func(r wire.Reply, _ *Download) {
		if r.Error != nil || len(r.Then) != len(req.Then) {
			b.Fatalf("%s: %v", req.Op, r.Error)
		}
	})
}

func of(t diary.Date) []byte { return []byte(fmt.Sprintf(`{"date":%q}`, t)) }

// BenchmarkStart is from the opening of the store to the verdict.
func BenchmarkStart(b *testing.B) {
	for name, n := range map[string]int{"half": 0, "10years": 10} {
		b.Run(name, func(b *testing.B) {
			m := years(b, n)
			b.ReportAllocs()
			for b.Loop() {
				back := answering(b, m)
				asked(b, back, wire.Request{Op: wire.OpHello, Args: []byte(fmt.Sprintf(`{"today":%q}`, today))})
				asked(b, back, wire.Request{Op: wire.OpAssess, Args: of(today)})
				asked(b, back, wire.Request{Op: wire.OpBody, Args: of(today)})
			}
		})
	}
}

// BenchmarkTick is a tick with what the screen asks after it.
func BenchmarkTick(b *testing.B) {
	for name, n := range map[string]int{"half": 0, "10years": 10} {
		b.Run(name, func(b *testing.B) {
			back := answering(b, years(b, n))
			then := []wire.Ask{{Op: wire.OpAssess, Args: of(today)}, {Op: wire.OpBody, Args: of(today)}}
			asked(b, back, wire.Request{Op: wire.OpHello, Args: []byte(fmt.Sprintf(`{"today":%q}`, today)), Then: then})
			done := false
			for b.Loop() {
				done = !done
				asked(b, back, wire.Request{Op: wire.OpTick, Args: []byte(fmt.Sprintf(`{"date":%q,"code":"balance","done":%v}`, today, done)), Then: then})
			}
		})
	}
}
