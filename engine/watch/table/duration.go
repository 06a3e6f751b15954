package table

import "strings"

// Unit is what a span of time without a unit is counted in.
type Unit uint8

const (
	Minute Unit = iota
	Second
	Hour
	Milli // ms
)

// in is how many minutes one of it is.
func (u Unit) in() float64 { return [...]float64{1, 1.0 / 60, 60, 1.0 / 60000}[min(u, Milli)] }

// Minutes is a span of time in minutes: "7h 8min", "7 Std. 8 Min.", "7:08" (hours and
// minutes; minutes and seconds where bare is Minute or Second), "7:08:30", "PT7H8M30S",
// "450 min", "7.5 h", or a number alone in units of bare. Units are known by how their
// words begin in English, German, French, Spanish, Italian, Dutch and Portuguese.
// decimal is that of [Number].
func Minutes(cell string, bare Unit, decimal byte) (v float64, ok bool) {
	s := strings.TrimSpace(cell)
	if len(s) == 0 || len(s) > 40 {
		return 0, false
	}
	if strings.Contains(s, ":") {
		return colons(s, bare)
	}
	if v, ok := exact(s, decimal); ok {
		return v * bare.in(), true
	}
	if s[0] == 'P' || s[0] == 'p' {
		return iso(strings.ToLower(s[1:]))
	}
	last := Milli
	for s != "" {
		n := 0
		for n < len(s) && (s[n] >= '0' && s[n] <= '9' || n > 0 && (s[n] == '.' || s[n] == ',')) {
			n++
		}
		number, known := exact(s[:n], decimal)
		if !known {
			return 0, false
		}
		s = strings.TrimLeft(s[n:], " \u00A0\u202F")
		n = strings.IndexAny(s, "0123456789")
		if n < 0 {
			n = len(s)
		}
		u, known := unitOf(s[:n])
		switch {
		case n == 0 && s == "" && ok && last == Hour: // 7h08
			u = Minute
		case !known:
			return 0, false
		}
		s, last, ok = s[n:], u, true
		v += number * u.in()
	}
	return v, ok
}

// unitOf is the unit that a word means.
func unitOf(word string) (Unit, bool) {
	switch w := Fold(word); {
	case len(w) > 9 || strings.Contains(w, "_"):
	case w == "ms" || strings.HasPrefix(w, "milli"):
		return Milli, true
	case strings.HasPrefix(w, "h"), strings.HasPrefix(w, "st"), strings.HasPrefix(w, "or"), strings.HasPrefix(w, "u"):
		return Hour, true // hour, heure, hora; Stunde; ora; uur
	case strings.HasPrefix(w, "m"):
		return Minute, true
	case strings.HasPrefix(w, "s"):
		return Second, true
	}
	return 0, false
}

// colons is h:mm:ss, or what two parts of it are by bare.
func colons(s string, bare Unit) (float64, bool) {
	parts := strings.Split(strings.TrimRight(strings.ToLower(s), " hmin."), ":")
	if len(parts) > 3 {
		return 0, false
	}
	unit := 60.0
	if len(parts) == 2 && bare != Hour {
		unit = 1
	}
	v := 0.0
	for i, p := range parts {
		n, ok := exact(strings.TrimSpace(p), '.')
		if !ok || n < 0 || i > 0 && n >= 60 {
			return 0, false
		}
		v += n * unit
		unit /= 60
	}
	return v, true
}

// iso is what follows the P of a duration in ISO 8601, of days at most.
func iso(s string) (v float64, ok bool) {
	clock := false
	for s != "" {
		if s[0] == 't' && !clock {
			clock, s = true, s[1:]
			continue
		}
		n := strings.IndexAny(s, "dhms")
		if n <= 0 {
			return 0, false
		}
		number, known := exact(s[:n], '.')
		if !known || number < 0 || clock == (s[n] == 'd') {
			return 0, false
		}
		v += number * map[byte]float64{'d': 1440, 'h': 60, 'm': 1, 's': 1.0 / 60}[s[n]]
		s, ok = s[n+1:], true
	}
	return v, ok
}
