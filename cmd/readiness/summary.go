package main

import (
	"fmt"
	"math"
	"unicode/utf8"

	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/coach"
	"rebound/engine/diary"
)

// summary writes the one page for a coach, physio or doctor, without its pictures: twelve
// weeks up to a date, each of its days as it was assessed with the plan that it had.
func summary(d *aDay) error {
	var s coach.Summary
	for t := d.date - coach.SummaryDays + 1; t <= d.date; t++ {
		r := d.report(t)
		s.Take(d.engine, &r)
	}
	page := words.Summary(d.engine, &s, d.date, d.words)
	return d.write(printed(page), func(p painter) { p.summary(page) })
}

// summaryLine is the page as JSON: what its charts say, and not what they draw, which
// diary -json has.
type summaryLine struct {
	From     diary.Date            `json:"from"`
	To       diary.Date            `json:"to"`
	Panels   []panelLine           `json:"panels"`
	Weeks    []weekLine            `json:"weeks"`
	Niggles  []niggleLine          `json:"niggles"`
	Earlier  int                   `json:"earlier_niggles,omitempty"`
	Happened []happenedLine        `json:"happened"`
	Notes    []wire.SummarySection `json:"notes"`
	Limits   string                `json:"limits"`
	Empty    string                `json:"empty,omitempty"`
}

type panelLine struct {
	Key    string `json:"key"`
	Title  string `json:"title"`
	Text   string `json:"text"`
	Source string `json:"source,omitempty"`
}

// weekLine is seven days; without km no run is known.
type weekLine struct {
	From diary.Date `json:"from"`
	Km   *float64   `json:"km,omitempty"`
}

type niggleLine struct {
	Site diary.Site  `json:"site"`
	Side diary.Side  `json:"side,omitempty"`
	Text string      `json:"text"`
	Gone *diary.Date `json:"gone,omitempty"`
}

type happenedLine struct {
	Kind     string     `json:"kind"`
	From     diary.Date `json:"from"`
	To       diary.Date `json:"to"`
	Declined bool       `json:"declined,omitempty"`
}

func printed(s *wire.Summary) summaryLine {
	out := summaryLine{From: s.From, To: s.To, Earlier: s.Earlier, Notes: s.Notes, Limits: s.Limits, Empty: s.Empty,
		Niggles: []niggleLine{}, Happened: []happenedLine{}}
	for _, c := range s.Charts {
		out.Panels = append(out.Panels, panelLine{c.Key, c.Title, c.Summary, c.Source})
	}
	for i, km := range s.Km {
		if km != nil {
			*km = math.Round(100**km) / 100
		}
		out.Weeks = append(out.Weeks, weekLine{s.From + diary.Date(7*i), km})
	}
	for i := range s.Niggles {
		n := &s.Niggles[i]
		line := niggleLine{Site: diary.Site(n.Site), Side: diary.Side(n.Side), Text: n.Text}
		if n.Gone != 0 {
			line.Gone = &n.Gone
		}
		out.Niggles = append(out.Niggles, line)
	}
	for _, x := range s.Spans {
		out.Happened = append(out.Happened, happenedLine{x.Kind, x.From, x.To, x.Left})
	}
	return out
}

// summary writes the page in the order in which it is on paper.
func (p painter) summary(s *wire.Summary) {
	const title = "Training and recovery"
	days := unit.Span(s.From, s.To) + ", 12 weeks"
	p.line("%s%*s%s", p.paint("head", title), columns-len(title)-utf8.RuneCountInString(days), "", days)
	p.wrap("", "", s.Empty)
	for _, c := range s.Charts {
		p.head(c.Title)
		p.wrap("  ", "    ", c.Summary)
		p.wrap("  ", "    ", c.Source)
	}
	p.head(fmt.Sprintf("Running, %s in each 7 days", p.unit()))
	row := ""
	for i, km := range s.Km {
		amount := "none known"
		if km != nil {
			amount = p.distance(*km)
		}
		row += fmt.Sprintf("  from %-7s%10s", words.Day(s.From+diary.Date(7*i)), amount)
		if i%3 == 2 || i+1 == len(s.Km) {
			p.line("%s", row)
			row = ""
		}
	}
	p.head("Niggles")
	for i := range s.Niggles {
		p.wrap(fmt.Sprintf("  %d ", i+1), "    ", s.Niggles[i].Name+" "+s.Niggles[i].Text)
	}
	switch {
	case len(s.Niggles) == 0:
		p.line("  None logged.")
	case s.Earlier > 0:
		p.line("    and %d earlier.", s.Earlier)
	}
	for _, n := range s.Notes {
		p.head(n.Name)
		for _, line := range n.Lines {
			p.wrap("  ", "    ", line)
		}
	}
	p.head("What this page cannot say")
	p.wrap("  ", "  ", s.Limits)
}
