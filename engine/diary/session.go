package diary

import (
	"slices"
	"strconv"
)

// Effort is what the runner said of a date's training: a session's RPE (0 to
// 10), or that it was strength work. One of each a date and session; the later
// counts.
type Effort struct {
	Stamp
	Start    int64 // of the session, Unix seconds; 0: of the date as a whole
	RPE      Score
	Strength bool
	Off      bool
}

func (e *Effort) of() (string, bool) {
	return strconv.FormatBool(e.Strength) + " " + strconv.FormatInt(e.Start, 10), e.Off
}

func (e *Effort) pack(p *packer) {
	p.stamp(&e.Stamp)
	if p.version >= 4 { // version 3 has the starts of a file's after all else
		e.Start = p.int(e.Start)
	}
	unsigned(p, &e.RPE)
	p.flag(&e.Strength)
	p.flag(&e.Off)
}

func (e *Effort) tidy() bool { return !e.RPE.Said() || e.RPE <= MaxEffort }

// RunPain is the worst pain during a run, 0 to 10: what a stage of the return to
// running is judged by. Start names the run, 0 the whole date.
type RunPain struct {
	Stamp
	Start int64
	Pain  Score
	Off   bool
}

func (v *RunPain) of() (string, bool) { return strconv.FormatInt(v.Start, 10), v.Off }

func (v *RunPain) pack(p *packer) {
	p.stamp(&v.Stamp)
	v.Start = p.int(v.Start)
	unsigned(p, &v.Pain)
	p.flag(&v.Off)
}

func (v *RunPain) tidy() bool { return v.Pain <= MaxPain }

// Ran is the runner's word that they ran on a date of which there is no file: the
// last run before a pause.
type Ran struct {
	Stamp
	Off bool
}

func (v *Ran) of() (string, bool) { return "", v.Off }

func (v *Ran) pack(p *packer) {
	p.stamp(&v.Stamp)
	p.flag(&v.Off)
}

// Run is a run by the runner's word: there is no file of it, or not yet. Minutes and
// Km are 0 where they were not said; one of them is. One of each date and start: a
// second run of a date needs its start.
type Run struct {
	Stamp
	Start       int64 // Unix seconds; 0: not said
	Minutes, Km float32
	RPE, Pain   Score
	Sub         string // as in [Activity]: one of RunSubs
	Off         bool
}

// RunSubs are what a reported run can be on: a road or a path, a treadmill, a trail; or,
// wherever it was, a run-walk, whose minutes and km are of both.
var RunSubs = []string{"", "treadmill", "trail", RunWalk}

// RunWalk is a reported run that was broken by walks.
const RunWalk = "run_walk"

func (v *Run) of() (string, bool) { return strconv.FormatInt(v.Start, 10), v.Off }

func (v *Run) pack(p *packer) {
	p.stamp(&v.Stamp)
	v.Start = p.int(v.Start)
	p.float(&v.Minutes)
	p.float(&v.Km)
	unsigned(p, &v.RPE)
	unsigned(p, &v.Pain)
	p.word(&v.Sub)
	p.flag(&v.Off)
}

func (v *Run) tidy() bool {
	v.RPE, v.Pain = v.RPE.upTo(MaxEffort), v.Pain.upTo(MaxPain)
	return (v.Minutes > 0 || v.Km > 0) && v.Minutes >= 0 && v.Km >= 0 && slices.Contains(RunSubs, v.Sub)
}

// RunPains is what was said of pain during runs from day a to day b: of recorded ones,
// and in reports of those without a file.
func (r *Reported) RunPains(a, b Date) (out []RunPain) {
	out = append(out, Between(r.Pains, a, b)...)
	for _, v := range Between(r.Runs, a, b) {
		if v.Pain.Said() {
			out = append(out, RunPain{Stamp: v.Stamp, Start: v.Start, Pain: v.Pain})
		}
	}
	return out
}

// NotRan is the runner's word that they did not run from the stamp's date to To.
type NotRan struct {
	Stamp
	To  Date
	Off bool
}

func (v *NotRan) of() (string, bool) { return "", v.Off }

func (v *NotRan) pack(p *packer) {
	p.stamp(&v.Stamp)
	signed(p, &v.To)
	p.flag(&v.Off)
}

func (v *NotRan) tidy() bool { return v.To >= v.Date }

// Walk is what the runner walked on a date, all of it: with what it hurt, what is
// asked of a bone before it runs again.
type Walk struct {
	Stamp
	Minutes float32
	Pain    Score // the worst during it; Unsaid where it was not said
	Off     bool
}

func (v *Walk) of() (string, bool) { return "", v.Off }

func (v *Walk) pack(p *packer) {
	p.stamp(&v.Stamp)
	p.float(&v.Minutes)
	unsigned(p, &v.Pain)
	p.flag(&v.Off)
}

func (v *Walk) tidy() bool { return !v.Pain.Said() || v.Pain <= MaxPain }
