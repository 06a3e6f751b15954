package entry

import (
	"slices"

	"rebound/engine/diary"
)

// Niggle is one entry on a site and side. It holds until the next for them:
// severity 0 and nothing else says that it is gone.
type Niggle struct {
	Date      diary.Date `json:"date"`
	Site      diary.Site `json:"site"`
	Side      diary.Side `json:"side"`               // left, right or ""
	Severity  *float64   `json:"severity,omitempty"` // pain, 0 to 10; may be left out where it is only tight
	Tightness bool       `json:"tightness"`
	Worse     bool       `json:"worse_next_day"`
	Swelling  bool       `json:"swelling"`
	NightPain *bool      `json:"night_pain,omitempty"`
	Limp      *bool      `json:"limp,omitempty"`
	BonePoint *bool      `json:"bone_point_pain,omitempty"`
	Seen      *bool      `json:"seen,omitempty"` // a clinician has looked at it
	Off       bool       `json:"off,omitempty"`  // takes the entry of that date back
}

func (n Niggle) of() diary.Date { return n.Date }
func (n Niggle) name() string   { return "niggle" }

func (n Niggle) enter(d *draft) *Refusal {
	if r := choice("site", n.Site, diary.Sites); r != nil {
		return r
	}
	if n.Side != "" {
		if r := choice("side", n.Side, []diary.Side{diary.Left, diary.Right}); r != nil {
			return r
		}
	}
	if n.Severity == nil && !n.Tightness && !n.Off {
		return &Refusal{Code: Missing, Field: "severity", High: float64(diary.MaxPain), Whole: true}
	}
	out := diary.Niggle{
		Stamp: d.stamp, Site: n.Site, Side: n.Side, Tightness: n.Tightness, Worse: n.Worse, Swelling: n.Swelling,
		NightPain: diary.AnswerOf(n.NightPain), Limp: diary.AnswerOf(n.Limp), BonePoint: diary.AnswerOf(n.BonePoint), Seen: diary.AnswerOf(n.Seen), Off: n.Off,
	}
	if r := score(&out.Severity, "severity", n.Severity, diary.MaxPain); r != nil {
		return r
	}
	// Within one journal a red flag holds until it is denied, as in a check-in.
	for _, before := range slices.Backward(d.Niggles) {
		if before.Date == n.Date && before.Site == n.Site && before.Side == n.Side && !out.Gone() {
			out.NightPain = out.NightPain.After(before.NightPain)
			out.Limp = out.Limp.After(before.Limp)
			out.BonePoint = out.BonePoint.After(before.BonePoint)
			break
		}
	}
	d.Niggles = append(d.Niggles, out)
	return nil
}
