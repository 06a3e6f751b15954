package backend

import (
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/entry"
	"rebound/engine/plan"
)

// followed is a version of the plan, read.
type followed struct {
	of   diary.PlanOf
	plan *plan.Record // nil: none
}

// follow is the plan for the engine; nil for none.
func (f followed) follow() *plan.Plan {
	if f.plan == nil {
		return nil
	}
	return &f.plan.Plan
}

// planOn is the plan in force on a date. mu is held.
func (b *book) planOn(t diary.Date) followed {
	v, _ := b.built().Reported.PlanOn(t)
	if b.plan.of != v {
		b.plan.of = v
		b.plan.plan = plan.Stored(v)
	}
	return b.plan
}

// assessorOn is the engine over all that is in the book, following the plan that
// was in force on a date: a past day is seen with the plan that it had, and as it stood
// that morning; today goes on. mu is held.
func (b *book) assessorOn(t, today diary.Date) *engine.Engine {
	e := b.assessor()
	e.Live(today)
	e.Follow(b.planOn(t).follow())
	return e
}

func (b *Backend) plan(a wire.DateArg) (wire.PlanScreen, error) {
	options := b.options()
	k := b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.planScreen(a.Date, options), nil
}

// planScreen is the Plan screen on a date. mu is held.
func (b *book) planScreen(t diary.Date, o words.Options) wire.PlanScreen {
	e := b.assessorOn(t, o.Today)
	f := words.Followed{Plan: b.plan.plan}
	if last, before, ok := coach.Undoable(b.built().Reported.Plans, o.Today); ok && t >= last.Date {
		f.Undo = words.PlanChange(last, plan.Stored(diary.PlanOf{Text: before}))
	}
	return words.PlanScreen(e, f, t, o)
}

// makePlan makes a plan from today on, and keeps it, or only shows what the Plan
// screen would be with it.
func (b *Backend) makePlan(a wire.PlanMake) (any, error) {
	options := b.options()
	k := b.shown()
	k.mu.Lock()
	made, err := coach.Make(k.assessorOn(options.Today, options.Today), words.Wish(a.Goal), options.Today)
	if err == nil && a.Preview {
		defer k.mu.Unlock()
		e := k.assessor()
		e.Follow(&made.Plan)
		return words.PlanScreen(e, words.Followed{Plan: &made, Preview: true}, options.Today, options), nil
	}
	k.mu.Unlock()
	if err != nil {
		return nil, err
	}
	return b.keepPlan(diary.PlanOf{Change: diary.PlanMade}, &made, b.lastRun(a.Goal.LastRun))
}

// lastRun is what to keep of the runner's word on their last run; nothing where
// they said none.
func (b *Backend) lastRun(on diary.Date) diary.Reported {
	if on < entry.Oldest {
		return diary.Reported{}
	}
	today, stamp, k := b.now(), b.stamp(on), b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	return coach.LastRun(k.assessor(), stamp, today)
}

// movePlan moves a session of the plan as it was made: what today's verdict adjusts
// is adjusted anew.
func (b *Backend) movePlan(a wire.PlanMove) (wire.State, error) {
	now, err := b.planned()
	if err != nil {
		return wire.State{}, err
	}
	moved, err := now.plan.Swap(plan.Swap(a), b.now())
	if err != nil {
		return wire.State{}, err
	}
	return b.keepPlan(diary.PlanOf{Change: diary.PlanMoved, From: a.From, To: a.To}, &moved, diary.Reported{})
}

// planLife fits the plan from today on into the days that the runner has.
func (b *Backend) planLife(a wire.PlanLife) (wire.State, error) {
	now, err := b.planned()
	if err != nil {
		return wire.State{}, err
	}
	today := b.now()
	if a.Keep {
		same := *now.plan
		same.Kept = today
		return b.keepPlan(diary.PlanOf{Change: diary.PlanKept}, &same, diary.Reported{})
	}
	fitted, err := now.plan.Live(words.Off(a.Off), a.Minutes, today)
	if err == nil && fitted.Race != nil {
		fitted, err = fitted.Call(a.Name, a.Time)
	}
	if err != nil {
		return wire.State{}, err
	}
	if fitted.Encode() == now.of.Text { // said twice, as by a double tap: there is nothing to take back
		return b.state(), nil
	}
	return b.keepPlan(diary.PlanOf{Change: diary.PlanLife}, &fitted, diary.Reported{})
}

func (b *Backend) dropPlan() (wire.State, error) {
	if _, err := b.planned(); err != nil {
		return wire.State{}, err
	}
	return b.keepPlan(diary.PlanOf{Change: diary.PlanDropped}, nil, diary.Reported{})
}

// errNoPlan refuses what needs a plan.
var errNoPlan = &wire.Problem{Code: "no_plan", Text: "There is no plan.", Hint: "Make one first."}

// planned is the plan in force today.
func (b *Backend) planned() (followed, error) {
	today, k := b.now(), b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	f := k.planOn(today)
	if f.plan == nil {
		return f, errNoPlan
	}
	return f, nil
}

// undoPlan brings the version before the last change back.
func (b *Backend) undoPlan() (wire.State, error) {
	today, k := b.now(), b.shown()
	k.mu.Lock()
	_, before, ok := coach.Undoable(k.built().Reported.Plans, today)
	k.mu.Unlock()
	if !ok {
		return wire.State{}, &wire.Problem{Code: "no_change", Text: "There is no change of the plan to take back."}
	}
	return b.keepVersion(diary.PlanOf{Change: diary.PlanBack, Text: before}, diary.Reported{})
}

// keepPlan keeps a plan as the one in force from today on; nil is none. said is what
// the runner said beside it.
func (b *Backend) keepPlan(v diary.PlanOf, p *plan.Record, said diary.Reported) (wire.State, error) {
	if p != nil {
		v.Text = p.Encode()
	}
	return b.keepVersion(v, said)
}

func (b *Backend) keepVersion(v diary.PlanOf, said diary.Reported) (wire.State, error) {
	today := b.now()
	v.Stamp = b.stamp(today)
	said.Plans = []diary.PlanOf{v}
	f := diary.File{Kind: entry.Kind, Name: "plan " + today.String(), Reported: said}
	if err := b.keep(f); err != nil {
		return wire.State{}, err
	}
	return b.state(), nil
}
