package verdict

import (
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// Codes of a signal that has been out for long, whatever the others do: the trend of
// one is a question first, then a hold, then a clinician's.
const (
	SignalStays  Code = "signal_stays_out"     // what is behind it?
	SignalHolds  Code = "signal_out_holds"     // the next hard session waits
	SignalRefers Code = "signal_out_clinician" // and somebody should look
)

// stays is what a signal's days out come to; "" for nothing yet.
func stays(s signal.State, r *rule.Settings) Code {
	switch days := float64(s.DaysOut); {
	case s.Name != signal.Adverse || days < r.LoneAsks && days < r.LoneHolds && days < r.LoneRefers:
		return ""
	case days >= r.LoneRefers:
		return SignalRefers
	case days >= r.LoneHolds:
		return SignalHolds
	}
	return SignalStays
}

// loneHolds reports whether a signal has been out for so long that the next hard
// session waits.
func loneHolds(f *Facts) bool {
	for _, s := range f.Signals {
		if c := stays(s, f.Rules); c == SignalHolds || c == SignalRefers {
			return true
		}
	}
	return false
}

// loneReasons is a reason for each signal that stays out, the longest first.
func loneReasons(f *Facts, add func(Reason)) {
	r := f.Rules
	for _, c := range [...]struct {
		code  Code
		limit float64
		tone  Tone
	}{{SignalRefers, r.LoneRefers, ToneEase}, {SignalHolds, r.LoneHolds, ToneEase}, {SignalStays, r.LoneAsks, ToneWatch}} {
		for _, s := range f.Signals {
			if stays(s, r) == c.code {
				add(Reason{Code: c.code, Kind: s.Kind, Tone: c.tone, Value: float64(s.DaysOut), Limit: c.limit, Days: s.DaysOut,
					Date: f.Date, Source: s.Source, Cites: []rule.Cite{rule.Meeusen2013}})
			}
		}
	}
}
