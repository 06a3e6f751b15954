package entry

import (
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"

	"rebound/engine/diary"
)

// resting is n intervals of about a second that swing with the breath.
func resting(n int) []float64 {
	rr := make([]float64, n)
	for i := range rr {
		rr[i] = math.Round(1000 + 40*math.Sin(float64(i)*1.3))
	}
	return rr
}

// What a measurement with a strap has to be, at both sides of each bound.
func TestStrap(t *testing.T) {
	// steady is pairs of intervals of one length and another by turns, of so many ms in all.
	steady := func(ms float64, apart float64, total float64) (rr []float64) {
		for sum := 0.0; sum < total; sum += rr[len(rr)-1] {
			rr = append(rr, ms+apart*float64(len(rr)/2%2))
		}
		return rr
	}
	// missed has beats that were not heard.
	missed := func(n int) []float64 {
		rr := resting(140)
		for i := range n {
			rr[9+12*i] *= 2
		}
		return rr
	}
	for name, c := range map[string]struct {
		rr   []float64
		code Code
	}{
		"good":                 {resting(130), ""},
		"two minutes":          {steady(1000, 10, 120_000), ""},
		"less":                 {steady(1000, 10, 117_000), Range},
		"a quarter of an hour": {steady(1000, 10, 899_000), ""},
		"more":                 {steady(1000, 10, 902_000), Range},
		"nothing":              {nil, Range},
		"5% missed":            {missed(7), ""},
		"more than 5%":         {missed(8), Unclear},
		"no interval":          {append(resting(130), 0), Range},
		"not a number":         {append(resting(130), math.NaN()), Range},
		"the longest":          {append(resting(130), 64_000), ""},
		"too long":             {append(resting(130), 64_001), Range},
		"110 bpm":              {steady(541, 9, 120_000), ""},
		"over 110 bpm":         {steady(535, 6, 120_000), NoRest},
		"30 bpm":               {steady(1990, 8, 120_000), ""},
		"over 5 ms":            {steady(1000, 8, 120_000), ""},
		"under 5 ms":           {steady(1000, 6, 120_000), NoRest},
		"no variability":       {steady(1000, 0, 120_000), Unclear},
		"two hours":            {steady(1000, 10, 7_200_000), Range},
		"a thousand a second":  {steady(1, 0, 600_000), NoRest},
		"300 bpm":              {steady(200, 0, 120_000), Unclear},
		"more than 300 bpm":    {steady(199, 0, 120_000), NoRest},
		"less than nothing":    {append(resting(130), -1), Range},
	} {
		f, r := File(Strap{Date: today, RR: c.rr}, stamped())
		switch {
		case c.code == "" && (r != nil || len(f.Straps) != 1 || len(f.Straps[0].RR) != len(c.rr)):
			t.Errorf("%s: %v, %+v", name, r, f.Straps)
		case c.code != "" && (r == nil || r.Code != c.code):
			t.Errorf("%s: %v, want %s", name, r, c.code)
		}
	}
	f, _ := File(Strap{Date: today, RR: missed(2)}, stamped())
	if v := f.Straps[0]; v.Wrong != 2 || v.HR != 60 || v.RMSSD < 32 || v.RMSSD > 36 || v.RR[9] != uint16(missed(2)[9]) {
		t.Errorf("%+v", v)
	}
}

// Of several on a day one is taken back, the last unless it is said which, and the one
// before it counts again.
func TestStrapTakenBack(t *testing.T) {
	c := stamped()
	at := int64(100)
	c.Stamp = func(d diary.Date) diary.Stamp { at++; return diary.Stamp{At: at, Date: d} }
	var files []diary.File
	take := func(v Strap) *Refusal {
		c.Diary = diary.Build(files, nil)
		f, r := File(v, c)
		if r == nil {
			files = append(files, f)
		}
		return r
	}
	counts := func() (hr float64) {
		d := diary.Build(files, nil)
		for _, s := range d.Series {
			if s.Source == diary.StrapSource && s.Kind == diary.RestingHR {
				hr = s.Points[0].Value
			}
		}
		return hr
	}
	slower := resting(130)
	for i := range slower {
		slower[i] += 200
	}
	for i, step := range []struct {
		entry Strap
		hr    float64
		no    bool
	}{
		{Strap{Date: today, Off: true}, 0, true},
		{Strap{Date: today, RR: resting(130)}, 60, false},
		{Strap{Date: today, RR: slower}, 50, false},
		{Strap{Date: today, Off: true}, 60, false},
		{Strap{Date: today, At: 5, Off: true}, 60, true},
		{Strap{Date: today - 1, Off: true}, 60, true},
		{Strap{Date: today, At: 102, Off: true}, 0, false}, // the first
	} {
		r := take(step.entry)
		if (r != nil) != step.no || r != nil && r.Code != NoSuchStrap || math.Round(counts()) != step.hr {
			t.Errorf("step %d: %v, and resting heart rate is %.1f, want %.0f", i, r, counts(), step.hr)
		}
	}
}

// What was taken back comes back beat for beat, and counts as it did; what never was, or
// counts, does not.
func TestStrapBroughtBack(t *testing.T) {
	c := stamped()
	at := int64(100)
	c.Stamp = func(d diary.Date) diary.Stamp { at++; return diary.Stamp{At: at, Date: d} }
	var files []diary.File
	take := func(v Strap) *Refusal {
		c.Diary = diary.Build(files, nil)
		f, r := File(v, c)
		if r == nil {
			files = append(files, f)
		}
		return r
	}
	last := func() (v diary.Strap) {
		if all := diary.Build(files, nil).Reported.Straps; len(all) > 0 {
			v = all[len(all)-1]
		}
		return v
	}
	rr := resting(140)
	rr[20] *= 2 // a beat that was left out
	take(Strap{Date: today, RR: rr})
	was := last()
	for name, v := range map[string]Strap{
		"that counts":        {Date: today, At: Moment(was.At)},
		"that never was":     {Date: today, At: 5},
		"of another day":     {Date: today - 1, At: Moment(was.At)},
		"of nothing but now": {Date: today},
	} {
		if r := take(v); r == nil {
			t.Errorf("one %s was brought back", name)
		}
	}
	for range 2 { // and once more: what came back can be taken back too
		gone := last()
		if r := take(Strap{Date: today, At: Moment(gone.At), Off: true}); r != nil || last().RR != nil {
			t.Fatalf("taken back: %v, %+v", r, last())
		}
		if r := take(Strap{Date: today, At: Moment(gone.At)}); r != nil {
			t.Fatal(r)
		}
		is := last()
		if is.At <= gone.At {
			t.Errorf("it is of the moment %d, and the one that is off of %d", is.At, gone.At)
		}
		is.Stamp = was.Stamp
		if !reflect.DeepEqual(is, was) {
			t.Errorf("%+v came back as %+v", was, is)
		}
	}
}

// A journal may take back what it brings itself; what an earlier one brought it cannot know.
func TestTakenBackInOneJournal(t *testing.T) {
	const text = `{"straps":[{"date":"2024-10-01","rr":RR},{"date":"2024-10-01","rr":RR},{"date":"2024-10-01","off":true},{"date":"2024-10-02","off":true}],
"cold":[{"date":"2024-10-01","minutes":5,"celsius":9},{"date":"2024-10-01","off":true},{"date":"2024-10-01","off":true}]}`
	rr, err := json.Marshal(resting(130))
	if err != nil {
		t.Fatal(err)
	}
	heard, refused, err := ReadJournal([]byte(strings.ReplaceAll(text, "RR", string(rr))), stamped())
	if err != nil || len(refused) != 2 || refused[0].Code != NoSuchStrap || refused[0].Place != 4 || refused[1].Code != NoSuchCold || refused[1].Place != 3 {
		t.Errorf("%v, refused %+v", err, refused)
	}
	d := diary.Build([]diary.File{{Kind: Kind, Reported: heard}}, nil)
	if len(d.Reported.Straps) != 1 || d.Reported.Straps[0].At != heard.Straps[0].At || len(d.Reported.Cold) != 0 {
		t.Errorf("%d measurements and %d immersions count", len(d.Reported.Straps), len(d.Reported.Cold))
	}
}

// A measurement out of a backup is one that could have been entered.
func TestStrapPossible(t *testing.T) {
	f, r := File(Strap{Date: today, RR: resting(130)}, stamped())
	if r != nil {
		t.Fatal(r)
	}
	for name, c := range map[string]struct {
		change func(*diary.Strap)
		want   bool
	}{
		"as entered":     {func(*diary.Strap) {}, true},
		"a minute of it": {func(v *diary.Strap) { v.RR = v.RR[:60] }, false},
		"no such HRV":    {func(v *diary.Strap) { v.RMSSD = 251 }, false},
		"no such rate":   {func(v *diary.Strap) { v.HR = 29 }, false},
		"taken back":     {func(v *diary.Strap) { v.Off, v.RR = true, nil }, true},
	} {
		v := f.Straps[0]
		c.change(&v)
		if got := Possible(v.Stamp, &v); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
