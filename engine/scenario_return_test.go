package engine_test

import (
	"fmt"

	"rebound/engine"
	"rebound/engine/story"
	"rebound/engine/verdict"
)

// returnDiffers looks at stage (the walk-run's and its sessions done, "3/1", or
// "done" once all are; "-" for none), today (the day's session, "walk_run/30"),
// open (the first day that is not decided, "-" for none), norun ("DATE/why" of a race that should not be run, "-" for none), and raced (the
// race whose easy days these are, "DATE/KM/UNTIL", "-" for none).
func returnDiffers(r engine.Report, key, want string) (why string, known bool) {
	got := "-"
	switch key {
	case "stage":
		if w := r.Layoff.Progress; r.Layoff.Tier == 3 {
			if got = fmt.Sprintf("%d/%d", w.Stage+1, w.Done); w.Over() {
				got = "done"
			}
		}
	case "today":
		if len(r.Week) > 0 {
			got = story.Session(r.Week[0].After)
		}
	case "open":
		for _, d := range r.Week {
			if d.Open && got == "-" {
				got = d.Date.String()
			}
		}
	case "raced":
		if x := r.Raced; x.Date != 0 {
			got = fmt.Sprintf("%v/%.1f/%v", x.Date, x.Km, x.Until)
		}
	case "option": // to a day of rest
		if len(r.Week) > 0 && r.Week[0].Option.Minutes > 0 {
			got = fmt.Sprintf("%s/%.0f", r.Week[0].Option.Kind, r.Week[0].Option.Minutes)
		}
	case "norun":
		for _, d := range r.Week {
			if d.NoRun != "" {
				got = fmt.Sprintf("%v/%s", d.Date, d.NoRun)
			}
		}
		if said := hasReason(r, string(verdict.RaceStands)); said != (got != "-") {
			return fmt.Sprintf("norun %s, among the reasons: %v", got, said), true
		}
	default:
		return "", false
	}
	if got != want {
		return fmt.Sprintf("%s %s, want %s", key, got, want), true
	}
	return "", true
}
