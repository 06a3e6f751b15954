package backend

import (
	"bytes"
	"encoding/json"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/entry"
)

// The revision rises with whatever changes an answer, and with nothing else; an
// answer is worked out once a revision.
func TestRevision(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.drop(export()...)
	p.state()
	now := p.b.now()
	revision := func() int64 { r, _ := p.ask(wire.OpAssess, wire.DateArg{Date: today}); return r.Revision }
	last := revision()
	for _, still := range []struct {
		op   string
		args any
	}{
		{wire.OpAssess, wire.DateArg{Date: today - 3}}, {wire.OpBody, wire.DateArg{Date: today}}, {wire.OpPlan, wire.DateArg{Date: today}},
		{wire.OpTrends, wire.TrendsArg{To: today, Days: 42}}, {wire.OpEffects, wire.DateArg{Date: today}}, {wire.OpFiles, nil}, {wire.OpSettings, nil}, {wire.OpHello, wire.Hello{Today: today}},
		{wire.OpTick, wire.Tick{Date: today, Code: "juggling", Done: true}}, {wire.OpCancel, nil}, {wire.OpBackup, nil},
	} {
		p.ask(still.op, still.args)
		if r := revision(); r != last {
			t.Fatalf("%s made revision %d of %d", still.op, r, last)
		}
	}
	for _, moves := range []struct {
		op   string
		args any
	}{
		{wire.OpTick, wire.Tick{Date: today, Code: "balance", Done: true}}, {wire.OpTyped, wire.Typed{Date: today, RestingHR: ptr(50.0)}},
		{wire.OpPlanMake, half(now)}, {wire.OpPlanUndo, nil}, {wire.OpSetting, wire.SettingArg{Key: "units", Text: "mi"}},
		{wire.OpSetting, wire.SettingArg{Key: "gate_k", Value: 0.6}}, {wire.OpSample, wire.SampleArg{On: true}}, {wire.OpSample, wire.SampleArg{}},
		{wire.OpHello, wire.Hello{Today: now + 1}}, {wire.OpErase, nil},
	} {
		if r, _ := p.ask(moves.op, moves.args); r.Error != nil || r.Revision <= last {
			t.Fatalf("%s: %v, revision %d after %d", moves.op, r.Error, r.Revision, last)
		}
		last = revision()
	}
	p.drop(export()...)
	if r := revision(); r <= last {
		t.Errorf("an import left revision %d", r)
	}
	other := openPage(t, m.Open())
	last = revision()
	other.ask(wire.OpTick, wire.Tick{Date: today, Code: "balance", Done: true})
	if err := p.b.own.load(); err != nil { // as otherWrote does after a while
		t.Fatal(err)
	}
	if r := revision(); r <= last {
		t.Errorf("another tab's entry left revision %d", r)
	}
}

// What is answered again is what was answered, and is never of another revision.
func TestAnswersAreOfTheirRevision(t *testing.T) {
	p := openPage(t, new(Memory).Open())
	p.drop(export()...)
	p.state()
	question := func(d diary.Date) (out []json.RawMessage) {
		for _, op := range []string{wire.OpAssess, wire.OpBody, wire.OpPlan} {
			r, _ := p.ask(op, wire.DateArg{Date: d})
			out = append(out, r.Data)
		}
		return out
	}
	for i, severity := range []int{2, 4, 6, 8, 3} {
		d := today - diary.Date(i)
		first, again := question(d), question(d)
		p.b.mu.Lock()
		p.b.answers.kept = map[string]json.RawMessage{}
		p.b.mu.Unlock()
		anew := question(d)
		for k := range first {
			if !bytes.Equal(first[k], again[k]) || !bytes.Equal(first[k], anew[k]) {
				t.Errorf("answer %d of %v differs when it is asked again", k, d)
			}
		}
		if r, _ := p.ask(wire.OpNiggle, wire.NiggleSaid{Date: d, Site: "knee", Side: "left", Severity: severity}); r.Error != nil {
			t.Fatal(r.Error)
		}
		if after := question(d); bytes.Equal(after[0], first[0]) {
			t.Errorf("%v: the assessment does not know of pain %d", d, severity)
		}
	}
	for i := range 3 * mostAnswers {
		p.ask(wire.OpAssess, wire.DateArg{Date: today - diary.Date(i)})
	}
	if n := len(p.b.answers.kept); n > mostAnswers {
		t.Errorf("%d answers are kept", n)
	}
}

// Only questions come after something, and none after what was refused.
func TestThen(t *testing.T) {
	p := openPage(t, new(Memory).Open())
	p.drop(export()...)
	p.state()
	ask := func(op string, args any, then ...wire.Ask) (r wire.Reply) {
		p.b.Handle(wire.Request{ID: 1, Op: op, Args: p.raw(args), Then: then}, nil, func(got wire.Reply, _ *Download) { r = got })
		return
	}
	tick := wire.Tick{Date: today, Code: "balance", Done: true}
	r := ask(wire.OpTick, tick, wire.Ask{Op: wire.OpErase}, wire.Ask{Op: wire.OpAssess, Args: p.raw(wire.DateArg{Date: today})}, wire.Ask{Op: wire.OpBody, Args: p.raw("?")})
	if len(r.Then) != 3 || r.Then[0].Data != nil || r.Then[1].Data == nil || r.Then[2].Data != nil || p.state().Empty {
		t.Errorf("%+v", r)
	}
	tick.Code = "juggling"
	if r := ask(wire.OpTick, tick, wire.Ask{Op: wire.OpAssess, Args: p.raw(wire.DateArg{Date: today})}); r.Error == nil || len(r.Then) != 0 {
		t.Errorf("refused: %+v", r)
	}
}

// An answer never counts at a later revision than the one that it is of, whenever
// an import changes the diary meanwhile.
func TestAnswerWhileImporting(t *testing.T) {
	p := openPage(t, new(Memory).Open())
	p.drop(export()...)
	for n := 1; n <= 6; n++ {
		d := today - diary.Date(n)
		file := diary.File{Kind: entry.Kind, Hash: [16]byte{byte(n)}, Reported: diary.Reported{
			Niggles: []diary.Niggle{{Stamp: diary.Stamp{At: int64(n), Date: d}, Site: diary.Sites[n], Severity: 8}}}}
		asked := 0
		p.b.host.Zone = func(int64) int { // is asked for the date now and then
			if asked++; asked == n {
				if err := p.b.own.add(batchOf([]diary.File{file})); err != nil {
					t.Error(err)
				}
			}
			return 0
		}
		first, _ := p.ask(wire.OpBody, wire.DateArg{Date: d})
		for asked < n { // it was not asked so often
			p.b.now()
		}
		again, _ := p.ask(wire.OpBody, wire.DateArg{Date: d})
		if first.Revision == again.Revision && !bytes.Equal(first.Data, again.Data) {
			t.Errorf("changed at %d: revision %d has two answers", n, first.Revision)
		}
	}
}
