package engine_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// A morning's numbers read off the watch and typed are the file of that morning: every
// date has the same verdict, whichever of them is in, in whatever order they came, and
// nothing of them is left once the files are.
func TestTypedAsWatchIsTheFile(t *testing.T) {
	const days = 110
	for seed := range uint64(6) {
		rng := rand.New(rand.NewPCG(seed, 41))
		story := drift
		story.From, story.To = 30, 12
		files := runner(seed+90, days, story)
		whole := diary.Build(files, nil)
		var typed []diary.File
		var kept []diary.File
		missing := map[diary.Date]bool{}
		for d := today - 25; d <= today; d++ { // since the last export, and now and then before
			missing[d] = rng.IntN(3) > 0
		}
		for i := range files {
			d := dateOf(&files[i])
			if measures(&files[i]) && missing[d] {
				typed = append(typed, asTyped(whole, &files[i], d, diary.Reading(rng.IntN(2)))...)
				continue
			}
			kept = append(kept, files[i])
		}
		if len(typed) < 10 {
			t.Fatalf("seed %d: %d mornings were typed", seed, len(typed))
		}
		same := func(name string, list []diary.File) {
			t.Helper()
			list = slices.Clone(list)
			rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
			got, want := engine.New(diary.Build(list, nil), rule.Default()), engine.New(whole, rule.Default())
			for d := today - 40; d <= today; d++ {
				a, b := got.Assess(d), want.Assess(d)
				unstamped(&a)
				unstamped(&b)
				if !reflect.DeepEqual(a, b) {
					t.Fatalf("seed %d, %s, on %v:\n%+v, from the files\n%+v", seed, name, d, a, b)
				}
			}
		}
		same("typed", append(slices.Clone(kept), typed...))
		same("typed, and the files arrived", append(slices.Clone(files), typed...))
		for i := range typed { // what was typed wrong gives way like the rest
			typed[i].Typed[0].Value = min(typed[i].Typed[0].Value*1.3, 100)
		}
		same("typed wrong, and the files arrived", append(slices.Clone(files), typed...))
	}
}

// measures reports whether a file holds nothing but readings of a night or a day.
func measures(f *diary.File) bool {
	return len(f.Resting)+len(f.HRV)+len(f.Nights) > 0 && len(f.Activities) == 0
}

// dateOf is the date of a file's readings, in UTC.
func dateOf(f *diary.File) diary.Date {
	switch {
	case len(f.Resting) > 0:
		return diary.DateAt(f.Resting[0].At, 0)
	case len(f.HRV) > 0:
		return diary.DateAt(f.HRV[0].At, 0)
	case len(f.Nights) > 0:
		return diary.DateAt(f.Nights[0].End, 0)
	}
	return 0
}

// asTyped is what a runner would type for the readings of a file on its date.
func asTyped(d *diary.Diary, f *diary.File, on diary.Date, as diary.Reading) (out []diary.File) {
	for _, s := range d.Series {
		if s.Kind == diary.HRV && len(f.HRV) == 0 || s.Kind == diary.RestingHR && len(f.Resting) == 0 || s.Kind == diary.Sleep && len(f.Nights) == 0 {
			continue
		}
		if p, ok := s.On(on); ok {
			out = append(out, diary.File{Reported: diary.Reported{Typed: []diary.Typed{{Stamp: diary.Stamp{At: int64(on) * 86400, Date: on}, Kind: s.Kind, Value: p.Value, As: as}}}})
		}
	}
	return out
}

// unstamped takes out of a report when its newest readings were stamped, and by whom.
func unstamped(r *engine.Report) {
	for k := range r.Newest {
		r.Newest[k].At, r.Newest[k].By = 0, 0
	}
}

// A correction moves the one reading: with the value that was there it changes nothing,
// taken back it is as if it had never been, and what is left out is as if the file had
// never come. A correction of one signal never touches another.
func TestCorrections(t *testing.T) {
	const days = 110
	rng := rand.New(rand.NewPCG(5, 42))
	files := runner(97, days, drift)
	plain := diary.Build(files, nil)
	assess := func(c ...diary.Correction) *engine.Engine {
		return engine.New(diary.Build(append(slices.Clone(files), diary.File{Reported: diary.Reported{Corrections: c}}), nil), rule.Default())
	}
	for range 30 {
		s := plain.Series[rng.IntN(len(plain.Series))]
		p := s.Points[len(s.Points)-1-rng.IntN(20)]
		c := diary.Correction{Stamp: diary.Stamp{At: 1, Date: p.Date}, Kind: s.Kind, Value: p.Value}
		off, out := c, c
		off.Value, off.Off, off.At = 0, true, 2
		out.Value, out.Discard = 0, true
		without := slices.DeleteFunc(slices.Clone(files), func(f diary.File) bool {
			return dateOf(&f) == p.Date && measures(&f) &&
				(s.Kind == diary.HRV && len(f.HRV) > 0 || s.Kind == diary.RestingHR && len(f.Resting) > 0 || s.Kind == diary.Sleep && len(f.Nights) > 0)
		})
		for name, x := range map[string]struct{ got, want *engine.Engine }{
			"the same value": {assess(c), assess()},
			"taken back":     {assess(c, off), assess()},
			"left out":       {assess(out), engine.New(diary.Build(without, nil), rule.Default())},
		} {
			for d := p.Date; d <= today; d += 3 {
				a, b := x.got.Assess(d), x.want.Assess(d)
				unstamped(&a)
				unstamped(&b)
				if !reflect.DeepEqual(a, b) {
					t.Fatalf("%v of %v, %s, on %v:\n%+v, want\n%+v", s.Kind, p.Date, name, d, a, b)
				}
			}
		}
	}
}
