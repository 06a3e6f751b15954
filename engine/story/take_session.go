package story

import (
	"math"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/load"
)

// sessions takes those that bear on the date: of the last months and of before a pause in
// full, of the year what shows a maximal heart rate.
func (k *taking) sessions() {
	t, all := k.Date, k.Diary.Activities
	for len(all) > 0 && all[len(all)-1].Date > t {
		all = all[:len(all)-1]
	}
	k.starts = map[int64]int64{}
	high := k.highest(all)
	end := int64(0) // of the last, on its clock
	for i := range all {
		a := &all[i]
		start := a.Start + int64(a.Offset)
		length := int64(max(a.Seconds, a.Elapsed))
		usual := int64(a.Date)*86400 + 18*3600
		at := start - start%60
		if k.alone(all, i) && end <= usual && usual+length < int64(a.Date+1)*86400 {
			at = usual
		}
		end = at + length
		at += int64(k.shift) * 86400
		k.starts[a.Start] = at
		full := a.Date > t-fullDays || i >= len(all)-fullRuns || a.Date > t-days && float64(a.Seconds) >= 60*k.Rules.HugeMinutes
		if full || a.Date > t-days || slices.Contains(high, i) {
			f := k.file(a.Source, diary.TierDevice)
			f.Activities = append(f.Activities, telling(a, at, full))
		}
	}
}

// alone reports whether a session is the only one of its date, and nothing that was said
// names it by its hour.
func (k *taking) alone(all []diary.Activity, i int) bool {
	d := all[i].Date
	if i > 0 && all[i-1].Date == d || i+1 < len(all) && all[i+1].Date == d {
		return false
	}
	for _, r := range diary.Between(k.Diary.Reported.Runs, d-1, d+1) {
		if r.Start != 0 {
			return false
		}
	}
	return true
}

// highest is the places of the older sessions that may show a maximal heart rate, or
// vouch for one.
func (k *taking) highest(all []diary.Activity) (out []int) {
	if k.Rules.MaxHR > 0 {
		return nil
	}
	best := map[int]uint16{}
	var rest []int
	for i := range all {
		if d := all[i].Date; d > k.Date-longDays && d <= k.Date-days {
			if s := summary(&all[i]); s.Best30 > 0 {
				rest, best[i] = append(rest, i), s.Best30
			}
		}
	}
	diary.SortBy(rest, func(i, j int) int { return int(best[j]) - int(best[i]) })
	return rest[:min(len(rest), peaks)]
}

// summary is an activity's own, or is made.
func summary(a *diary.Activity) *diary.Summary {
	if a.Summary != nil {
		return a.Summary
	}
	return load.Summarise(a)
}

// telling is what is written of a session: in full, or its length, its mean heart rate and
// its highest.
func telling(a *diary.Activity, start int64, full bool) diary.Activity {
	out := diary.Activity{Start: start, Sport: a.Sport, Seconds: a.Seconds, Meters: a.Meters, AvgHR: a.AvgHR, Elapsed: a.Elapsed}
	if out.Seconds == 0 {
		out.Seconds = a.Elapsed
	}
	sum := summary(a)
	s := *sum
	out.Summary = &s
	if full {
		out.Sub, out.Ascent, out.HasAscent = a.Sub, a.Ascent, a.HasAscent
		return out
	}
	s.Minutes, s.Watts, s.Paired, s.Stride = nil, nil, 0, [diary.StrideColumns]diary.Total{}
	s.Rise, s.Risen, s.Ran, s.Stretch, s.Paced = 0, false, 0, 0, false
	s.Lowest, s.Beats = pulse(sum)
	return out
}

// pulse is a histogram of two heart rates with the length and the mean of another.
func pulse(s *diary.Summary) (lowest uint8, beats []uint32) {
	steps, sum := uint32(0), 0.0
	for i, n := range s.Beats {
		steps += n / diary.TrackStep
		sum += float64(int(s.Lowest)+i) * float64(n/diary.TrackStep)
	}
	if steps == 0 {
		return 0, nil
	}
	low := math.Floor(sum / float64(steps))
	above := uint32(math.Round(sum - low*float64(steps)))
	return uint8(low), []uint32{(steps - above) * diary.TrackStep, above * diary.TrackStep}
}
