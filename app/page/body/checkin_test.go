package body

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
	"rebound/engine/diary"
)

func TestCheckInHasTheJournalsSigns(t *testing.T) {
	for i, q := range signs {
		if q.key != diary.SignNames[i] {
			t.Errorf("line %d is %s, the journal's is %s", i, q.key, diary.SignNames[i])
		}
	}
}

// What one press fills in.
func TestCheckInFills(t *testing.T) {
	c := wire.CheckIn{Date: day, Tags: []string{"heat"}, Period: yes()}
	allFine(&c)
	for _, key := range []string{"unresolved_soreness", "irritable_or_unmotivated", "fatigue", "tension", "soreness", "stress"} {
		if n := scoreOf(&c, key); n == nil || *n != 0 {
			t.Errorf("all fine leaves %s at %v", key, n)
		}
	}
	if len(c.Signs) != diary.Signs || len(c.Tags) != 0 || c.Fever == nil || *c.Fever || c.Chest == nil || *c.Chest || c.Period == nil || !*c.Period {
		t.Errorf("all fine is %+v", c)
	}

	if c.Ready != nil || c.Quality != nil {
		t.Errorf("all fine says how it slept: %+v", c)
	}

	last := wire.CheckIn{Date: day - 2, Signs: map[string]int{"drained": 3}, Stress: num(4), Ready: num(1), Quality: num(0), Tags: []string{"alcohol", "illness"}, Fever: yes(), Period: yes()}
	c = wire.CheckIn{Date: day, Ready: num(3)}
	asLast(&c, &last)
	if c.Date != day || *scoreOf(&c, "drained") != 3 || *c.Stress != 4 || scoreOf(&c, "fatigue") != nil || c.Period != nil || !*c.Fever || !slices.Equal(c.Tags, []string{"illness"}) {
		t.Errorf("as the last one is %+v", c)
	}
	if *c.Ready != 3 || c.Quality != nil {
		t.Errorf("it slept and is ready as the last one: %+v", c)
	}
	setScore(&c, "drained", 0)
	if last.Signs["drained"] != 3 {
		t.Error("changing the new check-in changed the last one")
	}
	setScore(&c, "sleep_quality", 4)
	if n := scoreOf(&c, "sleep_quality"); n == nil || *n != 4 || !saysSomething(&wire.CheckIn{Quality: n}) {
		t.Errorf("sleep quality is %v", n)
	}
	if saysSomething(&wire.CheckIn{Date: day}) || !saysSomething(&wire.CheckIn{Fever: no()}) {
		t.Error("an empty check-in says something, or an answered one nothing")
	}
}

// The check-in offers every tag that the diary knows, and no other.
func TestCheckInHasEveryTag(t *testing.T) {
	offered := []string{tagIllness}
	for _, tag := range tagNames {
		offered = append(offered, tag[0])
	}
	slices.Sort(offered)
	if known := slices.Sorted(slices.Values(diary.DayTags)); !slices.Equal(offered, known) {
		t.Errorf("the page offers %v, the diary knows %v", offered, known)
	}
}

// Each tag with a dose asks for it in amounts that can be, and is forgotten with it.
func TestCheckInDoses(t *testing.T) {
	for _, miles := range []bool{false, true} {
		for i, d := range diary.Doses {
			q := doses(miles)[i]
			_, least := q.said(q.choices[0])
			_, most := q.said(q.choices[len(q.choices)-1])
			if q.tag != d.Tag || !d.Holds(least) || !d.Holds(most) || !slices.IsSorted(q.choices) {
				t.Errorf("%s is asked as %+v", d.Tag, q)
			}
		}
	}
	last := wire.CheckIn{Tags: []string{"alcohol", tagIllness}, Doses: map[string]float64{"alcohol": 2}}
	c := wire.CheckIn{Date: day}
	if asLast(&c, &last); len(c.Doses) != 0 {
		t.Errorf("another night's drinks: %v", c.Doses)
	}
	c = copyOf(&last)
	if c.Doses["alcohol"] = 3; last.Doses["alcohol"] != 2 {
		t.Error("changing the new check-in changed the last one")
	}
	tagged(&c, "heat", true)
	if tagged(&c, "alcohol", false); len(c.Doses) != 0 || slices.Contains(c.Tags, "alcohol") || !slices.Contains(c.Tags, "heat") {
		t.Errorf("a tag that was taken back leaves %v, %v", c.Doses, c.Tags)
	}
	c.Doses = map[string]float64{"heat": 30}
	if allFine(&c); len(c.Doses) != 0 {
		t.Errorf("all fine leaves %v", c.Doses)
	}
}

// A runner who reads miles taps °F and feet, what is stored is metric, and what is stored
// shows on the choice that it came from.
func TestDosesInMiles(t *testing.T) {
	v := new(View)
	for _, x := range []struct {
		miles  bool
		stored map[string]float64
		want   []string
	}{
		{true, map[string]float64{"heat": float64(float32((85 - 32) / 1.8)), "altitude": float64(float32(5000 * .3048))}, []string{"85", "5,000"}},
		{true, map[string]float64{"heat": 28, "altitude": 1500}, []string{"82", "4,900"}},
		{false, map[string]float64{"heat": 28, "altitude": 1500}, []string{"28", "1,500"}},
		{false, map[string]float64{"heat": float64(float32((75 - 32) / 1.8)), "altitude": 914.4}, []string{"24", "910"}},
	} {
		for i, q := range doses(x.miles)[2:] {
			var on []string // the choices that show as made, and what is sent of them
			for _, label := range strings.Split(app.HTMLString(q.draw(&wire.CheckIn{Doses: x.stored}, v)), "<label>")[1:] {
				if !strings.Contains(label, `data-on="false"`) {
					on = append(on, between(label, "<span>", "</span>"), between(label, `data-value="`, `"`))
				}
			}
			if want := []string{x.want[i], strconv.FormatFloat(x.stored[q.tag], 'f', -1, 64)}; !slices.Equal(on, want) {
				t.Errorf("%s, miles %v: %q, want %q", q.tag, x.miles, on, want)
			}
		}
	}
}

func between(text, from, to string) string {
	_, text, _ = strings.Cut(text, from)
	text, _, _ = strings.Cut(text, to)
	return text
}
