package plan

import (
	"slices"
	"strings"
	"time"

	"rebound/engine/diary"
)

// Wish is what the runner asks a plan for, as it is stored with the plan. Nothing
// of it is needed: with none of it the plan keeps the runner healthy at what the
// diary says they run.
type Wish struct {
	RaceDate diary.Date `json:"race_date,omitempty"` // 0: no race
	RaceKm   float64    `json:"race_km,omitempty"`
	Tune     []Race     `json:"tune,omitempty"`    // races on the way, by date
	Recover  *Race      `json:"recover,omitempty"` // a race that was run: its easy days, a plan of its own
	Start    diary.Date `json:"start,omitempty"`
	Days     []string   `json:"days,omitempty"` // of Weekdays, that can be run; nil: PerWeek of them are chosen
	PerWeek  int        `json:"per_week,omitempty"`
	Long     string     `json:"long,omitempty"`      // the long run's day, of Weekdays
	LastRun  diary.Date `json:"last_run,omitempty"`  // before a pause that no file shows
	WeeklyKm *float64   `json:"weekly_km,omitempty"` // nil: as the diary has it

	RaceName    string             `json:"race_name,omitempty"`    // as the runner calls it
	RaceMinutes float64            `json:"race_minutes,omitempty"` // the time that the runner is after
	Off         []Off              `json:"off,omitempty"`          // days that are not the plan's to fill, by date
	Minutes     map[string]float64 `json:"minutes,omitempty"`      // that there is time for, by Weekdays; absent: as long as it takes
}

// Weekdays are the names of days in a wish, by time.Weekday.
var Weekdays = [7]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// Goal is the wish with its days as numbers; what the runner does now
// ([Goal].Now) is for the caller to add. Its error is a [Refusal].
func (w *Wish) Goal() (Goal, error) {
	g := Goal{Start: w.Start, PerWeek: w.PerWeek, Tune: w.Tune, Recover: w.Recover}
	switch {
	case w.RaceDate != 0 && w.RaceKm == 0:
		return g, &Refusal{Code: NoDistance}
	case w.RaceDate == 0 && w.RaceKm != 0:
		return g, &Refusal{Code: NoDate}
	case w.RaceDate != 0:
		g.Race = &Race{Date: w.RaceDate, Km: w.RaceKm, Name: w.RaceName, Minutes: w.RaceMinutes}
	}
	if err := w.checkOff(w.Start); err != nil {
		return g, err
	}
	if err := w.checkLife(); err != nil {
		return g, err
	}
	for _, name := range w.Days {
		d, err := weekday(name)
		if err != nil {
			return g, err
		}
		g.Days = append(g.Days, d)
	}
	if w.Long != "" {
		d, err := weekday(w.Long)
		if err != nil {
			return g, err
		}
		g.Long = &d
	}
	if w.Days != nil && len(w.Days) == 0 && w.PerWeek == 0 {
		return g, &Refusal{Code: NoDays}
	}
	return g, nil
}

func weekday(name string) (time.Weekday, error) {
	i := slices.Index(Weekdays[:], strings.ToLower(name))
	if i < 0 {
		return 0, &Refusal{Code: NotWeekday, Name: name}
	}
	return time.Weekday(i), nil
}
