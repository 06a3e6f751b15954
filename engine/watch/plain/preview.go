package plain

import (
	"rebound/engine/diary"
	"rebound/engine/watch/source"
)

// Preview is what the runner is shown of a table in order to say what is in it.
type Preview struct {
	Key    string     `json:"key"`              // by which a Mapping of it is remembered
	Header []string   `json:"header"`           // as it is written; "" where no line names the columns
	Rows   [][]string `json:"rows"`             // the first, as they are written, a cell a column
	Guess  Mapping    `json:"guess"`            // by which the choices begin
	Doubts []Doubt    `json:"doubts,omitempty"` // none: it would be read without asking
}

// Look is the preview of a table. Its error is that of [table.Open].
func Look(f *source.File) (Preview, error) {
	s, err := look(f.Open)
	if err != nil {
		return Preview{}, err
	}
	p := Preview{Key: s.key(), Rows: s.first, Header: make([]string, len(s.columns))}
	for i := range p.Header {
		p.Header[i] = short(s.Cells[i])
	}
	p.Guess, p.Doubts = s.guess()
	return p, nil
}

// AskOrder makes the preview one of a table whose columns are known, and of which only the
// order of its dates is asked.
func (p *Preview) AskOrder(date, rmssd int, order string) {
	p.Guess = Mapping{Columns: make([]Column, len(p.Header)), Order: order}
	p.Guess.Columns[date].Means, p.Guess.Columns[rmssd].Means = Date, RMSSD
	p.Doubts = []Doubt{{DateOrder, date}}
}

// Trial is what a Mapping would read.
type Trial struct {
	Days  int             `json:"days"` // with anything
	First diary.Date      `json:"first"`
	Last  diary.Date      `json:"last"`
	Count map[Meaning]int `json:"count"` // days that have it
	Rows  []TrialDay      `json:"rows"`  // the last of them
}

// TrialDay is one date of it; what it does not have is 0.
type TrialDay struct {
	Date      diary.Date `json:"date"`
	RestingHR float64    `json:"resting_hr,omitempty"`
	RMSSD     float64    `json:"rmssd,omitempty"`
	SDNN      float64    `json:"sdnn,omitempty"`
	Asleep    float64    `json:"asleep,omitempty"` // minutes
}

// Try reads a table by a mapping, for the runner to see what comes of it. Its error is
// that of the mapping, or a *source.Error.
func Try(f *source.File, m Mapping) (Trial, error) {
	out := Trial{Count: map[Meaning]int{}}
	if err := m.Valid(); err != nil || m.empty() {
		return out, err
	}
	days, _, err := readDays(f, m)
	if err != nil {
		return out, err
	}
	list := dates(days)
	if out.Days = len(list); out.Days == 0 {
		return out, nil
	}
	out.First, out.Last = list[0], list[len(list)-1]
	for _, v := range days {
		for i, means := range Meanings {
			if v[i] > 0 {
				out.Count[means]++
			}
		}
	}
	for _, d := range list[max(0, len(list)-firstRows):] {
		v := days[d]
		out.Rows = append(out.Rows, TrialDay{d, v[index(RestingHR)], v[index(RMSSD)], v[index(SDNN)], v[index(Asleep)]})
	}
	return out, nil
}
