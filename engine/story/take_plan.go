package story

import (
	"rebound/engine/diary"
	"rebound/engine/plan"
)

// bears reports whether a day of a plan is told: more is asked of none but its span, its
// weeks and its races.
func (k *taking) bears(d diary.Date) bool { return d > k.Date-fullDays && d < k.Date+8 }

// follow is the plan that is followed.
func (k *taking) follow() *plan.Plan {
	p, t := k.Plan, k.Date
	out := plan.Plan{}
	for i, s := range p.Sessions {
		if i == 0 || i+1 == len(p.Sessions) || k.bears(s.Date) || s.Kind == "race" {
			s.Date += k.shift
			out.Sessions = append(out.Sessions, s)
		}
	}
	for _, w := range p.Weeks {
		if w.Start < t+14 {
			w.Start += k.shift
			out.Weeks = append(out.Weeks, w)
		}
	}
	if p.Race != nil {
		out.Race = &plan.Race{Date: p.Race.Date + k.shift, Km: p.Race.Km, Minutes: p.Race.Minutes}
	}
	for _, n := range p.Notes {
		if n.Code == plan.Recovering {
			out.Notes = append(out.Notes, plan.Note{Code: n.Code, Race: plan.Race{Date: n.Race.Date + k.shift, Km: n.Race.Km}})
		}
	}
	return &out
}

// life is the lines of what the runner said of the days that they have, and of what the
// days were before the plan was fitted into them. Why they cannot run is nobody's business.
func (k *taking) life() (out []string) {
	if w := k.Plan.Goal; w != nil {
		for _, o := range w.Off {
			if !k.bears(o.From) && !k.bears(o.To) && !(o.From < k.Date && o.To > k.Date) {
				continue
			}
			text := "off " + spanned(o.From+k.shift, o.To+k.shift)
			if o.Easy {
				text += " easy"
			}
			out = append(out, text)
		}
		text := ""
		for _, day := range plan.Weekdays {
			if minutes := w.Minutes[day]; minutes > 0 {
				text += " " + day + "=" + decimal(minutes)
			}
		}
		if text != "" {
			out = append(out, "minutes"+text)
		}
	}
	if k.Plan.Base == nil {
		return out
	}
	base := plan.Plan{Sessions: k.Plan.Base}
	for d := k.Date - fullDays + 1; d < k.Date+8; d++ {
		if was := base.On(d); was != k.Plan.On(d) {
			was.Date += k.shift
			out = append(out, "was "+planned(was))
		}
	}
	return out
}
