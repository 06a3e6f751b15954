package main

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/watch/fitfile"
)

// today is the day of every picture: a Thursday.
var today = diary.DateOf(2026, time.March, 12)

// life is what is known of a runner when a picture is taken: what the watch wrote, and
// what the runner reported after it.
type life struct {
	hour  int                 // of today; 0: seven in the morning
	files func() []diary.File // nil: none
	tell  []told              // in order
	do    func(p *tab) error  // what else was done

	ago    diary.Date // how many days before that something was reported
	before []told     // which is this, in order
}

type told struct {
	op   string
	args any
}

// calm is half a year in which all is as usual.
var calm = []sample.Chapter{
	{From: 122, To: 114, Volume: -1, HRV: 0.03, Sleep: 25},
	{From: 40, To: 40, HRV: -0.55, RestingHR: 9, Sleep: -170},
}

// runner is the sample runner's half year with other chapters at its end.
func runner(chapters ...sample.Chapter) sample.Runner {
	r := sample.Years(today, 0)
	r.Story = append(append([]sample.Chapter{}, calm...), chapters...)
	return r
}

// until is what a runner's watch wrote up to the morning of a day.
func until(last diary.Date, chapters ...sample.Chapter) func() []diary.File {
	return func() []diary.File {
		r := runner(chapters...)
		r.Last = last
		return r.Files()
	}
}

// seldom is the same of one who has run no more than one run in so many, these last days.
func seldom(every int, days diary.Date) func() []diary.File {
	return func() []diary.File {
		n := 0
		return slices.DeleteFunc(until(today)(), func(f diary.File) bool {
			if f.Kind != "activity" || diary.Build([]diary.File{f}, nil).Last < today-days {
				return false
			}
			n++
			return n%every != 0
		})
	}
}

// ran is what the watch wrote up to the evening of today, its run with it.
func ran(chapters ...sample.Chapter) func() []diary.File {
	return func() []diary.File {
		var list []diary.File
		for _, f := range until(today+1, chapters...)() {
			if d := diary.Build([]diary.File{f}, nil); d.Last <= today {
				list = append(list, f)
			}
		}
		return list
	}
}

var (
	yes  = true
	zero = 0

	fine   = told{wire.OpCheckIn, wire.CheckIn{Date: today, Signs: noSigns(), Fatigue: &zero, Tension: &zero, Soreness: &zero, Stress: &zero}}
	race   = func(d diary.Date, km float64) told { return called("", d, km) }
	called = func(name string, d diary.Date, km float64) told {
		return told{wire.OpPlanMake, wire.PlanMake{Goal: wire.PlanGoal{RaceDate: d, RaceKm: km, RaceName: name, Start: min(today, d-70)}}}
	}
	begun    = told{wire.OpPlanMake, wire.PlanMake{Goal: wire.PlanGoal{RaceDate: today + 45, RaceKm: 10, RaceName: "Lakeside 10", Start: today - 21}}}
	noRace   = told{wire.OpPlanMake, wire.PlanMake{Goal: wire.PlanGoal{Start: today}}}
	calf     = told{wire.OpNiggle, wire.NiggleSaid{Date: today - 1, Site: "calf", Side: "left", Severity: 3}}
	hip      = told{wire.OpNiggle, wire.NiggleSaid{Date: today, Site: "hip", Side: "right", Severity: 1, Tightness: true}}
	knee     = told{wire.OpNiggle, wire.NiggleSaid{Date: today, Site: "knee", Side: "left", Severity: 6}}
	cold     = told{wire.OpIllness, wire.IllnessSaid{From: today - 2, Where: "above_neck"}}
	chest    = told{wire.OpCheckIn, wire.CheckIn{Date: today, Chest: &yes}}
	sagging  = sample.Chapter{From: 13, To: 0, Ramp: true, HRV: -0.36}
	rising   = sample.Chapter{From: 13, To: 0, Ramp: true, RestingHR: 8}
	sleeping = sample.Chapter{From: 9, To: 0, Ramp: true, Sleep: -130}
	onlyLow  = sample.Chapter{From: 5, To: 0, Ramp: true, HRV: -0.3}
	odd      = sample.Chapter{From: 3, To: 3, HRV: -0.8, RestingHR: 14, Sleep: -250} // one awful night
	paused   = sample.Chapter{From: 16, To: 0, Volume: -1}
)

func noSigns() map[string]int {
	all := map[string]int{}
	for _, s := range diary.SignNames {
		all[s] = 0
	}
	return all
}

// typed are the numbers of so many mornings, today's the last.
func typed(mornings int) (list []told) {
	for n := range mornings {
		hrv, bpm, sleep := float64(58+n%4), float64(47+n%3), float64(430+9*n)
		list = append(list, told{wire.OpTyped, wire.Typed{Date: today - diary.Date(mornings-1-n), HRVms: &hrv, RestingHR: &bpm, SleepMin: &sleep, As: "watch"}})
	}
	return list
}

// lives are by name, which is the path that the site has for them.
var lives = map[string]life{
	"none": {},
	"sample": {do: func(p *tab) error {
		if err := p.press("See a sample runner"); err != nil {
			return err
		}
		return p.wait(`document.querySelector(".ribbon") && ` + settled)
	}},

	"go":       {files: until(today)},
	"odd":      {files: until(today, odd)},
	"hold":     {files: until(today, onlyLow)},
	"cut":      {files: until(today, sagging, rising)},
	"recover":  {files: until(today, sagging, rising, sleeping)},
	"stop":     {files: until(today), tell: []told{chest}},
	"raceday":  {files: until(today), tell: []told{called("Lakeside 10", today, 10)}},
	"raced":    {files: until(today), tell: []told{called("The Great Lakeside & Harbour Bridges Ten Kilometre Classic", today-1, 10)}},
	"back":     {files: until(today, paused)},
	"learning": {files: func() []diary.File { r := runner(); r.Days = 6; return r.Files() }},
	"nothing":  {files: until(today - 4)},
	"ill":      {files: until(today), tell: []told{cold}},
	"done":     {hour: 19, files: ran()},

	"noplan":     {files: until(today)},
	"race":       {files: until(today), tell: []told{race(today+98, 21.0975), fine}},
	"race-cut":   {files: until(today, sagging, rising), tell: []told{race(today+98, 21.0975)}},
	"without":    {files: until(today), tell: []told{noRace}},
	"race-back":  {files: until(today, paused), tell: []told{race(today+98, 21.0975)}},
	"race-knee":  {files: until(today), tell: []told{race(today+98, 21.0975), knee}},
	"typed":      {tell: typed(6)},
	"slipped":    {files: seldom(3, 20), ago: 21, before: []told{begun}},
	"niggles":    {files: until(today), tell: []told{calf, hip, fine}},
	"year":       {files: func() []diary.File { r := sample.Years(today, 1); r.Story = calm; return r.Files() }},
	"errors":     {},
	"table":      {},
	"first-week": {files: func() []diary.File { r := runner(); r.Days = 1; return r.Files() }},
}

// put writes a life's files into a folder.
func (l life) put(dir string) error {
	for _, f := range l.files() {
		data, err := fitfile.Encode(f)
		if err == nil {
			err = save(filepath.Join(dir, filepath.FromSlash(f.Name)), data)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func save(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o666)
}

// mixed is a good night, a run that breaks off, and what is no file of a watch.
func mixed(dir string) error {
	var night, run []byte
	for _, f := range until(today)() {
		var err error
		switch f.Kind {
		case "sleep":
			night, err = fitfile.Encode(f)
		case "activity":
			run, err = fitfile.Encode(f)
		}
		if err != nil {
			return err
		}
	}
	for name, data := range map[string][]byte{
		"Sleep/night.fit": night, "Sleep/night again.fit": night, "Activity/long run.fit": run[:len(run)*3/5],
		"notes.txt": []byte("Felt good today, 10 km."), "Activity/empty.fit": nil, "Monitor/broken.fit": []byte("\x0e\x10nothing of the kind"),
	} {
		if err := save(filepath.Join(dir, filepath.FromSlash(name)), data); err != nil {
			return err
		}
	}
	return nil
}

// ownTable is a table whose columns nobody but the runner knows.
func ownTable(dir string) error {
	f, err := os.Create(filepath.Join(dir, "mornings.csv"))
	if err != nil {
		return err
	}
	io.WriteString(f, "Tag,Puls,HRV,Schlaf\n")
	for i := range 40 {
		d := today - diary.Date(40-i)
		io.WriteString(f, d.String()+","+[]string{"48", "49", "47", "50"}[i%4]+","+[]string{"61", "58", "64"}[i%3]+","+[]string{"7:40", "7:05", "8:10"}[i%3]+"\n")
	}
	return f.Close()
}
