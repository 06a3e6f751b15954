package inbox

import (
	"testing"
	"time"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// A report needs a day that is not to come, and minutes or a distance; what is wrong is
// said of its input.
func TestReadReport(t *testing.T) {
	const today = diary.Date(20_800)
	for name, c := range map[string]struct {
		date, start, minutes, km string
		miles                    bool
		want                     [2]float64
		wrong                    []string
	}{
		"minutes":          {today.String(), "", "45", "", false, [2]float64{45, 0}, nil},
		"km, with a comma": {(today - 9).String(), "", "", "8,5", false, [2]float64{0, 8.5}, nil},
		"both":             {today.String(), "", " 45 ", "8.5", false, [2]float64{45, 8.5}, nil},
		"miles":            {today.String(), "", "", "5", true, [2]float64{0, 5 * unit.KmPerMile}, nil},
		"neither":          {today.String(), "", "", " ", false, [2]float64{}, []string{idRunMinutes}},
		"words":            {today.String(), "", "an hour", "ten", false, [2]float64{}, []string{idRunMinutes, idRunKm}},
		"nothing run":      {today.String(), "", "0", "-1", false, [2]float64{}, []string{idRunMinutes, idRunKm}},
		"tomorrow":         {(today + 1).String(), "", "45", "", false, [2]float64{}, []string{idRunDate}},
		"this morning":     {today.String(), "06:30", "45", "", false, [2]float64{45, 0}, nil},
		"this evening":     {today.String(), "18:00", "45", "", false, [2]float64{}, []string{idRunStart}},
		"last evening":     {(today - 1).String(), "18:00", "45", "", false, [2]float64{45, 0}, nil},
		"no day":           {"", "", "45", "", false, [2]float64{}, []string{idRunDate}},
	} {
		f := NewReport(&ui.Page{Today: today, State: &wire.State{Units: map[bool]string{true: "mi"}[c.miles]}})
		f.now = func() int64 { return int64(today)*86400 + 9*3600 }
		f.instant = func(d diary.Date, clock string) int64 {
			v, err := time.Parse("15:04", clock)
			if err != nil {
				return 0
			}
			return int64(d)*86400 + int64(v.Hour()*3600+v.Minute()*60)
		}
		said, wrong := f.read(c.date, c.start, c.minutes, c.km)
		if len(wrong) != len(c.wrong) {
			t.Errorf("%s: wrong %v, want %v", name, wrong, c.wrong)
		}
		for _, id := range c.wrong {
			if wrong[id] == "" {
				t.Errorf("%s: nothing is said of %s", name, id)
			}
		}
		if wrong != nil {
			continue
		}
		var got [2]float64
		for i, v := range []*float64{said.Minutes, said.Km} {
			if v != nil {
				got[i] = *v
			}
		}
		if got != c.want || said.Date.String() != c.date || (said.Start != 0) != (c.start != "") {
			t.Errorf("%s: %v of %v, want %v", name, got, said.Date, c.want)
		}
	}
}

// begun are the forms that are not saved yet, and the days that they were begun for.
type begun struct {
	ui.Host
	forms map[string]string
}

func (b begun) Told(_, name string) string { return b.forms[name] }

// The form starts from the day of the screen, or from the last of a pause that is asked
// about; a past day is asked nothing.
func TestReportStartsFrom(t *testing.T) {
	const today = diary.Date(20_800)
	ask := &wire.RunAsk{From: today - 20, To: today - 10, Before: true}
	host := begun{forms: map[string]string{}}
	p := &ui.Page{Host: host, Today: today, Now: &wire.Assessment{Date: today, Asks: &wire.Asks{Run: ask}}}
	f := NewReport(p)
	if f.asked() != ask || f.day() != today-10 {
		t.Errorf("asked %+v, from %v", f.asked(), f.day())
	}
	ask.Before = false
	if f.day() != today {
		t.Errorf("from %v", f.day())
	}
	p.Route.Date = today - 3
	if f.asked() != nil || f.day() != today-3 {
		t.Errorf("on a past day: asked %+v, from %v", f.asked(), f.day())
	}
	host.forms["run"] = (today - 1).String() // begun before midnight
	if f.day() != today-3 {
		t.Errorf("a past day's form is for %v", f.day())
	}
	if p.Route.Date = 0; f.day() != today-1 || !f.opened() {
		t.Errorf("what was begun yesterday is for %v, open %v", f.day(), f.opened())
	}
}
