package backend

import (
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/coach"
	"rebound/engine/verdict"
)

func (b *Backend) hello(a wire.Hello) (wire.State, error) {
	b.mu.Lock()
	b.today, b.miles = a.Today, a.Miles
	b.mu.Unlock()
	b.begin()
	return b.state(), nil
}

// begin has a diary that begins go by what is usual where the runner is. One that is
// there, or whose runner has set anything, stays as it is.
func (b *Backend) begin() {
	if b.miles && b.own.untouched() {
		p := b.own.settings()
		p.Units = "mi"
		if err := b.own.set(p); err != nil {
			println("beginning in miles:", err.Error())
		}
	}
}

func (b *Backend) state() wire.State {
	k := b.shown()
	revision := b.revision()
	b.mu.Lock()
	s := wire.State{Revision: revision, Sample: k == b.sample, Busy: b.running > 0}
	tables := len(b.asked)
	if k != b.own {
		tables = 0
	}
	b.mu.Unlock()
	k.mu.Lock()
	defer k.mu.Unlock()
	d := k.built()
	s.First, s.Last = d.First, d.Last
	s.Empty, s.Kept, s.Others = len(k.have) == 0, k.last, k.reads
	s.Files = k.imported
	s.Units, s.Theme = k.prefs.Units, k.prefs.Theme
	s.Asks = k.asks(tables)
	return s
}

func (b *Backend) assess(a wire.DateArg) (wire.Assessment, error) {
	options := b.options()
	k := b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	e := k.assessorOn(a.Date, options.Today)
	r := e.Assess(a.Date)
	out := words.Assessment(e, r, options)
	words.Ask(&out, e, &r, k.plan.plan, options)
	if d := coach.Newest(&r); out.Occasion == string(coach.NothingNew) { // as that morning had it
		if then := k.assessorOn(d, options.Today).Assess(d); then.Level != verdict.LevelUnknown {
			out.Earlier = words.Word(then)
		}
	}
	return out, nil
}

// ifToday looks at the mornings after a date, by what is done on it. It is asked when the
// runner opens it, and keeps nothing.
func (b *Backend) ifToday(a wire.DateArg) (wire.IfToday, error) {
	options := b.options()
	k := b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	return words.IfToday(k.assessorOn(a.Date, options.Today), a.Date, options), nil
}

func (b *Backend) trends(a wire.TrendsArg) (wire.Trends, error) {
	options := b.options()
	k := b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	return words.Trends(k.assessorOn(a.To, options.Today), a, options), nil
}

// effects is worked out when its screen is opened, and not before.
func (b *Backend) effects(a wire.DateArg) (wire.Effects, error) {
	options := b.options()
	k := b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	return words.Effects(k.assessorOn(a.Date, options.Today), a.Date, options), nil
}

func (b *Backend) fileList() wire.FileList {
	k := b.shown()
	b.mu.Lock()
	last := b.last
	if k == b.sample {
		last = nil
	}
	list := wire.FileList{Lines: []wire.FileLine{}, Groups: []wire.FileGroup{}}
	if last != nil {
		p := last.progress
		list.Progress = &p
	}
	b.mu.Unlock()
	if k == b.own {
		list.Tables = b.tables()
	}
	options := b.options()
	k.mu.Lock()
	defer k.mu.Unlock()
	explained := k.prefs.Tables.All()
	for _, l := range k.lines {
		if _, ok := explained[l.Key]; !ok || l.Key == "" { // what was explained since was read
			list.Lines = append(list.Lines, l)
		}
	}
	list.People = k.people(options)
	list.Total = k.imported
	if last != nil {
		last.list(&list)
	}
	return list
}

func (b *Backend) settings() wire.Settings {
	today := b.now()
	k := b.shown()
	s := wire.Settings{Version: b.host.Version, Persist: k == b.own && b.host.Persisted != nil && b.host.Persisted()}
	k.mu.Lock()
	defer k.mu.Unlock()
	p := k.prefs
	s.Units, s.Theme = p.Units, p.Theme
	s.Sex, s.MaxHR, s.Age = p.Sex, p.MaxHR, p.Age
	s.MaxHRNow = words.MaxHR(k.assessor(), today)
	s.Rules = words.Rules(p.Settings)
	s.Tables, s.Sources = known(p.Tables.All()), k.preferred()
	s.Bytes = k.bytes
	return s
}
