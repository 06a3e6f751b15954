package body

import (
	"slices"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Part is one of the five parts of active recovery.
type Part string

const (
	Mobility      Part = "mobility"
	Neuromuscular Part = "neuromuscular"
	Manual        Part = "manual"
	Strength      Part = "strength"
	LoadPart      Part = "load"
)

// Parts in the order of the programme.
var Parts = []Part{Mobility, Neuromuscular, Manual, Strength, LoadPart}

// Exercise is the code of one item; package words says how it is done.
type Exercise string

// Item is one line of the day's programme. Site and Side say what it is for; ""
// for the whole runner. Test is the test of the movement screen that asks for it;
// Week counts tendon work that goes on after the pain.
type Item struct {
	Part     Part
	Exercise Exercise
	Site     diary.Site
	Side     diary.Side
	Test     string
	Week     int
}

// Phase is what the day's verdict leaves of running.
type Phase uint8

const (
	Building  Phase = iota // as planned
	Easing                 // a cut, a hold, a modified week
	Back                   // coming back after a pause
	Racing                 // a race today, and nothing beside it
	Free                   // as planned, which is no run today
	Unplanned              // nothing is known of what would be run today
)

// Loads of the load-management part.
const (
	LoadAsPlanned Exercise = "load_as_planned"
	LoadFree      Exercise = "load_no_run"
	LoadByFeel    Exercise = "load_by_feel"
	LoadEasy      Exercise = "load_easy"
	LoadShorter   Exercise = "load_shorter"
	LoadBack      Exercise = "load_walk_run"
	LoadIll       Exercise = "load_ill"
	LoadRest      Exercise = "load_rest"
	LoadWell      Exercise = "load_after_illness"
	LoadWalk      Exercise = "load_walk"
	LoadRace      Exercise = "load_race"
	WarmUp        Exercise = "race_warm_up"
	ManualRefer   Exercise = "manual_referral"
)

// mostSites bounds a day's list: what hurts most comes first, and ten minutes
// that are done beat thirty that are not (ours).
const mostSites = 2

// Programme is the day's list: all five parts, rest days most of all; a race's day has a
// warm-up and no more, a runner who is ill has little of it, and one who must stop has nothing to tick off. It is chosen from the niggles, the worst first, what the movement screen found,
// the phase and what was skipped; tendon work goes on for months. Without a niggle
// it sees to an asymmetric stride, else goes round the body by weekday.
func (s *State) Programme(phase Phase) []Item {
	var out []Item
	switch {
	case s.Running == None:
		return nil
	case s.Illness.Lasts():
		if s.ToWalk() != nil { // no run, short or not
			return slices.Clone(resting)
		}
		load := Item{Part: LoadPart, Exercise: LoadIll}
		if s.Triage == SeeClinician {
			load.Exercise = LoadRest
		}
		return append(slices.Clone(resting), load)
	case phase == Racing:
		return slices.Clone(raceDay)
	case s.ToWalk() != nil && len(s.Niggles) == 0:
		out = s.walking(s.ToWalk())
	case len(s.Niggles) == 0 && s.Stride.Out: // the hip steers the stride
		out = append(append(careOf("hip").items("", ""), s.tendonWork()...), s.findings(1)...)
	case len(s.Niggles) == 0:
		out = append(s.tendonWork(), s.findings(mostSites)...)
		round := &general
		if phase == Back {
			round = &rebuilding
		}
		for _, it := range careOf(round[s.Date.Weekday()]).items("", "") {
			if !slices.ContainsFunc(out, func(f Item) bool { return f.Part == it.Part }) {
				out = append(out, it)
			}
		}
	default:
		n := min(mostSites, len(s.Niggles))
		for i := range s.Niggles[:n] {
			out = append(out, s.items(&s.Niggles[i])...)
		}
		out = append(append(out, s.tendonWork()...), s.findings(mostSites-n)...)
	}
	return s.inOrder(append(out, Item{Part: LoadPart, Exercise: s.load(phase)}))
}

// raceDay is the programme of a race's day.
var raceDay = []Item{{Part: Mobility, Exercise: WarmUp}, {Part: LoadPart, Exercise: LoadRace}}

// findings is what the movement screen adds, low results before uneven ones, n
// at most. What loads a site that hurts waits.
func (s *State) findings(n int) (out []Item) {
	for _, state := range []ScreenState{ScreenLow, ScreenUneven} {
		for i := range s.Screen {
			x := &s.Screen[i]
			if x.State == state && len(out) < n && !s.hurts(x.Sites) {
				out = append(out, Item{Part: x.Feeds, Exercise: x.Exercise, Side: x.most(), Test: x.Code})
			}
		}
	}
	return out
}

func (s *State) hurts(sites []diary.Site) bool {
	for i := range s.Niggles {
		if n := &s.Niggles[i]; n.Hurts() && slices.Contains(sites, n.Site) {
			return true
		}
	}
	return false
}

// walking is the programme while walking comes before running: the trunk goes on, unless
// it is what hurt, no leg is loaded, and someone looks at what may have been bone.
func (s *State) walking(c *Cleared) []Item {
	out := []Item{{Part: Mobility, Exercise: "cat_camel"}, {Part: Neuromuscular, Exercise: "dead_bug"}, {Part: Strength, Exercise: "side_plank"}}
	if slices.Contains(trunk, c.Site) {
		out = slices.Clone(resting)
	}
	if !c.Seen {
		out = append(out, Item{Part: Manual, Exercise: ManualRefer, Site: c.Site, Side: c.Side})
	}
	return out
}

func (s *State) load(phase Phase) Exercise {
	switch {
	case s.ToWalk() != nil:
		return LoadWalk
	case s.Running == Shorter:
		return LoadShorter
	case s.Illness.Returning():
		return LoadWell
	case s.Eased != 0:
		return LoadShorter
	case phase == Back:
		return LoadBack
	case phase == Easing:
		return LoadEasy
	case phase == Free:
		return LoadFree
	case phase == Unplanned:
		return LoadByFeel
	}
	return LoadAsPlanned
}

// items is what a niggle gets that does not forbid to run: while it is sore, or a
// worse one beside it that the same work would load, it is held still.
func (s *State) items(n *Niggle) []Item {
	c := careOf(n.Site)
	if n.Running == Shorter {
		c.strength = c.hold
		if c.neuro != "dead_bug" {
			c.neuro = "balance"
		}
	}
	if s.heelSore(n.Site, n.Side) {
		c.strength = c.hold
	}
	if n.Triage == SeeClinician {
		c.manual = ManualRefer
	}
	return c.items(n.Site, n.Side)
}

func (c care) items(site diary.Site, side diary.Side) []Item {
	return []Item{{Mobility, c.mobility, site, side, "", 0}, {Neuromuscular, c.neuro, site, side, "", 0}, {Manual, c.manual, site, side, "", 0}, {Strength, c.strength, site, side, "", 0}}
}

// inOrder lists the parts in their order, those that were skipped first, and each
// exercise once.
func (s *State) inOrder(items []Item) []Item {
	parts := slices.Clone(s.Skipped)
	for _, p := range Parts {
		if !slices.Contains(parts, p) {
			parts = append(parts, p)
		}
	}
	out := make([]Item, 0, len(items))
	for _, part := range parts {
		for i, it := range items {
			again := slices.ContainsFunc(items[:i], func(before Item) bool { return before.Part == part && before.Exercise == it.Exercise })
			if it.Part == part && !again {
				out = append(out, it)
			}
		}
	}
	return out
}

// skipped is the parts of which nothing was ticked off for skip_days running, by
// a runner who ticked something before that and in the four weeks up to t: who
// never ticks tells nothing. Every day lists all parts, so each was there to do.
func skipped(ticks []diary.Tick, t diary.Date, r *rule.Settings) (out []Part) {
	const lately = 28
	from := t - diary.Date(r.SkipDays)
	begun := false
	done := map[Part]bool{}
	for _, v := range ticks {
		begun = begun || v.Date > t-lately && v.Date < from
		if v.Date >= from && v.Date <= t {
			done[partOf(Exercise(v.Code))] = true
		}
	}
	for _, p := range Parts {
		if begun && p != LoadPart && !done[p] {
			out = append(out, p)
		}
	}
	return out
}
