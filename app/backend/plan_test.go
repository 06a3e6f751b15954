package backend

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/entry"
	"rebound/engine/plan"
	"rebound/engine/sample"
	"rebound/engine/watch"
)

// coached is a page over a store of its own that holds the sample runner's files up
// to today, the clock's: a plan is made from today on.
func coached(t *testing.T) (*page, *Memory, diary.Date) {
	t.Helper()
	m := new(Memory)
	p := openPage(t, m.Open())
	now := p.b.now()
	if err := p.b.own.refill(entry.DefaultSettings(), batchOf(sample.Files(now))); err != nil {
		t.Fatal(err)
	}
	return p, m, now
}

// plan is the Plan screen: asked for, previewed, or as a change of the plan leaves it.
func (p *page) plan(op string, args any) (s wire.PlanScreen) {
	p.t.Helper()
	if made, ok := args.(wire.PlanMake); op == wire.OpPlan || ok && made.Preview {
		p.get(&s, op, args)
		return
	}
	p.after(&s, wire.OpPlan, p.b.now(), op, args)
	return
}

func (p *page) planOn(d diary.Date) wire.PlanScreen {
	p.t.Helper()
	return p.plan(wire.OpPlan, wire.DateArg{Date: d})
}

// half is a goal: a half marathon in twelve weeks.
func half(now diary.Date) wire.PlanMake {
	return wire.PlanMake{Goal: wire.PlanGoal{RaceDate: plan.Monday(now) + 12*7 + 6, RaceKm: 21.0975}}
}

// sessions are a plan's, as text to compare.
func sessions(s wire.PlanScreen) string {
	if s.Made == nil {
		return "none"
	}
	return fmt.Sprint(s.Made.Sessions, s.Made.Weeks)
}

// A plan is looked at, made, followed from that day on, and there in the next
// session; a day before it is seen without one.
func TestPlan(t *testing.T) {
	p, m, now := coached(t)
	if s := p.planOn(now); s.Made != nil || s.Undo != "" {
		t.Errorf("without a plan: %+v", s)
	}
	before := fmt.Sprint(m.rows)
	free := p.assess(now)
	look := half(now)
	look.Preview = true
	s := p.plan(wire.OpPlanMake, look)
	if !s.Preview || s.Made == nil || len(s.Made.Sessions) == 0 || len(s.Days) != 7 {
		t.Errorf("a look: %+v", s)
	}
	if p.planOn(now).Made != nil || fmt.Sprint(m.rows) != before || p.assess(now) != free {
		t.Error("a plan that was only looked at is kept")
	}
	seen := sessions(s)
	s = p.plan(wire.OpPlanMake, half(now))
	if s.Preview || sessions(s) != seen || s.Undo == "" || s.Date != now {
		t.Errorf("made: %+v", s)
	}
	past := p.assess(now - 1)
	for _, q := range []*page{p, openPage(t, m.Open())} {
		if sessions(q.planOn(now)) != seen {
			t.Error("the plan is another one")
		}
		var a wire.Assessment
		q.get(&a, wire.OpAssess, wire.DateArg{Date: now})
		if a.PlanAfter == nil || a.PlanAfter.Race == nil || a.PlanAfter.Race.Date != look.Goal.RaceDate {
			t.Errorf("today does not follow the plan: %+v", a.PlanAfter)
		}
		if q.planOn(now-1).Made != nil || q.assess(now-1) != past {
			t.Error("the day before the plan was made has it")
		}
	}
	q := openPage(t, m.Open())
	if q.assess(now-1) != past || q.assess(now) != p.assess(now) {
		t.Error("what was assessed before matters")
	}
}

// A session moves, and each change is taken back in turn, the first one too; what
// is done after that starts from there.
func TestPlanChanges(t *testing.T) {
	p, m, now := coached(t)
	s := p.plan(wire.OpPlanMake, half(now))
	made := sessions(s)
	move := func() wire.PlanMove {
		t.Helper()
		for _, d := range s.Days {
			for _, to := range d.MoveTo {
				return wire.PlanMove{From: d.Date, To: to.Date}
			}
		}
		t.Fatalf("no session can be moved: %+v", s.Days)
		panic("unreachable")
	}
	first := move()
	s = p.plan(wire.OpPlanMove, first)
	moved := sessions(s)
	if moved == made || !strings.HasPrefix(s.Undo, "Moved ") {
		t.Errorf("moved: %q, %s", s.Undo, moved)
	}
	s = p.plan(wire.OpPlanDrop, nil)
	if s.Made != nil || s.Undo != "Stopped following the plan" {
		t.Errorf("dropped: %+v", s)
	}
	for _, want := range []string{moved, made, "none"} {
		s = p.plan(wire.OpPlanUndo, nil)
		if got := sessions(s); got != want {
			t.Errorf("taken back:\n%s\nwant\n%s", got, want)
		}
		if got := sessions(openPage(t, m.Open()).planOn(now)); got != want {
			t.Errorf("the next session has\n%s\nwant\n%s", got, want)
		}
	}
	if s.Undo != "" {
		t.Errorf("nothing is left to take back but %q", s.Undo)
	}
	for _, op := range []string{wire.OpPlanUndo, wire.OpPlanDrop, wire.OpPlanMove, wire.OpPlanExport} {
		if r, _ := p.ask(op, nil); !readable(r.Error) {
			t.Errorf("%s without a plan: %v", op, r.Error)
		}
	}
	s = p.plan(wire.OpPlanMake, half(now))
	for _, bad := range []wire.PlanMove{{From: now - 1, To: now + 1}, {From: half(now).Goal.RaceDate, To: now + 1}, {From: first.From, To: first.From + 400}} {
		if r, _ := p.ask(wire.OpPlanMove, bad); !readable(r.Error) {
			t.Errorf("%+v: %v", bad, r.Error)
		}
	}
	if got := sessions(p.planOn(now)); got != made {
		t.Error("a refused move changed the plan")
	}
	for _, bad := range []wire.PlanGoal{{RaceDate: now - 5, RaceKm: 10}, {RaceDate: now + 50}, {RaceKm: 10}, {PerWeek: 9}, {WeeklyKm: ptr(-4.0)}, {Days: []string{"someday"}}} {
		if r, _ := p.ask(wire.OpPlanMake, wire.PlanMake{Goal: bad}); !readable(r.Error) {
			t.Errorf("%+v: %v", bad, r.Error)
		}
	}
}

// A version of the plan that this app cannot read is followed as none, and the
// runner can go on from there.
func TestUnreadablePlan(t *testing.T) {
	for _, text := range []string{"{", "[]", `{"sessions":[{"date":"2026-03-16","kind":"swim"}]}`} {
		p, _, now := coached(t)
		free := p.assess(now)
		if err := p.b.keep(diary.File{Kind: entry.Kind, Reported: diary.Reported{Plans: []diary.PlanOf{{Stamp: diary.Stamp{At: 1, Date: now}, Change: diary.PlanMade, Text: text}}}}); err != nil {
			t.Fatal(err)
		}
		if s := p.planOn(now); s.Made != nil || p.assess(now) != free {
			t.Errorf("%s: %+v", text, s)
		}
		if s := p.plan(wire.OpPlanMake, half(now)); s.Made == nil {
			t.Errorf("%s: no plan can be made", text)
		}
	}
}

// The plan goes out as it now stands: as a calendar, and as workouts that read
// back as FIT files.
func TestPlanExport(t *testing.T) {
	p, _, now := coached(t)
	p.plan(wire.OpPlanMake, half(now))
	out := func(a wire.PlanExport) *Download {
		t.Helper()
		r, d := p.ask(wire.OpPlanExport, a)
		if r.Error != nil || d == nil || len(d.Bytes) == 0 {
			t.Fatalf("%+v: %v, %v", a, r.Error, d)
		}
		return d
	}
	calendar := string(out(wire.PlanExport{What: "ics"}).Bytes)
	var a wire.Assessment
	p.get(&a, wire.OpAssess, wire.DateArg{Date: now})
	days := 0
	for _, x := range a.PlanAfter.Sessions {
		if x.Kind != "rest" {
			days++
		}
	}
	if got := strings.Count(calendar, "BEGIN:VEVENT"); got != days || days == 0 {
		t.Errorf("%d events for %d sessions", got, days)
	}

	d := out(wire.PlanExport{What: "workouts"})
	z, err := zip.NewReader(bytes.NewReader(d.Bytes), int64(len(d.Bytes)))
	if err != nil {
		t.Fatal(err)
	}
	if len(z.File) < 5 {
		t.Fatalf("%d workouts", len(z.File))
	}
	if f := z.File[0].Name; f < now.String() {
		t.Errorf("the first workout, %s, is in the past of %v", f, now)
	}
	name := z.File[len(z.File)-1].Name
	var when diary.Date
	if err := when.UnmarshalText([]byte(name[:len("2026-03-15")])); err != nil {
		t.Fatal(err)
	}
	one := out(wire.PlanExport{What: "workout", Date: when})
	if one.Name != name {
		t.Errorf("the workout of %v is called %s, in the zip %s", when, one.Name, name)
	}
	if kind, problem := watch.Read(one.Name, one.Bytes); problem != nil && problem.Code == "damaged" {
		t.Errorf("the workout reads as %v, %+v", kind.Kind, problem)
	}
	for _, bad := range []wire.PlanExport{{What: "workout", Date: now + 1000}, {What: "poster"}} {
		if r, d := p.ask(wire.OpPlanExport, bad); !readable(r.Error) || d != nil {
			t.Errorf("%+v gave %v", bad, d)
		}
	}
}

// Everything told and planned survives a backup, an erasure and a restoration.
func TestBackupCarriesTheCoachAndTheBody(t *testing.T) {
	p, m, now := coached(t)
	p.get(new(wire.State), wire.OpSample, wire.SampleArg{On: true})
	sampled := whole(t, p.b.shown())
	p.get(new(wire.State), wire.OpSample, wire.SampleArg{On: false})
	if err := p.b.own.refill(entry.DefaultSettings(), batchOf(sampled)); err != nil {
		t.Fatal(err)
	}
	asked := func(p *page) string {
		plan, _ := p.ask(wire.OpPlan, wire.DateArg{Date: now})
		body, _ := p.ask(wire.OpBody, wire.DateArg{Date: now})
		return string(plan.Data) + string(body.Data) + p.assess(now)
	}
	want := asked(p)
	d := told(t, m)
	for what, n := range map[string]int{
		"check-ins": len(d.Reported.CheckIns), "niggles": len(d.Reported.Niggles), "efforts": len(d.Reported.Efforts), "cold": len(d.Reported.Cold),
		"ticks": len(d.Reported.Ticks), "screens": len(d.Reported.Screens), "reactions": len(d.Reported.Reactions), "pains": len(d.Reported.Pains), "plans": len(d.Reported.Plans),
	} {
		if n == 0 {
			t.Errorf("the sample runner has no %s", what)
		}
	}
	_, file := p.ask(wire.OpBackup, nil)
	p.get(new(wire.State), wire.OpErase, nil)
	if s := p.planOn(now); s.Made != nil {
		t.Error("the plan survived the erasure")
	}
	p.get(new(wire.State), wire.OpRestore, wire.RestoreArg{Mode: "merge"}, item(file.Name, file.Bytes))
	if got := asked(openPage(t, m.Open())); got != want {
		t.Errorf("restored\n%s\nwant\n%s", got, want)
	}
}

// What a visitor tells of the sample runner's day counts, wherever on earth the
// clock says that it is tomorrow already.
func TestVisitorIsHeard(t *testing.T) {
	p := openPage(t, new(Memory).Open())
	tomorrow := p.b.now() + 1
	p.get(new(wire.State), wire.OpHello, wire.Hello{Today: tomorrow})
	p.get(new(wire.State), wire.OpSample, wire.SampleArg{On: true})
	var s wire.BodyScreen
	p.after(&s, wire.OpBody, tomorrow, wire.OpCheckIn, wire.CheckIn{Date: tomorrow, Stress: ptr(4)})
	if s.CheckIn == nil || s.CheckIn.Stress == nil || *s.CheckIn.Stress != 4 || s.CheckIn.Fatigue != nil {
		t.Errorf("the check-in stays %+v", s.CheckIn)
	}
	if got := p.plan(wire.OpPlanDrop, nil); got.Made != nil {
		t.Error("the plan cannot be dropped")
	}
}

// The sample runner shows the coach and the body alive.
func TestSampleIsAlive(t *testing.T) {
	p := openPage(t, new(Memory).Open())
	var state wire.State
	p.get(&state, wire.OpSample, wire.SampleArg{On: true})
	s := p.planOn(state.Last)
	if s.Made == nil || len(s.Days) != 7 || s.Undo != "" || s.Title == "" {
		t.Errorf("plan: %+v", s)
	}
	bent := slices.ContainsFunc(s.Days, func(d wire.PlanDay) bool { return len(d.Because) > 0 })
	if !bent || s.Forecast == nil {
		t.Errorf("nothing of the week is cut: %+v", s.Days)
	}
	var b wire.BodyScreen
	p.get(&b, wire.OpBody, wire.DateArg{Date: state.Last})
	if b.CheckIn == nil || len(b.Body.Niggles) != 1 || len(b.Runs) == 0 || b.Runs[0].RPE == nil || b.Reaction.State == "unknown" || len(b.History) == 0 {
		t.Errorf("body: %+v", b)
	}
}

// A runner without a file says when they last ran: the return to running begins, and a date
// that is corrected counts as corrected.
func TestLastRunIsReported(t *testing.T) {
	p := openPage(t, new(Memory).Open())
	now := p.b.now()
	goal := func(last diary.Date) wire.PlanMake {
		zero := 0.0
		return wire.PlanMake{Goal: wire.PlanGoal{LastRun: last, WeeklyKm: &zero}}
	}
	if s := p.planOn(now); s.LastRun != 0 || s.Return != nil {
		t.Errorf("nothing is known yet: %+v", s)
	}
	look := goal(now - 30)
	look.Preview = true
	if p.plan(wire.OpPlanMake, look); p.planOn(now).LastRun != 0 {
		t.Error("what was only looked at is kept")
	}
	if s := p.plan(wire.OpPlanMake, goal(now-30)); s.LastRun != now-30 || s.Return == nil || s.Return.DaysOff != 30 || len(s.Return.Stages) == 0 {
		t.Errorf("thirty days off: %+v", s.Return)
	}
	for _, x := range []struct{ ago, off int }{{10, 10}, {24, 24}} {
		if s := p.plan(wire.OpPlanMake, goal(now-diary.Date(x.ago))); s.Return == nil || s.Return.DaysOff != x.off {
			t.Errorf("%d days off: %+v", x.off, s.Return)
		}
	}
	if r, _ := p.ask(wire.OpPlanMake, goal(now+1)); r.Error == nil || !strings.Contains(r.Error.Text, "cannot be after today") {
		t.Errorf("a last run tomorrow: %q", r.Error)
	}
}
