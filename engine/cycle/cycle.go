// Package cycle looks back at blocks of training: was there more work than
// before, did the body answer, and did it come back better?
//
//	for _, c := range cycle.Review(days, starts, limits) { ... }
//
// Package coach feeds it with plain days, one a date and in order, and with the dates
// on which blocks start; it knows of no file and no plan. Three questions a block,
// each answered with yes, no or unknown and the numbers behind it:
//
//   - [Stress]: was the mean weekly load up on the block before?
//   - Response: was a signal or the check-in adverse at some time?
//   - Adaptation: were the signals back in range at the end, and was heart rate
//     at easy pace lower, or the running-speed index higher, than in the block
//     before?
//
// What is not known answers nothing: a block without signals had no response
// that anyone could see. The three parts, and the question that they answer,
// "Did I allow my body to respond to the work I did recently?", are the guide's;
// all limits here are ours.
package cycle

import "rebound/engine/diary"

// Day is one date of the history.
type Day struct {
	Date      diary.Date
	Load      float64 // TRIMP
	LoadKnown bool    // no session of the day without a load
	Signals   int     // known signals
	Adverse   int     // of them adverse
	Checked   bool    // the check-in channel is known
	Drained   bool    // and adverse
	Easy      *Easy   // of a steady easy run of the day
}

// Easy is a steady easy run: heart rate at the usual easy speed, bpm, and the
// heart rate-running speed index, m/s.
type Easy struct{ HR, Index float64 }

// Answer is yes, no or unknown.
type Answer uint8

const (
	Unknown Answer = iota
	No
	Yes
)

// String is the JSON name.
func (a Answer) String() string { return [...]string{"unknown", "no", "yes"}[a] }

// Cycle is one block and what came of it.
type Cycle struct {
	From, To diary.Date // To is its last day, or the last one seen
	Open     bool       // it goes on

	Stress         Answer
	Weekly, Before float64 // TRIMP a week, of this block and of the one before

	Response           Answer
	OutDays, KnownDays int // days with a signal or the check-in adverse, of those with any known

	Adaptation          Answer
	Back                Answer // the signals were back in range at the end
	EasyHR, EasyBefore  float64
	Index, IndexBefore  float64
	EasyRuns, PriorRuns int
}

// Limits is what counts as a difference.
type Limits struct {
	Load   float64 // share by which a load is more than that of the block before
	Easier float64 // bpm by which heart rate at easy pace is better
	Index  float64 // m/s by which the running-speed index is
	Early  int     // days of a block before which neither more work nor calm is spoken of
}

const (
	covered  = 0.5 // of a block's days that must be known
	loaded   = 0.9 // of them whose load must be
	needRuns = 2   // steady easy runs in a block, to compare
	lastDays = 7   // of a block, in which the signals must be seen
)

// Review answers for each block: starts are the first days of the blocks, in
// order; the first one only serves to compare with and gets no answer of its
// own unless it is the only one.
func Review(days []Day, starts []diary.Date, l Limits) (out []Cycle) {
	if len(days) == 0 {
		return nil
	}
	last := days[len(days)-1].Date
	var prior []Day
	for i, from := range starts {
		to, open := last, true
		if i+1 < len(starts) {
			to, open = starts[i+1]-1, false
		}
		block := between(days, from, to)
		if len(block) == 0 {
			continue
		}
		if i > 0 || len(starts) == 1 {
			c := review(block, prior, l)
			c.From, c.To, c.Open = from, to, open
			out = append(out, c)
		}
		prior = block
	}
	return out
}

func between(days []Day, a, b diary.Date) []Day {
	lo, hi := 0, len(days)
	for lo < hi && days[lo].Date < a {
		lo++
	}
	for hi > lo && days[hi-1].Date > b {
		hi--
	}
	return days[lo:hi]
}

func review(block, prior []Day, l Limits) (c Cycle) {
	var okNow, okBefore bool
	c.Weekly, okNow = weekly(block)
	c.Before, okBefore = weekly(prior)
	if okNow && okBefore && c.Before > 0 && len(block) >= l.Early {
		c.Stress = answer(c.Weekly >= (1+l.Load)*c.Before)
	}
	for _, d := range block {
		if d.Signals > 0 || d.Checked {
			c.KnownDays++
		}
		if d.Adverse > 0 || d.Drained {
			c.OutDays++
		}
	}
	switch {
	case c.OutDays > 0:
		c.Response = Yes // one day seen is seen, however few were
	case len(block) >= l.Early && float64(c.KnownDays) >= covered*float64(len(block)):
		c.Response = No
	}
	c.Back = back(block)
	c.EasyHR, c.Index, c.EasyRuns = easy(block)
	c.EasyBefore, c.IndexBefore, c.PriorRuns = easy(prior)
	if c.EasyRuns >= needRuns && c.PriorRuns >= needRuns {
		better := c.EasyHR <= c.EasyBefore-l.Easier || c.Index >= c.IndexBefore+l.Index
		switch {
		case !better || c.Back == No:
			c.Adaptation = No
		case c.Back == Yes:
			c.Adaptation = Yes
		}
	}
	return c
}

// weekly is a block's load a week; ok is false when too many days are not known.
func weekly(block []Day) (load float64, ok bool) {
	known := 0
	for _, d := range block {
		if d.LoadKnown {
			known++
			load += d.Load
		}
	}
	if known == 0 || float64(known) < loaded*float64(len(block)) {
		return 0, false
	}
	return 7 * load / float64(known), true
}

// back is whether nothing was adverse on the last day of a block with a signal
// known, looked for in its last week.
func back(block []Day) Answer {
	for i := len(block) - 1; i >= max(0, len(block)-lastDays); i-- {
		if d := block[i]; d.Signals > 0 {
			return answer(d.Adverse == 0 && !d.Drained)
		}
	}
	return Unknown
}

func easy(block []Day) (hr, index float64, runs int) {
	for _, d := range block {
		if d.Easy != nil {
			runs++
			hr += d.Easy.HR
			index += d.Easy.Index
		}
	}
	n := float64(max(1, runs))
	return hr / n, index / n, runs
}

func answer(yes bool) Answer {
	if yes {
		return Yes
	}
	return No
}
