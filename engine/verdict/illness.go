package verdict

import (
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Codes of the reasons of an illness and of red flags that are gone.
const (
	Illness       Code = "illness"          // it lasts
	IllnessReview Code = "illness_review"   // for long enough to be looked at again
	IllnessLong   Code = "illness_long"     // for so long that a clinician should look
	AfterIllness  Code = "after_illness"    // the easy days after it
	FlagUnseen    Code = "red_flag_unseen"  // it is gone, and nobody has looked at it
	FlagWalks     Code = "red_flag_walks"   // pain-free walking comes before running
	FlagGone      Code = "red_flag_cleared" // gone so lately that runs are short
)

// illnessReasons is what an illness asks for, by its length.
func illnessReasons(f *Facts, add func(Reason)) {
	i, r := f.Body.Illness, f.Rules
	if i.Since == 0 {
		return
	}
	out := Reason{Code: Illness, Tone: ToneEase, Days: i.Days(f.Date), Date: i.Since, Note: string(i.Where), Source: diary.TypedSource, Cites: []rule.Cite{rule.Snyders2022}}
	if i.Returning() {
		out.Code, out.Date, out.Value, out.Limit = AfterIllness, i.Until, float64(f.Date-i.Last), float64(i.Until-i.Last)
		out.Cites = nil
		add(out)
		return
	}
	if i.Where == diary.BelowNeck {
		out.Tone = ToneRecover
	}
	due, clinician := i.Review(f.Date, r)
	long := out
	long.Value = float64(out.Days)
	switch {
	case clinician:
		long.Code, long.Tone, long.Limit = IllnessLong, ToneRecover, r.IllnessClinician
		add(long)
	case due:
		long.Code, long.Tone, long.Limit = IllnessReview, ToneWatch, r.IllnessReview
		defer add(long)
	}
	add(out)
}

// forIllness adjusts one day for an illness or the graded return after it: rest, or
// easy and a share of the usual at most. ordinary is the minutes of a day that is
// neither long nor a race: a long run is none of these days'. own is the runner's easy
// minute in km.
func forIllness(d *DayPlan, f *Facts, ordinary, own float64) {
	left, ok := f.Body.Illness.On(d.Date, f.Date, f.Rules)
	if !ok || d.Before.Kind == Race {
		return
	}
	why := Illness
	if f.Body.Illness.Returning() {
		why = AfterIllness
	}
	if left.Share > 0 && d.After.Minutes > 0 {
		s, whole := easeTo(d.After, own), d.Before.Minutes
		if d.Stage.Times > 0 {
			whole = d.Stage.Minutes()
		}
		if d.Before.Kind == Long && ordinary > 0 {
			whole = min(whole, ordinary)
		}
		most := left.Share * whole
		if left.Most > 0 {
			most = min(most, left.Most)
		}
		if s.Minutes > most {
			s = scale(s, most/s.Minutes)
		}
		if s.Kind == Long {
			s.Kind = Easy
		}
		if !left.Rest {
			d.override(s, why)
			return
		}
		if s.Kind == Easy || s.Kind == WalkRun {
			d.Option = s
		}
	}
	if left.Rest && d.After.Kind != Rest {
		d.override(Session{Kind: Rest}, why)
		d.Stage = Stage{}
	}
}

// override adjusts a day for one reason that leaves less than those before it: they no
// longer say what it is.
func (d *DayPlan) override(s Session, why Code) {
	if s != d.After {
		d.Because = nil
		d.adjust(s, why)
	}
}

// ordinary is the longest of some days' sessions that is neither long nor a race.
func ordinary(before []Session) (minutes float64) {
	for _, s := range before {
		if s.Kind != Long && s.Kind != Race && s.Kind != Cross {
			minutes = max(minutes, s.Minutes)
		}
	}
	return minutes
}

// flagReasons is what a red flag that may have been bone asks for once it is gone: that
// somebody looks at it is the first word, until it is said, wherever running is left.
func flagReasons(f *Facts, add func(Reason)) {
	c := &f.Layoff.Flag
	if c.Site != "" && !c.Seen {
		add(ofFlag(c, FlagUnseen, ToneRecover))
	}
	if f.Layoff.Walking() {
		walks := ofFlag(c, FlagWalks, ToneEase)
		walks.Value, walks.Limit, walks.Days, walks.Cites = float64(c.Walks), f.Rules.FlagWalks, int(f.Rules.FlagWalkMinutes), []rule.Cite{rule.George2024}
		add(walks)
	}
}

// easedReasons is the red flags that are gone so lately that runs are short.
func easedReasons(f *Facts, add func(Reason)) {
	for i := range f.Body.Cleared {
		if c := &f.Body.Cleared[i]; !c.Bony() {
			eased := ofFlag(c, FlagGone, ToneEase)
			eased.Days, eased.Limit = int(f.Date-c.Gone)+1, f.Rules.FlagEasy
			add(eased)
		}
	}
}

func ofFlag(c *body.Cleared, code Code, tone Tone) Reason {
	return Reason{Code: code, Tone: tone, Date: c.Gone, Site: c.Site, Side: c.Side, Source: diary.TypedSource}
}
