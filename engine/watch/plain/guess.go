package plain

import (
	"rebound/engine/diary"
)

// Doubt is a reason why a guess is not certain. Column is the place of the column that
// it is about; -1 for the whole table.
type Doubt struct {
	Code   string `json:"code"`
	Column int    `json:"column"`
}

// Codes of a Doubt.
const (
	NoDate      = "no_date"     // no column is a date, or not in all rows
	DateOrder   = "date_order"  // the day or the month may come first
	NoSignal    = "no_signal"   // no column is known for a signal
	HRVKind     = "hrv_kind"    // the header says HRV and not which
	HeartKind   = "heart_kind"  // the header says heart rate and not which
	SleepUnit   = "sleep_unit"  // hours or minutes
	Implausible = "implausible" // not every value could be true
	Several     = "several"     // more than one column could be it
	NoHeader    = "no_header"   // no line names the columns
	Unnamed     = "unnamed"     // no name says what is read: the values do
)

// guess is what the columns seem to hold, and every reason to ask.
func (s *survey) guess() (m Mapping, doubts []Doubt) {
	doubt := func(code string, column int) { doubts = append(doubts, Doubt{code, column}) }
	m.Columns = make([]Column, len(s.columns))
	date := s.dates()
	if date < 0 {
		doubt(NoDate, -1)
	} else {
		m.Columns[date].Means = Date
		c := &s.columns[date]
		o, n, sure := c.order()
		if m.Order = orderName(o); m.Order == "ymd" {
			m.Order = ""
		}
		if !sure {
			doubt(DateOrder, date)
		}
		if n < c.filled {
			doubt(NoDate, date)
		}
	}
	if s.None {
		doubt(NoHeader, -1)
	}
	for _, sure := range []bool{true, false} { // what is named well comes before what is named at all
		for i := range s.columns {
			c := &s.columns[i]
			if i == date || c.word.means == Nothing || c.word.means == Date || c.filled == 0 || (c.word.doubt == "") != sure {
				continue
			}
			if m.column(c.word.means) >= 0 {
				if sure {
					doubt(Several, i)
				}
				continue
			}
			unit, code := c.unit()
			m.Columns[i] = Column{c.word.means, unit}
			if c.comma {
				m.Decimal = ","
			}
			if code == "" {
				code = c.word.doubt
			}
			if code != "" {
				doubt(code, i)
			}
		}
	}
	if s.None || !s.named() {
		doubt(Unnamed, -1)
		s.unnamed(&m, date)
	}
	if m.Valid() == ErrNoSignal || date < 0 && m.empty() {
		doubt(NoSignal, -1)
	}
	return m, doubts
}

// unit is what a column that has a meaning is counted in, and why that is doubted.
func (c *column) unit() (unit, doubt string) {
	kind := diary.HRV
	switch c.word.means {
	case RestingHR:
		kind = diary.RestingHR
	case Asleep:
		if c.times == c.filled {
			return "", ""
		}
		spans := []struct {
			unit string
			in   float64
		}{{Hours, 60}, {Minutes, 1}, {Seconds, 1.0 / 60}}
		for _, u := range spans {
			if diary.Sleep.Valid(c.low*u.in) && diary.Sleep.Valid(c.high*u.in) && c.times+c.numbers == c.filled && (c.word.unit == "" || c.word.unit == u.unit) {
				return u.unit, ""
			}
		}
		for _, u := range spans { // of most
			if diary.Sleep.Valid(c.high * u.in) {
				return u.unit, Implausible
			}
		}
		return c.word.unit, SleepUnit
	}
	if !c.could(kind) {
		return "", Implausible
	}
	return "", ""
}

// unnamed guesses by the values alone.
func (s *survey) unnamed(m *Mapping, date int) {
	for i := range s.columns {
		c := &s.columns[i]
		switch {
		case i == date || c.filled == 0 || c.word.other:
		case m.column(Asleep) < 0 && c.times == c.filled:
			m.Columns[i] = Column{Means: Asleep}
		case m.column(RestingHR) < 0 && c.could(diary.RestingHR):
			m.Columns[i] = Column{Means: RestingHR}
		}
	}
}
