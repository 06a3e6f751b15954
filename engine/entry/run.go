package entry

import (
	"slices"

	"rebound/engine/diary"
)

// Run is a run that there is no file of, or not yet: how long or how far it was at
// least. A second run of a date needs its start.
type Run struct {
	Date    diary.Date `json:"date"`
	Start   Moment     `json:"start,omitempty"`
	Minutes *float64   `json:"minutes,omitempty"`
	Km      *float64   `json:"km,omitempty"`
	RPE     *float64   `json:"rpe,omitempty"`  // 0 to 10
	Pain    *float64   `json:"pain,omitempty"` // the worst during it, 0 to 10
	Sub     string     `json:"sub,omitempty"`  // treadmill, trail or run_walk
	Off     bool       `json:"off,omitempty"`  // takes it back
}

// What a run can be (ours): a day long, as far as anybody ran in one, and no faster
// than the fastest mile.
const (
	longestRun  = 24 * 60 // minutes
	farthestRun = 330     // km
	fastestKm   = 2.2     // minutes
)

func (v Run) of() diary.Date { return v.Date }
func (v Run) name() string   { return "run" }

func (v Run) enter(d *draft) *Refusal {
	out := diary.Run{Stamp: d.stamp, Start: int64(v.Start), RPE: diary.Unsaid, Pain: diary.Unsaid, Sub: v.Sub, Off: v.Off}
	if r := v.started(); r != nil {
		return r
	}
	if !v.Off && v.Minutes == nil && v.Km == nil {
		return &Refusal{Code: Missing, Field: "minutes", Low: 1, High: longestRun, Unit: "min"}
	}
	for _, f := range []struct {
		to    *float32
		field string
		said  *float64
		most  float64
		unit  string
	}{{&out.Minutes, "minutes", v.Minutes, longestRun, "min"}, {&out.Km, "km", v.Km, farthestRun, "km"}} {
		if f.said == nil {
			continue
		}
		if !(*f.said > 0 && *f.said <= f.most) {
			return &Refusal{Code: Range, Field: f.field, Value: *f.said, Low: 1, High: f.most, Unit: f.unit}
		}
		*f.to = float32(*f.said)
	}
	if v.Minutes != nil && v.Km != nil && *v.Minutes < *v.Km*fastestKm {
		return &Refusal{Code: TooFast, Field: "minutes", Value: *v.Minutes, Low: *v.Km, Unit: "min"}
	}
	if r := score(&out.RPE, "rpe", v.RPE, diary.MaxEffort); r != nil {
		return r
	}
	if r := score(&out.Pain, "pain", v.Pain, diary.MaxPain); r != nil {
		return r
	}
	if !slices.Contains(diary.RunSubs, v.Sub) {
		return choice("sub", v.Sub, diary.RunSubs[1:])
	}
	d.Runs = append(d.Runs, out)
	return nil
}

// started refuses a start that is on no clock's Date: clocks are up to 14 h from UTC.
func (v Run) started() *Refusal {
	const day, most = 24 * 60 * 60, 14 * 60 * 60
	if from := int64(v.Date) * day; v.Start != 0 && (int64(v.Start) < from-most || int64(v.Start) >= from+day+most) {
		return &Refusal{Code: OtherDay, Field: "start", Date: v.Date}
	}
	return nil
}

// Ran is a run of which there is no file: the last one before a pause.
type Ran struct {
	Date diary.Date `json:"date"`
	Off  bool       `json:"off,omitempty"`
}

func (v Ran) of() diary.Date { return v.Date }
func (v Ran) name() string   { return "run" }

func (v Ran) enter(d *draft) *Refusal {
	d.Ran = append(d.Ran, diary.Ran{Stamp: d.stamp, Off: v.Off})
	return nil
}

// NotRan is a span of days on which there was no run.
type NotRan struct {
	From diary.Date `json:"from"`
	To   diary.Date `json:"to"`
	Off  bool       `json:"off,omitempty"` // takes the one that begins then back
}

func (v NotRan) of() diary.Date { return v.From }
func (v NotRan) name() string   { return "no run" }

func (v NotRan) enter(d *draft) *Refusal {
	out := diary.NotRan{Stamp: d.stamp, To: v.To, Off: v.Off}
	if v.Off {
		out.To = v.From
	} else if r := d.ended(v.From, v.To); r != nil {
		return r
	}
	d.NotRan = append(d.NotRan, out)
	return nil
}

// Walk is what was walked on a date, all of it, and what it hurt.
type Walk struct {
	Date    diary.Date `json:"date"`
	Minutes float64    `json:"minutes"`
	Pain    *float64   `json:"pain,omitempty"` // the worst during it, 0 to 10
	Off     bool       `json:"off,omitempty"`  // takes the date's back
}

// mostWalked is the longest that a day's walking can be, minutes.
const mostWalked = 24 * 60

func (v Walk) of() diary.Date { return v.Date }
func (v Walk) name() string   { return "walk" }

func (v Walk) enter(d *draft) *Refusal {
	if !v.Off && !(v.Minutes > 0 && v.Minutes <= mostWalked) {
		return &Refusal{Code: Range, Field: "minutes", Value: v.Minutes, Low: 1, High: mostWalked, Unit: "min"}
	}
	out := diary.Walk{Stamp: d.stamp, Minutes: float32(v.Minutes), Pain: diary.Unsaid, Off: v.Off}
	if r := score(&out.Pain, "pain", v.Pain, diary.MaxPain); r != nil {
		return r
	}
	d.Walks = append(d.Walks, out)
	return nil
}
