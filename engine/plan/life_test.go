package plan_test

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

var lifeStart = diary.DateOf(2026, time.March, 2) // a Monday

// followed is a plan for a half marathon on five days a week: a hard session on Tuesday
// and on Thursday, the long run on Sunday.
func followed(t *testing.T) plan.Record {
	t.Helper()
	w := plan.Wish{Start: lifeStart, RaceDate: lifeStart + 104, RaceKm: 21.0975, Days: []string{"tue", "wed", "thu", "sat", "sun"}, Long: "sun"}
	g, err := w.Goal()
	if err != nil {
		t.Fatal(err)
	}
	g.Now = plan.Shape{Weekly: 45, Easy: 6, MaxHR: 190}
	r := rule.Default()
	p, err := plan.Make(g, &r)
	if err != nil {
		t.Fatal(err)
	}
	return plan.Record{Plan: p, Goal: &w}
}

func live(t *testing.T, r plan.Record, today diary.Date, minutes map[string]float64, off ...plan.Off) plan.Record {
	t.Helper()
	out, err := r.Live(off, minutes, today)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func week(r *plan.Record, monday diary.Date) (out string) {
	for d := monday; d < monday+7; d++ {
		k := string(r.On(d).Kind[0])
		if r.On(d).Kind == verdict.Rest {
			k = "-"
		}
		out += k
	}
	return out
}

// A day off takes its session away. A hard or long one takes the place of an easy run
// of its week, where that is next to nothing hard; the easy run is not made up for.
func TestDaysOff(t *testing.T) {
	made := followed(t)
	for _, c := range []struct {
		name string
		off  plan.Off
		want string
	}{
		{"an easy day", plan.Off{From: lifeStart + 5, To: lifeStart + 5}, "-?e?--l"},
		{"the long run's", plan.Off{From: lifeStart + 6, To: lifeStart + 6, Why: "family"}, "-?e?-l-"},
		{"the weekend", plan.Off{From: lifeStart + 5, To: lifeStart + 6}, "-?e?---"},
		{"a journey on the long run's day", plan.Off{From: lifeStart + 6, To: lifeStart + 6, Why: "travel", Easy: true}, "-?e?-le"},
	} {
		got := live(t, made, lifeStart, nil, c.off)
		w := week(&got, lifeStart)
		for i := range c.want {
			if c.want[i] != '?' && c.want[i] != w[i] {
				t.Errorf("%s: %s, want %s", c.name, w, c.want)
				break
			}
		}
		for d := c.off.From; d <= c.off.To; d++ {
			if s := got.On(d); s.Hard || s.Kind == verdict.Long || !c.off.Easy && s.Minutes > 0 {
				t.Errorf("%s: %v on a day off: %+v", c.name, d, s)
			}
		}
		back := live(t, got, lifeStart, nil)
		if !reflect.DeepEqual(back.Sessions, made.Sessions) || !reflect.DeepEqual(back.Weeks, made.Weeks) || back.Base != nil {
			t.Errorf("%s: the day given back did not get its session back", c.name)
		}
	}
}

// A minute more than there is time for is shortened; a long run that fits on another
// day goes there first.
func TestMinutesADay(t *testing.T) {
	made := followed(t)
	sat, sun := made.On(lifeStart+5), made.On(lifeStart+6)
	for _, c := range []struct {
		limit float64
		as    plan.Fitting
	}{{sat.Minutes, ""}, {sat.Minutes - 1, plan.CutShort}} {
		got := live(t, made, lifeStart, map[string]float64{"sat": c.limit})
		if as, was, _, limit := got.Fitted(sat.Date); as != c.as || as != "" && (was != sat || limit != c.limit) {
			t.Errorf("limit %v of %v min: %q %+v", c.limit, sat.Minutes, as, was)
		}
		if now := got.On(sat.Date); now.Minutes != min(sat.Minutes, c.limit) || now.Km > sat.Km {
			t.Errorf("limit %v: %+v", c.limit, now)
		}
	}
	got := live(t, made, lifeStart, map[string]float64{"sun": sun.Minutes})
	if got.On(sun.Date) != sun || got.On(sat.Date) != sat {
		t.Errorf("there is time enough on Sunday, and it is %+v, Saturday %+v", got.On(sun.Date), got.On(sat.Date))
	}
	got = live(t, made, lifeStart, map[string]float64{"sun": sun.Minutes - 1})
	if as, _, _, _ := got.Fitted(sat.Date); as != plan.CameHere || got.On(sat.Date).Minutes != sun.Minutes {
		t.Errorf("Saturday is %q: %+v", as, got.On(sat.Date))
	}
	if as, _, _, _ := got.Fitted(sun.Date); as != plan.WentAway || got.On(sun.Date).Kind != verdict.Easy {
		t.Errorf("Sunday is %q: %+v", as, got.On(sun.Date))
	}
	all := map[string]float64{}
	for _, d := range plan.Weekdays {
		all[d] = 24
	}
	got = live(t, made, lifeStart, all)
	for _, s := range got.Sessions {
		if s.Kind != verdict.Race && (s.Minutes > 24 || made.On(s.Date).Minutes > 24 && s.Hard) {
			t.Fatalf("24 min a day, and %+v", s)
		}
	}
	all["tue"] = 25
	if got = live(t, made, lifeStart, all); !got.On(lifeStart + 1).Hard {
		t.Errorf("25 min are time for a hard session: %+v", got.On(lifeStart+1))
	}
	if !slices.ContainsFunc(got.Notes, func(n plan.Note) bool { return n.Code == plan.LessLong && n.Value < n.Limit }) {
		t.Error("no word on long runs that have become short ones")
	}
}

// What has no easy day to go to becomes an easy run where it is: a hard session as far as an
// easy pace goes in its minutes, a long run for as long as the week's longest easy one. What
// just fits into the minutes that there are stays as it is.
func TestKeptEasyWhereItIs(t *testing.T) {
	made := followed(t)
	tue, thu, sun := lifeStart+1, lifeStart+3, lifeStart+6
	all := live(t, made, lifeStart, nil, plan.Off{From: lifeStart, To: sun, Easy: true})
	longest := 0.0
	for d := lifeStart; d <= sun; d++ {
		if s := made.On(d); s.Kind == verdict.Easy {
			longest = max(longest, s.Minutes)
		}
	}
	for _, d := range []diary.Date{tue, thu} {
		was, now := made.On(d), all.On(d)
		if !was.Hard {
			continue
		}
		if now.Kind != verdict.Easy || now.Hard || now.Minutes != was.Minutes || now.Km > 0.93*was.Km || now.Km < 0.91*was.Km {
			t.Errorf("%v: %+v became %+v", d, was, now)
		}
	}
	if s := all.On(sun); s.Kind != verdict.Easy || s.Minutes != longest || made.On(sun).Minutes <= longest {
		t.Errorf("the long run of %v min became %+v, and the longest easy one has %v", made.On(sun).Minutes, s, longest)
	}
	if !all.On(tue).Hard && !made.On(tue).Hard && !made.On(thu).Hard {
		t.Error("the week has nothing hard")
	}
	for minutes, kind := range map[float64]verdict.SessionKind{made.On(sun).Minutes: verdict.Long, longest + 1: verdict.Long, longest: verdict.Easy} {
		limits := map[string]float64{"sun": minutes, "tue": 10, "wed": 10, "thu": 10, "sat": 10} // no other day has room
		got := live(t, made, lifeStart, limits)
		if s := got.On(sun); s.Kind != kind || s.Minutes != minutes {
			t.Errorf("%v min for the long run: %+v", minutes, s)
		}
	}
	if got := live(t, made, lifeStart, nil, plan.Off{From: lifeStart + 2, To: lifeStart + 2}); slices.ContainsFunc(got.Notes, func(n plan.Note) bool { return n.Code == plan.LessLong }) {
		t.Error("an easy run less is no long run less")
	}
}

// Whatever is said of the days, no week gets more of anything, no hard days come next
// to each other, no race moves, nothing changes before today; saying it again changes
// nothing, and nothing said is the plan as it was made.
func TestLifeNeverStacks(t *testing.T) {
	made := followed(t)
	_, last, _ := made.Span()
	rnd := rand.New(rand.NewPCG(12, 5))
	for range 300 {
		today := lifeStart + diary.Date(rnd.IntN(60))
		var off []plan.Off
		for range 1 + rnd.IntN(5) {
			from := lifeStart + diary.Date(rnd.IntN(110))
			off = append(off, plan.Off{From: from, To: from + diary.Date(rnd.IntN(9)), Easy: rnd.IntN(3) == 0})
		}
		minutes := map[string]float64{}
		for range rnd.IntN(4) {
			minutes[plan.Weekdays[rnd.IntN(7)]] = float64(10 + rnd.IntN(100))
		}
		got := live(t, made, today, minutes, off...)
		for monday := lifeStart; monday <= last; monday += 7 {
			a, b := sums(&made, monday), sums(&got, monday)
			for i := range a {
				if b[i] > a[i]+1e-6 {
					t.Fatalf("week of %v has more than it had: %v, then %v\noff %v, minutes %v", monday, a, b, off, minutes)
				}
			}
			i := int(monday-lifeStart) / 7
			if d := got.Weeks[i].Km - b[0] - raceKm(&got, monday); d > .06 || d < -.06 {
				t.Fatalf("week of %v says %v km and holds %v", monday, got.Weeks[i].Km, b[0])
			}
		}
		for d := lifeStart; d <= last; d++ {
			was, now := made.On(d), got.On(d)
			if (d < today || was.Kind == verdict.Race) && now != was {
				t.Fatalf("%v: %+v became %+v", d, was, now)
			}
			if now.Hard && got.On(d+1).Hard && !(was.Hard && made.On(d+1).Hard) {
				t.Fatalf("%v and the day after are hard", d)
			}
			key := func(k verdict.SessionKind) bool { return k.Hard() || k == verdict.Long }
			if key(now.Kind) && !key(was.Kind) && made.Race.Date-d <= 3 {
				t.Fatalf("%v, %d days before the race, got %+v", d, made.Race.Date-d, now)
			}
			if limit := minutes[plan.Weekdays[d.Weekday()]]; d >= today && limit > 0 && now.Kind != verdict.Race && now.Minutes > limit {
				t.Fatalf("%v: %v min, and there are %v", d, now.Minutes, limit)
			}
		}
		if again := live(t, got, today, minutes, off...); !reflect.DeepEqual(again, got) {
			t.Fatal("said again it is another plan")
		}
		if back := live(t, got, today, nil); !reflect.DeepEqual(back.Sessions, made.Sessions) {
			t.Fatal("taken back it is another plan")
		}
	}
}

// sums is the km, the hard and the long sessions of a week, without a race, and the
// longest session.
func sums(r *plan.Record, monday diary.Date) (out [4]float64) {
	for d := monday; d < monday+7; d++ {
		s := r.On(d)
		if s.Kind == verdict.Race {
			continue
		}
		out[0] += s.Km
		if s.Hard {
			out[1]++
		}
		if s.Kind == verdict.Long {
			out[2]++
		}
		out[3] = max(out[3], s.Minutes)
	}
	return out
}

func raceKm(r *plan.Record, monday diary.Date) (km float64) {
	for _, d := range r.Races(monday, monday+6) {
		km += r.On(d).Km
	}
	return km
}

// A session that is moved by hand stays where it is put, and goes to no day that the
// runner cannot run.
func TestMovedBesideDaysOff(t *testing.T) {
	got := live(t, followed(t), lifeStart, nil, plan.Off{From: lifeStart + 6, To: lifeStart + 6}, plan.Off{From: lifeStart + 4, To: lifeStart + 4, Easy: true})
	for to, code := range map[diary.Date]plan.RefusalCode{lifeStart + 6: plan.DayOff, lifeStart + 4: plan.DayEasy} {
		_, err := got.Swap(plan.Swap{From: lifeStart + 5, To: to}, lifeStart)
		var r *plan.Refusal
		if !errors.As(err, &r) || r.Code != code || r.Date != to {
			t.Errorf("to %v: %v", to, err)
		}
	}
	moved, err := got.Swap(plan.Swap{From: lifeStart + 5, To: lifeStart}, lifeStart)
	if err != nil {
		t.Fatal(err)
	}
	back := live(t, moved, lifeStart, nil)
	if w := week(&back, lifeStart); strings.Count(w, "l") != 1 || w[0] != 'l' {
		t.Errorf("after a day off was taken back the week is %s: the long run stays where it was put", w)
	}
}

func TestLifeRefused(t *testing.T) {
	d := lifeStart
	for _, c := range []struct {
		code plan.RefusalCode
		wish plan.Wish
	}{
		{plan.OffEnds, plan.Wish{Off: []plan.Off{{From: d, To: d - 1}}}},
		{plan.OffLong, plan.Wish{Off: []plan.Off{{From: d, To: d + 366}}}},
		{"", plan.Wish{Off: []plan.Off{{From: d, To: d + 365}}}},
		{plan.OffMany, plan.Wish{Off: make([]plan.Off, 101)}},
		{plan.LongAgo, plan.Wish{Off: make([]plan.Off, 100)}},
		{plan.OffWhy, plan.Wish{Off: []plan.Off{{From: d, To: d, Why: "beer"}}}},
		{"", plan.Wish{Off: []plan.Off{{From: d, To: d, Why: "travel"}}}},
		{plan.DayTime, plan.Wish{Minutes: map[string]float64{"mon": 9}}},
		{"", plan.Wish{Minutes: map[string]float64{"mon": 10, "sun": 600}}},
		{plan.DayTime, plan.Wish{Minutes: map[string]float64{"mon": 601}}},
		{plan.NotWeekday, plan.Wish{Minutes: map[string]float64{"moon": 60}}},
		{plan.TimeAlone, plan.Wish{RaceMinutes: 60}},
		{plan.RaceTime, plan.Wish{RaceDate: d, RaceKm: 10, RaceMinutes: 19.9}},
		{"", plan.Wish{RaceDate: d, RaceKm: 10, RaceMinutes: 20}},
		{"", plan.Wish{RaceDate: d, RaceKm: 10, RaceMinutes: 200}},
		{plan.RaceTime, plan.Wish{RaceDate: d, RaceKm: 10, RaceMinutes: 200.1}},
		{"", plan.Wish{RaceName: strings.Repeat("ä", 60)}},
		{plan.LongName, plan.Wish{RaceName: strings.Repeat("ä", 61)}},
		{plan.LongName, plan.Wish{Tune: []plan.Race{{Name: strings.Repeat("a", 61)}}}},
	} {
		_, err := c.wish.Goal()
		var r *plan.Refusal
		errors.As(err, &r)
		if r == nil && c.code != "" || r != nil && r.Code != c.code {
			t.Errorf("%+v: %v, want %q", c.wish, err, c.code)
		}
	}
}

// Only days off that are still to come count towards how many there can be, and a plan
// that has more of those that are past is read as it is.
func TestDaysOffThatArePast(t *testing.T) {
	made, today := followed(t), lifeStart+60
	offs := func(past, ahead int) (list []plan.Off) {
		for i := range past {
			list = append(list, plan.Off{From: today - 1 - diary.Date(i), To: today - 1})
		}
		for i := range ahead {
			list = append(list, plan.Off{From: today - 1, To: today + diary.Date(i)})
		}
		return list
	}
	full, err := made.Live(offs(300, 100), nil, today)
	if err != nil {
		t.Fatal(err)
	}
	if read, err := plan.Decode([]byte(full.Encode())); err != nil || !reflect.DeepEqual(read, full) {
		t.Errorf("read back: %v", err)
	}
	for _, list := range [][]plan.Off{offs(0, 101), offs(901, 100)} {
		var r *plan.Refusal
		if _, err := made.Live(list, nil, today); !errors.As(err, &r) || r.Code != plan.OffMany {
			t.Errorf("%d entries: %v", len(list), err)
		}
	}
}

// The name and the time of a race change nothing of how it is trained for.
func TestRaceIsCalled(t *testing.T) {
	made := followed(t)
	got, err := made.Call("Hove Prom <b>", 105)
	if err != nil || got.Race.Name != "Hove Prom <b>" || got.Race.Minutes != 105 || got.Race.Date != made.Race.Date {
		t.Fatalf("%v %+v", err, got.Race)
	}
	if !reflect.DeepEqual(got.Sessions, made.Sessions) || !reflect.DeepEqual(got.Paces, made.Paces) {
		t.Error("a name changed the plan")
	}
	read, err := plan.Decode([]byte(got.Encode()))
	if err != nil || !reflect.DeepEqual(read, got) {
		t.Errorf("%v: read back as %+v", err, read)
	}
	if _, err := got.Call("", 0); err != nil {
		t.Error(err)
	}
}

// What is hard is so by its kind, in the sessions that days off replaced too: a plan that was
// written elsewhere may not say it.
func TestLifeFromOutsideIsHard(t *testing.T) {
	good := live(t, followed(t), lifeStart, nil, plan.Off{From: lifeStart, To: lifeStart + 6})
	read, err := plan.Decode([]byte(strings.ReplaceAll(good.Encode(), `"hard":true`, `"hard":false`)))
	if err != nil || !reflect.DeepEqual(read, good) {
		t.Errorf("%v: read back as another plan", err)
	}
}

// A plan from outside is checked for what was said of its days as one that is wished for.
func TestLifeFromOutside(t *testing.T) {
	good := live(t, followed(t), lifeStart, map[string]float64{"sun": 60}, plan.Off{From: lifeStart + 1, To: lifeStart + 1})
	if got, err := plan.Decode([]byte(good.Encode())); err != nil || !reflect.DeepEqual(got, good) {
		t.Errorf("%v", err)
	}
	for name, c := range map[string]struct {
		from, to string
		code     plan.RefusalCode
	}{
		"no minutes":          {`"minutes":{"sun":60}`, `"minutes":{"sun":-60}`, plan.DayTime},
		"days that end first": {`"off":[{"from":"2026-03-03"`, `"off":[{"from":"2026-03-04"`, plan.OffEnds},
		"a base of two a day": {`"base":[`, `"base":[{"date":"2026-03-04","kind":"easy","minutes":1,"km":1,"hard":false},`, plan.TwoSessions},
		"a time of nobody":    {`"km":21.0975}`, `"km":21.0975,"minutes":-3}`, plan.RaceTime},
		"a name of a book":    {`"km":21.0975}`, `"km":21.0975,"name":"` + strings.Repeat("x", 61) + `"}`, plan.LongName},
	} {
		text := strings.Replace(good.Encode(), c.from, c.to, 1)
		_, err := plan.Decode([]byte(text))
		var r *plan.Refusal
		if !errors.As(err, &r) || r.Code != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}
