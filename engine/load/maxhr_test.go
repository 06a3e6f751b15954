package load

import (
	"math/rand/v2"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// peaks is runs that reached these heart rates, ten days apart from day 100 on.
func peaks(bpm ...uint8) (list []diary.Activity) {
	for i, v := range bpm {
		list = append(list, run(100+10*diary.Date(i), 30, v, 3))
	}
	return list
}

func TestMaxHR(t *testing.T) {
	const on = 200
	aged := func(age, max uint8) []diary.Person { return []diary.Person{{Age: age, MaxHR: max}} }
	rated := func(date diary.Date, rpe diary.Score) []diary.Effort {
		return []diary.Effort{{Stamp: diary.Stamp{Date: date}, RPE: rpe}}
	}
	easy := peaks(138, 136, 138, 135)
	for name, c := range map[string]struct {
		runs    []diary.Activity
		persons []diary.Person
		efforts []diary.Effort
		raced   diary.Date
		set     float64
		want    MaxHR
	}{
		"the setting comes first":              {peaks(186, 185), aged(40, 181), nil, 0, 195, MaxHR{195, MaxSetting}},
		"seen on two days":                     {peaks(186, 150, 181), aged(40, 0), nil, 0, 0, MaxHR{186, MaxSeen}},
		"two days 3% apart":                    {peaks(200, 150, 194), aged(30, 0), nil, 0, 0, MaxHR{200, MaxSeen}},
		"two days further apart":               {peaks(200, 150, 193), aged(30, 0), nil, 0, 0, MaxHR{187, MaxAge}},
		"one dry strap":                        {peaks(215, 184, 183, 150), aged(40, 0), nil, 0, 0, MaxHR{184, MaxSeen}},
		"one dry strap, and easy runs":         {peaks(215, 138, 137), aged(40, 0), nil, 0, 0, MaxHR{180, MaxAge}},
		"a sensor's error on two days":         {peaks(221, 222, 150), aged(40, 0), nil, 0, 0, MaxHR{180, MaxAge}},
		"two runs of one day are one witness":  {append(peaks(190), run(100, 20, 189, 3), run(110, 20, 150, 3)), aged(40, 0), nil, 0, 0, MaxHR{180, MaxAge}},
		"at 92% of the formula":                {peaks(166, 165), aged(40, 0), nil, 0, 0, MaxHR{166, MaxSeen}},
		"just under":                           {peaks(165, 165), aged(40, 0), nil, 0, 0, MaxHR{180, MaxAge}},
		"easy runs, age known":                 {easy, aged(40, 0), nil, 0, 0, MaxHR{180, MaxAge}},
		"easy runs, nothing else known":        {easy, nil, nil, 0, 0, MaxHR{}},
		"hard ones, nothing else known":        {peaks(186, 185), nil, nil, 0, 0, MaxHR{}},
		"rated 9":                              {peaks(186, 185, 140), nil, rated(110, 9), 0, 0, MaxHR{186, MaxSeen}},
		"rated 8":                              {peaks(186, 185, 140), nil, rated(110, 8), 0, 0, MaxHR{}},
		"another one rated 9":                  {peaks(186, 185, 140), nil, rated(120, 9), 0, 0, MaxHR{}},
		"a race":                               {peaks(186, 185, 140), nil, nil, 100, 0, MaxHR{186, MaxSeen}},
		"another one a race":                   {peaks(186, 185, 140), nil, nil, 120, 0, MaxHR{}},
		"a race of an old heart, under 92%":    {peaks(160, 158), aged(40, 0), nil, 100, 0, MaxHR{160, MaxSeen}},
		"the watch's":                          {easy, aged(40, 176), nil, 0, 0, MaxHR{176, MaxWatch}},
		"the watch's, age not known":           {easy, aged(0, 176), nil, 0, 0, MaxHR{176, MaxWatch}},
		"the watch's default":                  {easy, aged(40, 180), nil, 0, 0, MaxHR{180, MaxAge}},
		"of the year before":                   {easy, aged(40, 181), nil, 0, 0, MaxHR{180, MaxAge}},
		"a round default":                      {easy, aged(0, 190), nil, 0, 0, MaxHR{}},
		"a round default, age known":           {easy, aged(40, 200), nil, 0, 0, MaxHR{180, MaxAge}},
		"seen above the watch's":               {peaks(186, 185), aged(0, 176), nil, 0, 0, MaxHR{186, MaxSeen}},
		"seen as high as the watch's":          {peaks(176, 175), aged(0, 176), nil, 0, 0, MaxHR{176, MaxSeen}},
		"set in the watch that day":            {easy, []diary.Person{{Age: 40, At: on * 86400, MaxHR: 176}}, nil, 0, 0, MaxHR{176, MaxWatch}},
		"the watch's, over what was seen":      {peaks(170, 168), aged(0, 184), nil, 0, 0, MaxHR{184, MaxWatch}},
		"set in the watch later":               {easy, []diary.Person{{Age: 40, At: (on + 1) * 86400, MaxHR: 176}}, nil, 0, 0, MaxHR{180, MaxAge}},
		"set anew in the watch":                {easy, []diary.Person{{Age: 40, MaxHR: 170}, {At: 150 * 86400, MaxHR: 176}}, nil, 0, 0, MaxHR{176, MaxWatch}},
		"set in the watch, and not said again": {easy, []diary.Person{{MaxHR: 176}, {At: 150 * 86400}}, nil, 0, 0, MaxHR{176, MaxWatch}},
		"nothing":                              {nil, nil, nil, 0, 0, MaxHR{}},
	} {
		r := rule.Default()
		r.MaxHR = c.set
		h := New(&diary.Diary{Activities: c.runs, Persons: c.persons, Reported: diary.Reported{Efforts: c.efforts}}, r)
		h.Raced = func(d diary.Date) bool { return d == c.raced }
		if got := h.Max(on); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// What was seen counts for twelve months, and not before it was.
func TestMaxHRIsOfAYear(t *testing.T) {
	d := &diary.Diary{Activities: peaks(188, 186, 150), Persons: []diary.Person{{Age: 40}}}
	h := New(d, rule.Default())
	for date, want := range map[diary.Date]MaxHR{
		99: {180, MaxAge}, 100: {180, MaxAge}, 110: {188, MaxSeen}, 464: {188, MaxSeen}, 465: {180, MaxAge},
	} {
		if got := h.Max(date); got != want {
			t.Errorf("max HR on %d: %+v, want %+v", date, got, want)
		}
	}
	// So does the rating that says so.
	list := append(peaks(186), run(300, 30, 186, 4), run(310, 30, 185, 4))
	h = New(&diary.Diary{Activities: list, Reported: diary.Reported{Efforts: []diary.Effort{{Stamp: diary.Stamp{Date: 100}, RPE: 9}}}}, rule.Default())
	for date, want := range map[diary.Date]MaxHR{300: {186, MaxSeen}, 464: {186, MaxSeen}, 465: {}} {
		if got := h.Max(date); got != want {
			t.Errorf("by a rating, max HR on %d: %+v, want %+v", date, got, want)
		}
	}
}

// A runner of easy runs, of whose maximum nothing else is known, has no hard run and no
// easy-pace check, instead of a tempo run every day. Load goes by the highest seen.
func TestMaxHRNotKnown(t *testing.T) {
	var list []diary.Activity
	for i := range diary.Date(20) {
		list = append(list, run(100+2*i, 50, 138, 2.8))
	}
	h := history(list...)
	for i := range h.Sessions {
		if s := &h.Sessions[i]; h.Hard(s, h.Max(s.Date)) {
			t.Errorf("on %d an easy run is hard", s.Date)
		}
	}
	near(t, "load", h.Next(nil, 138, 50).Load, 50*Men.PerMinute(138, 50, 138), 1e-6)
	near(t, "load of the first", h.Next(nil, 100, 50).Load, 50*Men.PerMinute(138, 50, 138), 1e-6)
	if r := h.Rates(138, 50); r.Hard != 0 || r.Easy == 0 {
		t.Errorf("rates %+v", r)
	}
	if c := h.Easy(140, 50); c.State != EasyUnknown {
		t.Errorf("easy-pace check %+v", c)
	}
	if _, ok := h.ExpectedEffort(&h.Sessions[19]); ok {
		t.Error("an effort is expected")
	}
}

// The highest that a second day vouches for, whatever the order and the ties.
func TestWitnessed(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		h := history()
		for date := diary.Date(0); date < 40; date += diary.Date(rng.IntN(3)) {
			h.Sessions = append(h.Sessions, Session{Date: date, Max30: float64(rng.IntN(3) * (120 + rng.IntN(80)))})
		}
		h.sort()
		want := 0.0
		for _, a := range h.peaks {
			if a.bpm > want && slices.ContainsFunc(h.peaks, func(b peak) bool {
				return b.date != a.date && b.bpm <= a.bpm && a.bpm-b.bpm <= 0.03*a.bpm
			}) {
				want = a.bpm
			}
		}
		if got := h.witnessed(60); got != want {
			t.Fatalf("%v: %g, want %g", h.peaks, got, want)
		}
	}
}
