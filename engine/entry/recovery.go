package entry

import (
	"math"

	"rebound/engine/body"
	"rebound/engine/diary"
)

// Cold is one immersion in cold water. A date may have several.
type Cold struct {
	At      Moment     `json:"at,omitempty"` // with Off: when the one that is taken back was entered; 0: the date's last
	Date    diary.Date `json:"date"`
	Minutes float64    `json:"minutes"`
	Celsius float64    `json:"celsius"`
	Off     bool       `json:"off,omitempty"`
}

// What an immersion can be.
const (
	mostMinutes         = 120
	coldest     float64 = -5
	warmest             = 40
)

func (c Cold) of() diary.Date { return c.Date }
func (c Cold) name() string   { return "cold" }

func (c Cold) enter(d *draft) *Refusal {
	if c.Off {
		return c.takeBack(d)
	}
	if !(c.Minutes > 0 && c.Minutes <= mostMinutes) {
		return &Refusal{Code: Range, Field: "minutes", Value: c.Minutes, Low: 1, High: mostMinutes, Unit: "min"}
	}
	if !(c.Celsius >= coldest && c.Celsius <= warmest) {
		return &Refusal{Code: Range, Field: "celsius", Value: c.Celsius, Low: coldest, High: warmest, Unit: "°C"}
	}
	d.Cold = append(d.Cold, diary.Cold{Stamp: d.stamp, Minutes: float32(c.Minutes), Celsius: float32(c.Celsius)})
	return nil
}

// takeBack takes one of the date's immersions back, of those that came before in the same
// journal too.
func (c Cold) takeBack(d *draft) *Refusal {
	var known []diary.Cold
	if d.Diary != nil {
		known = diary.Between(d.Diary.Reported.Cold, c.Date, c.Date)
	}
	off := map[int64]bool{}
	for _, list := range [...][]diary.Cold{d.Cold, known} {
		for i := len(list) - 1; i >= 0; i-- {
			switch gone := list[i]; {
			case gone.Date != c.Date:
			case gone.Off:
				off[gone.At] = true
			case !off[gone.At] && (c.At == 0 || gone.At == int64(c.At)):
				gone.Off = true // of two with one moment the diary keeps the one that is off
				d.Cold = append(d.Cold, gone)
				return nil
			}
		}
	}
	return &Refusal{Code: NoSuchCold, Field: "at", Value: float64(c.At), Date: c.Date}
}

// Tick marks an item of a date's programme as done; done: false takes it back.
type Tick struct {
	Date diary.Date `json:"date"`
	Code string     `json:"code"` // of the exercise, as the programme names it
	Done *bool      `json:"done,omitempty"`
}

func (v Tick) of() diary.Date { return v.Date }
func (v Tick) name() string   { return "tick" }

func (v Tick) enter(d *draft) *Refusal {
	switch {
	case v.Code == "":
		return &Refusal{Code: Missing, Field: "code"}
	case !body.Exercise(v.Code).Known():
		return &Refusal{Code: Choice, Field: "code", Word: v.Code}
	}
	d.Ticks = append(d.Ticks, diary.Tick{Stamp: d.stamp, Code: v.Code, Off: v.Done != nil && !*v.Done})
	return nil
}

// Screen is one result of the movement screen, in the test's unit.
type Screen struct {
	Date  diary.Date `json:"date"`
	Test  string     `json:"test"`
	Side  diary.Side `json:"side"` // left, right, or "" for a test without sides
	Value *float64   `json:"value,omitempty"`
	Off   bool       `json:"off,omitempty"`
}

func (v Screen) of() diary.Date { return v.Date }
func (v Screen) name() string   { return "screen" }

func (v Screen) enter(d *draft) *Refusal {
	x := body.FindTest(v.Test)
	if x == nil {
		r := &Refusal{Code: Choice, Field: "test", Word: v.Test}
		for _, x := range body.Tests {
			r.Choices = append(r.Choices, x.Code)
		}
		return r
	}
	sides := []diary.Side{""}
	if x.Sides {
		sides = []diary.Side{diary.Left, diary.Right}
	}
	if r := choice("side", v.Side, sides); r != nil {
		return r
	}
	out := diary.Screen{Stamp: d.stamp, Test: v.Test, Side: v.Side, Off: v.Off}
	if !v.Off {
		switch bounds := (Refusal{Field: "value", Low: x.Min, High: x.Max, Unit: x.Unit}); {
		case v.Value == nil:
			bounds.Code = Missing
			return &bounds
		case !x.Valid(v.Side, *v.Value):
			bounds.Code, bounds.Value = Range, *v.Value
			return &bounds
		}
		out.Value = float32(*v.Value)
	}
	d.Screens = append(d.Screens, out)
	return nil
}

// Reaction is one reaction test: the times of its trials in order, ms; 0 is a
// false start, [diary.Unanswered] and more a light that was not answered.
type Reaction struct {
	Date   diary.Date `json:"date"`
	Trials []float64  `json:"trials"`
	Off    bool       `json:"off,omitempty"`
}

// A test is bounded to what a minute can give, and a trial to what cannot be
// mistaken for seconds or a clock (ours).
const (
	mostTrials   = 100
	longestTrial = 60_000 // ms
)

func (v Reaction) of() diary.Date { return v.Date }
func (v Reaction) name() string   { return "reaction" }

func (v Reaction) enter(d *draft) *Refusal {
	out := diary.Reaction{Stamp: d.stamp, Off: v.Off}
	if n := len(v.Trials); !v.Off && (n == 0 || n > mostTrials) {
		return &Refusal{Code: Range, Field: "trials", Value: float64(n), Low: 1, High: mostTrials, Whole: true, Unit: "trials"}
	}
	for _, ms := range v.Trials {
		if !(ms == 0 || ms >= 1 && ms <= longestTrial) { // 0.268 is meant in seconds, and would be a false start
			return &Refusal{Code: Range, Field: "trial", Value: ms, Low: 1, High: longestTrial, Unit: "ms"}
		}
		out.Trials = append(out.Trials, float32(math.Round(ms*10)/10))
	}
	d.Reactions = append(d.Reactions, out)
	return nil
}

// Period is the first day of one, for the optional cycle log.
type Period struct {
	Date diary.Date `json:"date"`
	Off  bool       `json:"off,omitempty"`
}

func (v Period) of() diary.Date { return v.Date }
func (v Period) name() string   { return "period" }

func (v Period) enter(d *draft) *Refusal {
	d.Periods = append(d.Periods, diary.Period{Stamp: d.stamp, Off: v.Off})
	return nil
}
