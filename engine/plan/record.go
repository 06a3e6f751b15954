package plan

import (
	"encoding/json"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// Record is a plan as it is stored, exchanged and read back: with what it was
// made for, and what was moved by hand since. Its JSON is the plan's. Like a plan
// it is a value.
type Record struct {
	Plan
	Goal    *Wish  `json:"goal,omitempty"`    // nil: not known
	Changes []Swap `json:"changes,omitempty"` // made by hand, in order; Sessions has them

	Base []Session  `json:"base,omitempty"` // the sessions before days off and limits changed any (see [Record.Fit]); nil: they changed none
	Kept diary.Date `json:"kept,omitempty"` // when the runner last said to keep the plan though it had slipped; 0: never
}

// Swap is two days that changed places.
type Swap struct {
	From diary.Date `json:"from"`
	To   diary.Date `json:"to"`
}

// Swap is the record with the sessions of two days in each other's place (see
// [Plan.Move]). Its error is a [Refusal].
func (r *Record) Swap(s Swap, today diary.Date) (Record, error) {
	out := *r
	moved, err := r.Move(s.From, s.To, today)
	if err == nil {
		err = r.Goal.takes(s, &r.Plan)
	}
	if err != nil {
		return out, err
	}
	out.Plan, out.Changes = moved, append(slices.Clone(r.Changes), s)
	if out.Base != nil { // the weeks are as the runner left them from now on
		base := Plan{Sessions: slices.Clone(out.Base)}
		for _, monday := range []diary.Date{Monday(s.From), Monday(s.To)} {
			for d := monday; d < monday+7; d++ {
				base.put(out.On(d))
			}
		}
		out.Base = base.Sessions
	}
	return out, nil
}

// Encode writes a record as JSON. Lists are written though they are empty.
func (r Record) Encode() string {
	if r.Sessions == nil {
		r.Sessions = []Session{}
	}
	if r.Weeks == nil {
		r.Weeks = []Week{}
	}
	if r.Notes == nil {
		r.Notes = []Note{}
	}
	b, err := json.Marshal(r)
	if err != nil {
		panic(err) // finite numbers and strings always marshal
	}
	return string(b)
}

// Decode reads what [Record.Encode] or an earlier version wrote, or the command
// line printed: there a note is a sentence, which stays as it was written. The
// error is a [Refusal] where it is a plan that cannot be, else JSON's.
func Decode(text []byte) (Record, error) {
	var r Record
	if err := json.Unmarshal(text, &r); err != nil {
		return Record{}, err
	}
	for _, list := range [...][]Session{r.Sessions, r.Base} {
		for i := range list {
			s := &list[i]
			s.Hard = s.Hard || s.Kind.Hard() || s.Kind == verdict.Race
		}
	}
	if err := r.Check(); err != nil {
		return r, err
	}
	base := Plan{Sessions: r.Base, Race: r.Race} // sorts them in their place
	if err := base.Check(); err != nil || r.Goal == nil {
		return r, err
	}
	return r, r.Goal.checkLife()
}

// Stored is the plan that a version in the diary holds; nil for none. A text that
// cannot be read, which only a later version of the app writes, is followed as
// none.
func Stored(v diary.PlanOf) *Record {
	if v.Text == "" {
		return nil
	}
	r, err := Decode([]byte(v.Text))
	if err != nil {
		return nil
	}
	return &r
}

// MarshalJSON writes a note as its code and numbers; one that was read as a
// sentence, as that.
func (n Note) MarshalJSON() ([]byte, error) {
	if n.Code == Written {
		return json.Marshal(n.Text)
	}
	type coded Note
	return json.Marshal(coded(n))
}

// UnmarshalJSON reads both.
func (n *Note) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		*n = Note{Code: Written}
		return json.Unmarshal(b, &n.Text)
	}
	type coded Note
	return json.Unmarshal(b, (*coded)(n))
}
