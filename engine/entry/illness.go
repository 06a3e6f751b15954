package entry

import "rebound/engine/diary"

// Illness is one, from its first day on. Of two that begin on one date the later
// counts, so that its end, when it comes, is an entry of its own.
type Illness struct {
	From  diary.Date `json:"from"`
	To    diary.Date `json:"to,omitempty"`    // the last day of it; 0: it goes on
	Where string     `json:"where,omitempty"` // one of diary.Wheres; "" is not sure
	Off   bool       `json:"off,omitempty"`   // takes the one that begins then back
}

func (v Illness) of() diary.Date { return v.From }
func (v Illness) name() string   { return "illness" }

func (v Illness) enter(d *draft) *Refusal {
	out := diary.Illness{Stamp: d.stamp, To: v.To, Where: diary.Unsure, Off: v.Off}
	if v.To != 0 {
		if r := d.ended(v.From, v.To); r != nil {
			return r
		}
	}
	if v.Where != "" {
		if r := choice("where", diary.Where(v.Where), diary.Wheres); r != nil {
			return r
		}
		out.Where = diary.Where(v.Where)
	}
	d.Illnesses = append(d.Illnesses, out)
	return nil
}
