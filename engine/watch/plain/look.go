package plain

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// survey is what a table's rows look like.
type survey struct {
	table.Header
	columns []column
	rows    int
	first   [][]string // rows
}

// column is what the cells of one look like.
type column struct {
	word                   hint
	filled, numbers, times int     // cells that are not missing; of them numbers above 0; spans of time that bear their unit
	dates                  [4]int  // of them dates, by each table.Order
	low, high              float64 // of the numbers
	comma                  bool    // a number has a decimal comma
	orders                 table.Orders
	day                    diary.Date // of the last date
	days                   int        // how often it was another than before
}

const (
	firstRows  = 5
	shown      = 60 // characters of a cell
	maxColumns = 200
)

// look goes through a table.
func look(open func() (io.Reader, error)) (*survey, error) {
	r, err := open()
	if err != nil {
		return nil, err
	}
	t, err := table.New(r)
	if err != nil {
		return nil, err
	}
	s := &survey{Header: t.Header, columns: make([]column, min(len(t.Names), maxColumns))}
	for i := range s.columns {
		s.columns[i].word = hintOf(t.Names[i])
		if t.None {
			s.columns[i].word = hint{}
		}
	}
	for t.Next() {
		s.rows++
		if len(s.first) < firstRows {
			row := make([]string, len(s.columns))
			for i := range row {
				row[i] = short(t.Cell(i))
			}
			s.first = append(s.first, row)
		}
		for i := range s.columns {
			s.columns[i].see(t.Cell(i))
		}
	}
	return s, nil
}

func (c *column) see(cell string) {
	if table.Missing(cell) {
		return
	}
	c.filled++
	dated := false
	for o := range c.dates {
		if m, ok := table.Parse(cell, table.Order(o)); ok && m.HasYear {
			if c.dates[o]++; !dated && m.Date != c.day {
				c.day = m.Date
				c.days++
			}
			dated = true
		}
	}
	c.orders.See(cell)
	v, ok := table.Number(cell, 0)
	switch {
	case !ok:
		if _, ok := table.Minutes(cell, table.Hour, 0); ok {
			c.times++
		}
	case v <= 0:
		c.filled-- // a way to say that there is nothing
	default:
		if c.numbers++; c.numbers == 1 || v < c.low {
			c.low = v
		}
		c.high = max(c.high, v)
		c.comma = c.comma || strings.Contains(cell, ",") && v != float64(int64(v))
	}
}

// order is in which order the column's dates are written, how many of its cells are
// dates then, and whether that is certain.
func (c *column) order() (o table.Order, n int, sure bool) {
	o, sure = c.orders.Order()
	n = c.dates[o]
	if c.orders == (table.Orders{}) { // months by name
		return table.OrderISO, c.dates[table.OrderISO], true
	}
	return o, n, sure
}

// isDate reports whether most of what the column holds are dates.
func (c *column) isDate() bool {
	_, n, _ := c.order()
	return n > 0 && 2*n >= c.filled
}

// could reports whether the column's numbers could be a signal.
func (c *column) could(k diary.Kind) bool {
	return c.numbers > 0 && c.numbers == c.filled && k.Valid(c.low) && k.Valid(c.high)
}

// dates is the place of the column that has the date; -1 for none. Of several that one
// which is called so, else the first.
func (s *survey) dates() int {
	at := -1
	for i := range s.columns {
		if c := &s.columns[i]; c.isDate() && (at < 0 || c.word.means == Date && s.columns[at].word.means != Date) {
			at = i
		}
	}
	return at
}

// daily reports whether the table has a row a day, or two: not a second's pulse.
func (s *survey) daily(date int) bool { return 2*s.columns[date].days >= s.rows }

// named reports whether the header names a signal.
func (s *survey) named() bool {
	for i := range s.columns {
		if m := s.columns[i].word.means; m != Nothing && m != Date {
			return true
		}
	}
	return false
}

// numbers reports whether a column that nobody names could be a signal.
func (s *survey) numbers() bool {
	for i := range s.columns {
		c := &s.columns[i]
		if !c.word.other && !c.isDate() && (c.could(diary.HRV) || c.could(diary.RestingHR) || c.times > 0 && c.times == c.filled) {
			return true
		}
	}
	return false
}

// key is what a mapping is remembered by. A table without a header is known by what its
// columns look like.
func (s *survey) key() string {
	key := s.Header.Key()
	if s.None {
		look := fmt.Sprint(key)
		for i := range s.columns {
			c := &s.columns[i]
			look += fmt.Sprint(c.isDate(), 2*c.numbers > c.filled, 2*c.times > c.filled)
		}
		key = source.Key(look)
	}
	return fmt.Sprintf("%016x", key)
}

// short is a cell as it is shown.
func short(cell string) string {
	r := []rune(cell)
	if len(r) > shown {
		return string(r[:shown-1]) + "…"
	}
	return cell
}

func whole(b []byte) func() (io.Reader, error) {
	return func() (io.Reader, error) { return bytes.NewReader(b), nil }
}
