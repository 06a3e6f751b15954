package effect_test

import (
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/effect"
	"rebound/engine/rule"
)

// life is a simulated runner's nights: HRV in ln ms, about 0.1 from night to night,
// each like the one before it, with a slow wave of the seasons.
type life struct {
	days             int
	effect           float64 // what is asked about does, ln ms
	everyday, atEnds float64 // how often it comes before a night, on weekdays and at weekends
	stays            int     // for so many nights in a row, as on a journey; 0: one
	weekend          float64 // what weekends do besides
	trend            float64 // a year
	yes              bool    // values are 0 or 1: a quarter of them, and the effect is a share
	spells           int     // it comes for about so many days in a row, as a signal is out of range
	alike            float64 // how much a night is like the one before it; 0: a little
	hurts            float64 // values are 1 where something that is so likely on a day comes within a week
}

// block is how the weeks of a life are drawn.
func (l life) block() effect.Block {
	if l.spells > 0 {
		return effect.Spells
	}
	return effect.Nights
}

func (l life) measure() effect.Measure {
	if l.yes || l.hurts > 0 {
		return effect.Mean
	}
	return effect.Middle
}

const spread = 0.1

func (l life) nights(r *rand.Rand) (out []effect.Night) {
	noise, going, alike := 0.0, 0, 0.4
	if l.alike > 0 {
		alike = l.alike
	}
	hurt := make([]bool, l.days+7)
	for d := range hurt {
		hurt[d] = l.hurts > 0 && r.Float64() < l.hurts
	}
	for d := range l.days {
		date := diary.Date(19_000 + d)
		noise = alike*noise + math.Sqrt(1-alike*alike)*r.NormFloat64()
		v := 4 + spread*noise + 0.05*math.Sin(2*math.Pi*float64(d)/365) + l.trend*float64(d)/365
		often := l.everyday
		if wd := date.Weekday(); wd == 6 || wd == 0 {
			often, v = l.atEnds, v+l.weekend
		}
		if going--; going < 0 && r.Float64() < often {
			going = max(0, l.stays-1)
			if l.spells > 0 {
				going = r.IntN(2 * l.spells)
			}
		}
		with := going >= 0
		if with {
			v += l.effect
		}
		if l.yes {
			chance := 0.25
			if with {
				chance += l.effect
			}
			v = 0
			if r.Float64() < chance {
				v = 1
			}
		}
		if l.hurts > 0 {
			v = 0
			if slices.Contains(hurt[d:d+7], true) {
				v = 1
			}
		}
		if r.Float64() > 0.1 { // a night without a reading, now and then
			out = append(out, effect.Night{Date: date, Value: v, With: with})
		}
	}
	return out
}

// lives are what the answers are held to, by name.
var lives = map[string]life{
	"no effect, half a year":        {days: 182, everyday: 0.25, atEnds: 0.25},
	"no effect, three years":        {days: 1095, everyday: 0.15, atEnds: 0.15},
	"no effect, at weekends":        {days: 365, everyday: 0.05, atEnds: 0.6, weekend: -0.06},
	"no effect, a rising trend":     {days: 730, everyday: 0.1, atEnds: 0.3, trend: 0.1},
	"no effect, journeys":           {days: 730, everyday: 0.03, atEnds: 0.03, stays: 5},
	"no effect, long journeys":      {days: 1095, everyday: 0.006, atEnds: 0.006, stays: 12},
	"no effect, seldom":             {days: 365, everyday: 0.04, atEnds: 0.04},
	"small effect, two years":       {days: 730, effect: -0.03, everyday: 0.2, atEnds: 0.2},
	"small effect, at weekends":     {days: 730, effect: -0.03, everyday: 0.05, atEnds: 0.5, weekend: -0.06},
	"large effect, half a year":     {days: 182, effect: -0.15, everyday: 0.15, atEnds: 0.4, weekend: 0.05},
	"large effect, journeys":        {days: 730, effect: -0.15, everyday: 0.03, atEnds: 0.03, stays: 5},
	"yes or no, no effect":          {days: 365, everyday: 0.25, atEnds: 0.25, yes: true},
	"yes or no, twice as often":     {days: 365, effect: 0.25, everyday: 0.25, atEnds: 0.25, yes: true},
	"no effect, every other day":    {days: 365, everyday: 0.5, atEnds: 0.5},
	"large effect, confounded much": {days: 1095, effect: -0.1, everyday: 0.1, atEnds: 0.7, weekend: 0.1},
	"no effect, signals out":        {days: 730, everyday: 0.02, atEnds: 0.02, spells: 10, alike: 0.8},
	"no effect, out for a week":     {days: 1095, everyday: 0.04, atEnds: 0.04, spells: 5, alike: 0.6},
	"half a year, signals out":      {days: 182, everyday: 0.02, atEnds: 0.02, spells: 10, alike: 0.8},
	"half a year, out for a week":   {days: 182, everyday: 0.04, atEnds: 0.04, spells: 5, alike: 0.6},
	"half a year, out for long":     {days: 182, everyday: 0.02, atEnds: 0.02, spells: 20, alike: 0.8},
	"a year, signals out":           {days: 365, everyday: 0.02, atEnds: 0.02, spells: 10, alike: 0.8},
	"a year, out for long":          {days: 365, everyday: 0.02, atEnds: 0.02, spells: 20, alike: 0.8},
	"half a year, large effect":     {days: 182, effect: -0.15, everyday: 0.02, atEnds: 0.02, spells: 10, alike: 0.6},
	"half a year, pain":             {days: 182, everyday: 0.02, atEnds: 0.02, spells: 10, hurts: 0.05},
	"large effect, signals out":     {days: 730, effect: -0.15, everyday: 0.02, atEnds: 0.02, spells: 10, alike: 0.6},
	"pain within a week, no effect": {days: 1095, everyday: 0.02, atEnds: 0.02, spells: 10, hurts: 0.05},
}

// found is what became of one question over many runners.
type found struct {
	known, alarms, covered int
	bias                   float64
}

func simulate(l life, runners int, r *rule.Settings) (out found) {
	random := rand.New(rand.NewPCG(7, 7))
	for range runners {
		s := effect.Of(l.nights(random), l.measure(), l.block(), r)
		if !s.Known {
			continue
		}
		out.known++
		if s.P <= r.EffectFalse {
			out.alarms++
		}
		if s.Low <= l.effect && l.effect <= s.High {
			out.covered++
		}
		out.bias += s.By - l.effect
	}
	out.bias /= float64(max(out.known, 1))
	return out
}

// Simulated runners whose truth is known: where there is no effect, at most a tenth of
// the questions find one; the interval holds the truth as often as it says; the shift is
// right on average, whatever weekends and seasons do. A thousand runners each with
// REBOUND_LONG, and fewer in every run of the tests.
func TestAnswersRecoverTheTruth(t *testing.T) {
	runners, slack := 60, 0.09
	if os.Getenv("REBOUND_LONG") != "" {
		runners, slack = 1000, 0
	}
	r := rule.Default()
	for name, l := range lives {
		f := simulate(l, runners, &r)
		if f.known < runners/3 {
			t.Errorf("%s: only %d of %d runners have an answer", name, f.known, runners)
			continue
		}
		alarms, covered := float64(f.alarms)/float64(f.known), float64(f.covered)/float64(f.known)
		t.Logf("%-30s known %4d  found %.3f  covered %.3f  bias %+.4f", name, f.known, alarms, covered, f.bias)
		if l.effect == 0 && alarms > 0.10+slack {
			t.Errorf("%s: %.3f of the questions find something", name, alarms)
		}
		if covered < 0.85-slack || covered > 0.95+slack {
			t.Errorf("%s: the interval covers the truth %.3f of the time", name, covered)
		}
		off := 0.01 + slack/5
		if l.hurts > 0 && l.days < 365 { // a mean of shares, each of a few days: over a thousand runners known to 0.008
			off += 0.01
		}
		if math.Abs(f.bias) > off {
			t.Errorf("%s: off by %+.4f on average", name, f.bias)
		}
	}
}
