package words

import (
	"fmt"
	"strings"

	"rebound/app/brand"
	"rebound/app/unit"
	"rebound/engine/diary"
	"rebound/engine/signal"
)

// signalName is a signal's name with its measure where that is not the usual one: SDNN
// is never called by the name of RMSSD.
func signalName(k diary.Kind, m diary.Metric) string {
	if measure, _ := m.Parts(); k == diary.HRV && measure == "sdnn" {
		return kindNames[k] + " (SDNN)"
	}
	return kindNames[k]
}

// brokenBy says why a line begins anew: "From Oura since 3 March 2026, from Garmin 4315
// before that: two devices read differently, so your normal range started again." "" where it
// does not.
func brokenBy(s signal.State) string {
	b := s.Break
	if b.What == signal.NoChange {
		return ""
	}
	now, before, why := "from "+within(s.Source), "from "+within(b.Source), "two devices read differently"
	measure, moment := s.Metric.Parts()
	old, oldMoment := b.Metric.Parts()
	switch {
	case b.What == signal.NewMeasure && s.Kind == diary.Sleep:
		now, before, why = slept(s.Metric)+" "+now, slept(b.Metric)+" "+before, "the two differ"
	case b.What == signal.NewMeasure:
		now, before, why = strings.ToUpper(measure)+" "+now, strings.ToUpper(old)+" "+before, "the two cannot be compared"
	case b.What == signal.NewMoment:
		now, before, why = moments[moment]+" "+now, moments[oldMoment]+" "+before, "the two differ"
	}
	return fmt.Sprintf("%s since %s, %s before that: %s, so your normal range started again.", upper(now), FullDay(b.Since), before, why)
}

var moments = map[string]string{"night": "overnight", "morning": "on waking", "any": "at no fixed hour"}

func slept(m diary.Metric) string {
	if m == diary.MetricStaged {
		return "sleep stages"
	}
	return "hours slept"
}

// broken names the same in a few words, for a mark: "from Oura", "SDNN".
func broken(s signal.State) string {
	measure, moment := s.Metric.Parts()
	switch {
	case s.Break.What == signal.NewMeasure && s.Kind == diary.HRV:
		return strings.ToUpper(measure)
	case s.Break.What == signal.NewMoment:
		return moments[moment]
	}
	return "from " + within(s.Source)
}

// within is a source's name within a sentence.
func within(source string) string {
	name := unit.Own(brand.Name(source))
	if source == diary.TypedSource || source == diary.StrapSource || source == "table" {
		return strings.ToLower(name[:1]) + name[1:]
	}
	return name
}
