package plain

import (
	"slices"
	"strings"
)

// hint is what a column's name says.
type hint struct {
	means Meaning
	doubt string // why that is not certain
	unit  string // of a sleep
	other bool   // it is something else, whatever its values look like
}

// hintOf reads a folded name.
func hintOf(name string) hint {
	words := strings.Split(name, "_")
	has := func(list string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(strings.Fields(list), w) })
	}
	holds := func(list string) bool {
		return slices.ContainsFunc(strings.Fields(list), func(part string) bool { return strings.Contains(name, part) })
	}
	night := holds("sleep schlaf geschlafen sommeil sueno sonno slaap sono dormi")
	heart := !night && has("hr") || has("hf fc bpm puls pulse pouls pulso polso pols hartslag heart herzfrequenz herzschlag cardiaca cardiaque") || holds("herzfreq heartrate hartfreq")
	switch {
	case has("date datum fecha data day tag dia jour giorno dag timestamp"):
		return hint{means: Date}
	case holds("score punkt puntua punteggio pontua qualit calidad kwalit need bedarf debt schuld goal ziel target objetivo baseline basis norm trend rolling"+
		" deep light rem tief leicht profond leger profundo ligero leve awake wach eveil vigilia start end begin beginn onset bedtime latenc effizien efficien eficien") ||
		has("7 7d 28 30 60 week woche semaine semana settimana max min maximum minimum maximal ln lnrmssd cv change pct in bed bett lit letto cama time_in_bed stress steps schritte"):
		if !minutes(words, holds) {
			return hint{other: true}
		}
	}
	average := has("avg average mean mittel schnitt durchschnitt moyenne media promedio gemiddeld gemiddelde medio") || holds("durchschnitt")
	doubted := func(m Meaning, code string) hint { return hint{means: m, doubt: code} }
	switch {
	case holds("rmssd"):
		return hint{means: RMSSD}
	case holds("sdnn"):
		return hint{means: SDNN}
	case has("hrv vfc hfv vrc") || holds("variab"):
		return doubted(RMSSD, HRVKind)
	case has("rhr fcr ruhepuls ruhehf rustpols rusthartslag") || holds("ruheherz ruhepuls rusthart") ||
		heart && (has("rest resting ruhe repos reposo repouso riposo rust") || holds("resting")):
		return hint{means: RestingHR}
	case heart && average, heart && has("sleep night nacht nuit noche notte noite"):
		return hint{other: true}
	case heart:
		return doubted(RestingHR, HeartKind)
	case night:
		return hint{means: Asleep, unit: unitIn(words)}
	}
	return hint{}
}

// minutes reports whether what looks like another column is a sleep after all, because
// min is a unit in it.
func minutes(words []string, holds func(string) bool) bool {
	return words[len(words)-1] == "min" && holds("sleep schlaf sommeil sueno sonno slaap sono dormi") &&
		!holds("deep light rem tief leicht profond leger profundo ligero leve awake wach eveil need bedarf debt schuld goal ziel bed bett lit letto cama latenc effizien efficien")
}

// unitIn is the unit of time that a name bears; "" for none.
func unitIn(words []string) string {
	for _, w := range words {
		switch w {
		case "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "heures", "horas", "ore", "uur", "uren":
			return Hours
		case "min", "mins", "minute", "minutes", "minuten", "minutos", "minuti", "minuut":
			return Minutes
		case "s", "sec", "secs", "second", "seconds", "sek", "sekunden", "secondes", "segundos", "secondi", "seconden":
			return Seconds
		}
	}
	return ""
}
