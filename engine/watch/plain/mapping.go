package plain

import (
	"errors"
	"slices"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/table"
)

// Meaning is what a column holds; "" is what is not read.
type Meaning string

// What a column can hold.
const (
	Nothing   Meaning = ""
	Date      Meaning = "date"       // of waking
	RestingHR Meaning = "resting_hr" // beats a minute
	RMSSD     Meaning = "rmssd"      // HRV, ms
	SDNN      Meaning = "sdnn"       // HRV, ms
	Asleep    Meaning = "asleep"     // the time asleep in the night that ends on the date
)

// Meanings are all that a column can hold.
var Meanings = []Meaning{Nothing, Date, RestingHR, RMSSD, SDNN, Asleep}

// Means is the number of Meanings.
const Means = 6

func index(m Meaning) int { return max(0, slices.Index(Meanings, m)) }

// Units of a column that is Asleep; "" is for all others, and for cells that bear their
// unit ("7h 30min", "7:30").
const (
	Hours   = "h"
	Minutes = "min"
	Seconds = "s"
)

// Column is what one column holds.
type Column struct {
	Means Meaning `json:"means,omitempty"`
	Unit  string  `json:"unit,omitempty"`
}

// Mapping says what the columns of tables with one header hold.
type Mapping struct {
	Columns []Column `json:"columns"`
	Order   string   `json:"order,omitempty"`   // of dates in numbers: "ymd" (also ""), "dmy", "mdy" or "ydm"; a date that begins with its year is "ymd" whatever it is
	Decimal string   `json:"decimal,omitempty"` // "." or ","; "": as the numbers show
}

// Reasons why a Mapping is none.
var (
	ErrNoDate   = errors.New("no_date")   // signals, and no date, or two
	ErrNoSignal = errors.New("no_signal") // a date, and nothing else
	ErrTwice    = errors.New("twice")     // two columns hold the same
	ErrUnknown  = errors.New("unknown")   // a word that is none of the above
)

// Valid is nil where a table can be read by it, or left alone: where every column is
// Nothing.
func (m Mapping) Valid() error {
	n := [Means]int{}
	for _, c := range m.Columns {
		if !slices.Contains(Meanings, c.Means) || !slices.Contains([]string{"", Hours, Minutes, Seconds}, c.Unit) {
			return ErrUnknown
		}
		n[index(c.Means)]++
	}
	switch {
	case !slices.Contains([]string{"", "ymd", "dmy", "mdy", "ydm"}, m.Order), !slices.Contains([]string{"", ".", ","}, m.Decimal):
		return ErrUnknown
	case m.empty():
		return nil
	case n[index(Date)] != 1:
		return ErrNoDate
	case slices.Max(n[1:]) > 1:
		return ErrTwice
	case len(m.Columns) == n[0]+1:
		return ErrNoSignal
	}
	return nil
}

func (m Mapping) fits(columns int) bool { return m.Valid() == nil && len(m.Columns) <= columns }

// empty reports whether the runner wants nothing of it.
func (m Mapping) empty() bool {
	return !slices.ContainsFunc(m.Columns, func(c Column) bool { return c.Means != Nothing })
}

func (m Mapping) column(of Meaning) int {
	return slices.IndexFunc(m.Columns, func(c Column) bool { return c.Means == of })
}

var orders = map[string]table.Order{"dmy": table.OrderDMY, "mdy": table.OrderMDY, "ydm": table.OrderYDM}

func (m Mapping) order() table.Order { return orders[m.Order] }

func orderName(o table.Order) string { return [...]string{"ymd", "dmy", "mdy", "ydm"}[o] }

var units = map[string]table.Unit{"": table.Hour, Hours: table.Hour, Minutes: table.Minute, Seconds: table.Second}

// value is a column's reading in a cell, in the unit that the diary keeps, where it can
// be one.
func (m Mapping) value(cell string, c Column) (v float64, ok bool) {
	decimal := byte(0)
	if m.Decimal != "" {
		decimal = m.Decimal[0]
	}
	kind := diary.HRV
	switch c.Means {
	case Asleep:
		kind = diary.Sleep
		unit := units[c.Unit]
		if strings.Contains(cell, ":") {
			unit = table.Hour
		}
		v, ok = table.Minutes(cell, unit, decimal)
	case RestingHR:
		kind = diary.RestingHR
		v, ok = table.Number(cell, decimal)
	case RMSSD, SDNN:
		v, ok = table.Number(cell, decimal)
	}
	return v, ok && kind.Valid(v)
}
