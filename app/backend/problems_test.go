package backend

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"rebound/app/wire"
)

// readable reports whether a problem is one for the runner: a code, and sentences.
func readable(p *wire.Problem) bool {
	sentence := func(s string) bool {
		return !strings.Contains(s, "\n") && !(s[0] >= 'a' && s[0] <= 'z') && (strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?"))
	}
	return p != nil && p.Code != "" && p.Code != wire.CodeInternal && p.Text != "" && sentence(p.Text) && (p.Hint == "" || sentence(p.Hint))
}

// broken fails with an error that is not for the runner.
type broken struct{ Store }

func (broken) Commit(Change) ([]int64, error) {
	return nil, fmt.Errorf("commit: %w", errors.New("disk on fire"))
}

// No error of ours but a wire.Problem reaches the runner: any other is one line that
// gives nothing away.
func TestInternalErrors(t *testing.T) {
	var m Memory
	p := openPage(t, broken{m.Open()})
	for op, args := range map[string]any{
		wire.OpTyped: wire.Typed{Date: today, RestingHR: ptr(50.0)}, wire.OpCheckIn: wire.CheckIn{Date: today, Fatigue: ptr(1)},
		wire.OpPlanMake: half(p.b.now()), wire.OpSetting: wire.SettingArg{Key: "age", Value: 40}, wire.OpErase: nil, wire.OpDismiss: nil,
	} {
		r, _ := p.ask(op, args)
		if r.Error == nil || *r.Error != *wire.Internal() || r.Data != nil {
			t.Errorf("%s: %+v", op, r.Error)
		}
	}
	r, _ := p.ask(wire.OpImport, nil, export()...)
	if r.Error == nil || *r.Error != *wire.Internal() {
		t.Errorf("import: %+v", r.Error)
	}
}

func TestUnknownRequests(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	for op, args := range map[string]any{"dance": nil, wire.OpRestore: wire.RestoreArg{Mode: "merge"}} {
		if r, _ := p.ask(op, args); !readable(r.Error) {
			t.Errorf("%s %v: %v", op, args, r.Error)
		}
	}
	for op, args := range map[string]any{wire.OpAssess: "today", wire.OpTyped: []int{1}} { // nothing that a runner did
		if r, _ := p.ask(op, args); r.Error == nil || *r.Error != *wire.Internal() {
			t.Errorf("%s %v: %v", op, args, r.Error)
		}
	}
}

// A panic ends one request, not the backend.
func TestPanicIsAnswered(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.b.host.Persisted = func() bool { panic("the browser broke") }
	if r, _ := p.ask(wire.OpSettings, nil); r.Error == nil || *r.Error != *wire.Internal() {
		t.Errorf("%v", r.Error)
	}
	p.b.host.Reader = func() (Reader, error) { panic("the browser broke") }
	if r, _ := p.ask(wire.OpImport, nil, export()[0]); r.Error == nil || *r.Error != *wire.Internal() {
		t.Errorf("import: %v", r.Error)
	}
	if s := p.state(); s.Busy {
		t.Error("the import that broke still counts as running")
	}
}
