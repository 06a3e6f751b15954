package wire

import "rebound/engine/diary"

// Table is a table of the runner's own of which it is not certain what is in its
// columns: they are to say.
type Table struct {
	ID     int          `json:"id"`   // which of those that are asked about
	Path   string       `json:"path"` // as the runner sees it
	Key    string       `json:"key"`  // of its header: by which the answer is remembered
	Header []string     `json:"header"`
	Rows   [][]string   `json:"rows"`             // the first, a cell a column
	Guess  Mapping      `json:"guess"`            // where the choices begin
	Doubts []TableDoubt `json:"doubts,omitempty"` // why it is asked about
}

// TableDoubt is a reason to ask, about a column or (-1) the whole table. Codes: no_date,
// date_order, no_signal, hrv_kind, heart_kind, sleep_unit, implausible, several,
// no_header, unnamed.
type TableDoubt struct {
	Code   string `json:"code"`
	Column int    `json:"column"`
}

// Mapping says what the columns of tables with one header hold. Order is that of dates
// in numbers: ymd (or ""), dmy, mdy, ydm; Decimal is "." or ",", or "" as the numbers
// show. A table of which no column is named is left alone.
type Mapping struct {
	Name    string   `json:"name,omitempty"` // of the file that it was said of first
	Columns []Column `json:"columns"`
	Order   string   `json:"order,omitempty"`
	Decimal string   `json:"decimal,omitempty"`
}

// Column is what one column holds: date, resting_hr, rmssd, sdnn, asleep, or nothing.
// Unit, of asleep alone, is h, min or s.
type Column struct {
	Means string `json:"means,omitempty"`
	Unit  string `json:"unit,omitempty"`
}

// TableArg answers what is in a table. Try reads it without keeping anything.
type TableArg struct {
	ID      int     `json:"id"`
	Mapping Mapping `json:"mapping"`
}

// Trial is what a Mapping would read of a table.
type Trial struct {
	Days  int            `json:"days"` // with anything
	First diary.Date     `json:"first"`
	Last  diary.Date     `json:"last"`
	Count map[string]int `json:"count"` // days that have it, by Column.Means
	Rows  []TrialDay     `json:"rows"`  // the last of them
}

// TrialDay is one date of a Trial; what it does not have is 0.
type TrialDay struct {
	Date      diary.Date `json:"date"`
	RestingHR float64    `json:"resting_hr,omitempty"`
	RMSSD     float64    `json:"rmssd,omitempty"`
	SDNN      float64    `json:"sdnn,omitempty"`
	Asleep    float64    `json:"asleep,omitempty"` // minutes
}

// Known is a table that the runner has explained, in Settings.
type Known struct {
	Key  string `json:"key"`
	Text string `json:"text"` // "Date, resting HR and HRV (RMSSD)"
}

// KnownArg forgets what the runner said of a table.
type KnownArg struct {
	Key string `json:"key"`
}
