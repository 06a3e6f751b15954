package e2e

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"testing"
	"time"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// The browser dies at many moments of an import, a check-in and an edit of the plan:
// whatever was acknowledged is there. A point is a test of its own, and ten are a part
// (-run 'TestKilledAtManyPoints/3.' is the fourth).
func TestKilledAtManyPoints(t *testing.T) {
	points := 2
	if os.Getenv("REBOUND_LONG") != "" {
		points = 100
	}
	x := sampleExport(t)
	const least = 40
	for i := range points {
		t.Run(fmt.Sprintf("%02d", i), func(t *testing.T) { killedAt(t, x, least+i*(x.files-2*least)/points) })
	}
}

// killedAt has the browser die once so many files and entries were acknowledged.
func killedAt(t *testing.T, x export, acknowledged int) {
	s := newSite(t, built)
	profile := newProfile(t)
	b := start(t, profile)
	p := b.open(t, s.url(""))
	p.wait("the page", mounted)
	weekly := 30.0
	ask[wire.State](p, wire.OpPlanMake, wire.PlanMake{Goal: wire.PlanGoal{WeeklyKm: &weekly}})
	first := ask[wire.PlanScreen](p, wire.OpPlan, wire.DateArg{Date: x.today}).Made.Sessions[0].Date
	// Each entry is another, so that what is there says how many were kept: an immersion,
	// a check-in of a day further back, a move of the plan and back.
	p.do(fmt.Sprintf(`(() => {
		let n = 0;
		const today = %q, back = (days) => new Date(Date.parse(today) - days * 864e5).toISOString().slice(0, 10);
		setInterval(() => {
			const way = n %% 6 === 2 ? {from: %q, to: %q} : {from: %q, to: %q};
			const [op, args] = [
				["cold", {date: today, minutes: 5 + n %% 10, celsius: 12}],
				["check_in", {date: back(n), fatigue: n %% 5, tags: []}],
				["plan_move", way],
			][n %% 3];
			rebound.send(JSON.stringify({id: -100 - n++, op, args}));
		}, 15);
	})()`, x.today, first+7, first+8, first+8, first+7))
	p.drop(x.folder, x.zip)
	const tally = `({
		added: window.heard.filter((m) => m.event === "progress").at(-1)?.data.added ?? 0,
		said: window.heard.filter((m) => m.id <= -100 && m.id > -1000 && !m.error).map((m) => -100 - m.id),
	})`
	p.wait("what is acknowledged", fmt.Sprintf(`(({added, said}) => added + said.length >= %d)(%s)`, acknowledged, tally))
	told := eval[struct {
		Added int
		Said  []int
	}](p, tally)
	b.kill(t)

	p = start(t, profile).open(t, s.url("#/files"))
	p.wait("the page", mounted)
	var by [3]int // immersions, check-ins, moves
	for _, n := range told.Said {
		if by[n%3]++; n%3 != 1 {
			continue
		}
		if on := x.today - diary.Date(n); n > told.Said[len(told.Said)-1]-30 { // the last ones: they came latest
			if c := ask[wire.BodyScreen](p, wire.OpBody, wire.DateArg{Date: on}).CheckIn; c == nil || c.Fatigue == nil || *c.Fatigue != n%5 {
				t.Errorf("the check-in of %v is %+v", on, c)
			}
		}
	}
	kept := ask[wire.FileList](p, wire.OpFiles, nil)
	if kept.Total < told.Added || len(kept.Lines) != 0 {
		t.Errorf("%d files are kept, %d were reported as added; lines %+v", kept.Total, told.Added, kept.Lines)
	}
	if n := len(ask[wire.BodyScreen](p, wire.OpBody, wire.DateArg{Date: x.today}).Cold); n < by[0] {
		t.Errorf("%d immersions are kept, %d were acknowledged", n, by[0])
	}
	if made := ask[wire.PlanScreen](p, wire.OpPlan, wire.DateArg{Date: x.today}).Made; made == nil || len(made.Changes) < by[2] {
		t.Errorf("of %d moves that were acknowledged there are %+v", by[2], made)
	}
	if told.Added == 0 && len(told.Said) == 0 {
		t.Error("nothing was acknowledged")
	}
}

// The browser dies in the middle of an import: what was reported as added is
// there afterwards, and the rest can be dropped again.
func TestCrashDuringImport(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	profile := newProfile(t)
	b := start(t, profile)
	p := b.open(t, s.url(""))
	p.wait("the page", mounted)
	p.drop(x.folder, x.zip)
	const told = `window.heard.filter((m) => m.event === "progress").at(-1)?.data`
	p.wait("the first files", told+"?.added > 100")
	before := eval[wire.Progress](p, told)
	b.kill(t)
	if before.Finished {
		t.Fatalf("the import ended before the crash: %+v", before)
	}

	b = start(t, profile)
	p = b.open(t, s.url("#/files"))
	p.wait("the page", mounted)
	kept := ask[wire.FileList](p, wire.OpFiles, nil).Total
	t.Logf("%d files were reported as added before the crash, %d are there after it, of %d", before.Added, kept, x.files)
	if kept < before.Added || kept >= x.files {
		t.Errorf("%d files kept; %d were reported as added, %d dropped", kept, before.Added, x.files)
	}
	p.drop(x.dir)
	again := p.imported(1)
	if again.Added != x.files-kept || again.Rejected != 0 {
		t.Errorf("dropped again: %+v; %d were missing", again, x.files-kept)
	}
	if total := ask[wire.FileList](p, wire.OpFiles, nil).Total; total != x.files {
		t.Errorf("%d files in the end, not %d", total, x.files)
	}
}

// The browser dies right after it said that something told or planned is saved:
// it is there afterwards.
func TestCrashAfterTelling(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	profile := newProfile(t)
	b := start(t, profile)
	p := b.open(t, s.url(""))
	p.wait("the page", mounted)
	weekly, drained := 30.0, 3
	ask[wire.State](p, wire.OpPlanMake, wire.PlanMake{Goal: wire.PlanGoal{WeeklyKm: &weekly}})
	made := ask[wire.PlanScreen](p, wire.OpPlan, wire.DateArg{Date: x.today})
	ask[wire.State](p, wire.OpNiggle, wire.NiggleSaid{Date: x.today, Site: "knee", Side: "left", Severity: 2})
	ask[wire.State](p, wire.OpReaction, wire.ReactionSaid{Date: x.today, Trials: slices.Repeat([]float64{270}, 20)})
	ask[wire.State](p, wire.OpCheckIn, wire.CheckIn{Date: x.today, Signs: map[string]int{"drained": drained}, Tags: []string{"travel"}})
	b.kill(t)

	b = start(t, profile)
	p = b.open(t, s.url("#/body"))
	p.wait("the page", mounted)
	body := ask[wire.BodyScreen](p, wire.OpBody, wire.DateArg{Date: x.today})
	if c := body.CheckIn; c == nil || c.Signs["drained"] != drained || !slices.Equal(c.Tags, []string{"travel"}) {
		t.Errorf("the check-in is %+v", c)
	}
	if n := body.Body.Niggles; len(n) != 1 || n[0].Severity != 2 || !body.Reaction.Today {
		t.Errorf("niggles %+v, reaction test today %v", n, body.Reaction.Today)
	}
	after := ask[wire.PlanScreen](p, wire.OpPlan, wire.DateArg{Date: x.today})
	if after.Made == nil || !reflect.DeepEqual(after.Made.Sessions, made.Made.Sessions) {
		t.Error("the plan is not there, or is another one")
	}
}

// Cancel keeps what is in, and the rest can be dropped again.
func TestCancel(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/files"))
	p.wait("the page", mounted)
	p.drop(x.folder, x.zip)
	p.press("Cancel")
	cut := p.imported(1)
	kept := ask[wire.FileList](p, wire.OpFiles, nil).Total
	if !cut.Canceled || cut.Added != kept || kept == x.files {
		t.Errorf("cancelled with %+v; %d files are kept of %d", cut, kept, x.files)
	}
	p.drop(x.dir)
	if again := p.imported(2); again.Added != x.files-kept || again.Canceled {
		t.Errorf("dropped again: %+v; %d were missing", again, x.files-kept)
	}
}

// Two tabs are one diary: what one imports, the other shows.
func TestTwoTabs(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	b := shared(t)
	one, two := b.open(t, s.url("#/files")), b.open(t, s.url("#/today"))
	two.wait("the first-run screen", fileInput)
	one.drop(x.folder)
	one.imported(1)
	one.read(x.today)
	two.read(x.today)
	// The other tab reads again half a second after the last commit that it was
	// told of, so it may be some commits behind for that long.
	want, got := ask[wire.FileList](one, wire.OpFiles, nil).Total, 0
	for until := time.Now().Add(patience); got != want && time.Now().Before(until); time.Sleep(100 * time.Millisecond) {
		got = ask[wire.FileList](two, wire.OpFiles, nil).Total
	}
	if got != want || want == 0 {
		t.Errorf("one tab has %d files, the other %d", want, got)
	}
}
