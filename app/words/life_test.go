package words_test

import (
	"math/rand/v2"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/sample"
)

// life is half a year of the sample runner with chapters and entries drawn by a
// seed: drifts, pauses, short nights, illness, niggles, check-ins, races.
func life(seed uint64, last diary.Date) []diary.File {
	rng := rand.New(rand.NewPCG(seed, 7))
	r := sample.Years(last, 0)
	if seed%8 == 5 { // her own story ends in a cut
		return r.Files()
	}
	r.Story = nil
	for range rng.IntN(5) {
		from := rng.IntN(90)
		c := sample.Chapter{From: from, To: max(0, from-3-rng.IntN(20)), Ramp: rng.IntN(2) == 0}
		switch rng.IntN(4) {
		case 0:
			c.HRV, c.RestingHR = -0.4*rng.Float64(), 8*rng.Float64()
		case 1:
			c.Sleep, c.RestingHR = -150*rng.Float64(), 6*rng.Float64()
		case 2:
			c.Volume = -1
		case 3:
			c.Volume, c.EasyHR = 0.6*rng.Float64(), 8*rng.Float64()
		}
		r.Story = append(r.Story, c)
	}
	files := slices.DeleteFunc(r.Files(), func(f diary.File) bool { return seed%4 == 3 && f.Kind == "sleep" })
	if cut := diary.Date(rng.IntN(30)); seed%3 == 2 { // no export for some time
		files = slices.DeleteFunc(files, func(f diary.File) bool {
			return slices.ContainsFunc(f.Activities, func(a diary.Activity) bool { return diary.DateAt(a.Start, 0) > last-cut }) ||
				slices.ContainsFunc(f.Nights, func(n diary.Night) bool { return diary.DateAt(n.End, 0) > last-cut })
		})
	}
	return append(files, diary.File{Kind: "typed", Name: "entries", Reported: entries(rng, last)})
}

// entries are what a runner reports over eighty days.
func entries(rng *rand.Rand, last diary.Date) (r diary.Reported) {
	at := int64(1_700_000_000)
	for n := range 60 {
		at++
		s := diary.Stamp{At: at, Date: last - diary.Date(rng.IntN(80))}
		score := func(most int) diary.Score {
			if rng.IntN(5) == 0 {
				return diary.Unsaid
			}
			return diary.Score(rng.IntN(most + 1))
		}
		switch rng.IntN(12) {
		case 0, 1, 2:
			c := diary.NewCheckIn(s)
			most := 1 + rng.IntN(4)
			for k := range c.Signs {
				c.Signs[k] = score(most)
			}
			c.Fatigue, c.Soreness, c.Ready, c.SleepQuality = score(most), score(most), score(4), score(4)
			if n%9 == 0 {
				c.Fever, c.Chest = diary.Answer(rng.IntN(3)), diary.Answer(rng.IntN(3)*rng.IntN(2))
			}
			r.CheckIns = append(r.CheckIns, c)
		case 3, 4:
			n := diary.Niggle{Stamp: s, Site: diary.Sites[rng.IntN(len(diary.Sites))], Side: diary.Left, Severity: diary.Score(rng.IntN(7)), Tightness: rng.IntN(2) == 0}
			if n.Site == "lower_back" { // which has none
				n.Side = ""
			}
			if rng.IntN(5) == 0 {
				n.BonePoint, n.NightPain, n.Limp = diary.Answer(rng.IntN(3)), diary.Answer(rng.IntN(3)), diary.Answer(rng.IntN(3))
			}
			gone := n
			gone.Stamp.At, gone.Stamp.Date, gone.Severity, gone.Tightness = at+1000, s.Date+1+diary.Date(rng.IntN(9)), 0, false
			gone.BonePoint, gone.NightPain, gone.Limp = diary.No, diary.No, diary.No
			if r.Niggles = append(r.Niggles, n); gone.Date <= last {
				r.Niggles = append(r.Niggles, gone)
			}
		case 5:
			r.Tags = append(r.Tags, diary.DayTag{Stamp: s, Tag: diary.DayTags[rng.IntN(len(diary.DayTags))]})
		case 6:
			v := diary.Illness{Stamp: s, Where: diary.Wheres[rng.IntN(3)]}
			if v.To = min(last, s.Date+diary.Date(rng.IntN(12))); rng.IntN(4) == 0 {
				v.To = 0
			}
			r.Illnesses = append(r.Illnesses, v)
		case 7:
			r.Runs = append(r.Runs, diary.Run{Stamp: s, Minutes: float32(20 + rng.IntN(80)), RPE: score(10), Pain: score(4)})
		case 8:
			r.Typed = append(r.Typed, diary.Typed{Stamp: s, Kind: diary.RestingHR, Value: float64(45 + rng.IntN(15)), As: diary.Reading(rng.IntN(3))})
		case 9:
			r.Walks = append(r.Walks, diary.Walk{Stamp: s, Minutes: 35, Pain: score(1)})
		case 10:
			r.NotRan = append(r.NotRan, diary.NotRan{Stamp: s, To: min(last, s.Date+diary.Date(rng.IntN(9)))})
		case 11:
			r.Decisions = append(r.Decisions, diary.Decision{Stamp: s, Action: []string{"cut_week", "hold_quality", "deload"}[rng.IntN(3)], Accepted: rng.IntN(2) == 0})
		}
	}
	return r
}
