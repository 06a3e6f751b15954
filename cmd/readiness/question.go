package main

import (
	"encoding/json"

	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/entry"
	"rebound/engine/plan"
)

// question is what the verbs that read a diary have in common: whose it is, by which
// rules, of which date, and how the answer is written.
type question struct {
	json     bool
	settings string
	journal  string
	plan     string
	owner    ownerFlag
	date     dateFlag
}

func (q *question) flags(inv *invocation) {
	inv.flags.BoolVar(&q.json, "json", false, "write JSON")
	q.given(inv)
}

// given is the flags of what is asked about, however the answer is written.
func (q *question) given(inv *invocation) {
	inv.flags.StringVar(&q.settings, "settings", "", "JSON `file` of settings")
	q.owner = ownerFlag{}
	inv.flags.Var(q.owner, "owner", "whose data counts where an export holds several people's: `2` is the one with the second most files")
	inv.flags.StringVar(&q.journal, "journal", "", "JSON `file` of what was reported")
}

// follows is the flag of verbs that are asked about days with the plan that they had.
func (q *question) follows(inv *invocation) {
	inv.flags.StringVar(&q.plan, "plan", "", "JSON `file` that plan -json printed")
}

// answers is the engine over everything given.
type answers struct {
	engine *engine.Engine
	words  words.Options
	last   diary.Date // the last day with data that is not in the future
	empty  bool       // there is none
	given  bool       // the plan is -plan's, whatever a backup holds

	followed *plan.Record // nil for none
}

// report is a date's report, following the plan that was given, or else the
// one that a backup's runner followed on that date.
func (a *answers) report(t diary.Date) engine.Report {
	if !a.given {
		v, _ := a.engine.Diary().Reported.PlanOn(t)
		a.engine.Follow(nil)
		if a.followed = plan.Stored(v); a.followed != nil {
			a.engine.Follow(&a.followed.Plan)
		}
	}
	return a.engine.Assess(t)
}

// assess is the same in words.
func (a *answers) assess(t diary.Date) wire.Assessment {
	r := a.report(t)
	out := words.Assessment(a.engine, r, a.words)
	out.Offer = words.Ended(a.engine, r, a.followed, a.words)
	return out
}

// ask reads the PATHs, the settings and the journal. A backup's own settings
// count unless -settings says otherwise.
func (q *question) ask(inv *invocation, paths []string) (*answers, error) {
	own := entry.DefaultSettings()
	if q.settings != "" { // a mistake in it is said before a long read
		if err := readSettings(&own, q.settings); err != nil {
			return nil, err
		}
	}
	var entries []diary.File
	if q.journal != "" {
		f, err := readJournal(q.journal, inv.today(), inv.stderr)
		if err != nil {
			return nil, err
		}
		entries = append(entries, f)
	}
	p, err := q.readPlan()
	if err != nil {
		return nil, err
	}
	x := inv.open(paths, own.Tables.All())
	if err := x.report(inv.stderr); err != nil {
		return nil, err
	}
	x.idle(inv.stderr)
	if len(x.settings) > 0 {
		own = entry.DefaultSettings()
		for _, values := range x.settings {
			own.Read(values) // what this version does not know, or would not accept, stays at its default
		}
		if q.settings != "" {
			if err := readSettings(&own, q.settings); err != nil {
				return nil, err
			}
		}
	}
	files := x.files()
	if own.Sources, err = q.owner.choose(own.Sources, files, inv.stderr); err != nil {
		return nil, err
	}
	d := diary.BuildBy(append(files, entries...), zone, own.Sources)
	a := &answers{
		engine: engine.New(d, own.Settings),
		words:  words.Options{Miles: own.Units == "mi", Today: inv.today()},
	}
	if a.followed = p; p != nil {
		a.engine.Follow(&p.Plan)
	}
	a.engine.Live(inv.today())
	a.given = p != nil
	a.last, a.empty = lastDay(d, inv.today())
	return a, nil
}

// lastDay is the last day up to today on which anything was measured or reported.
func lastDay(d *diary.Diary, today diary.Date) (last diary.Date, empty bool) {
	empty = true
	see := func(t diary.Date) {
		if t <= today && (empty || t > last) {
			last, empty = t, false
		}
	}
	d.Dates(see)
	return last, empty
}

// writeJSON writes v on one line.
func writeJSON(inv *invocation, v any) error {
	enc := json.NewEncoder(inv.stdout)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
