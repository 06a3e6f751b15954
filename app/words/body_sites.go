package words

import (
	"fmt"
	"slices"

	"rebound/app/wire"
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// convention marks what is done or looked at by custom, without a study.
const convention = "Common practice, not a study"

// cited is a reference in its parts, or that there is none.
func cited(c rule.Cite) wire.Cite {
	if c == "" {
		return wire.Cite{Title: convention}
	}
	return wire.Cite(rule.References[c])
}

// inFull is a reference as one text, or that there is none.
func inFull(c rule.Cite) string {
	if c == "" {
		return convention
	}
	return rule.References[c].String()
}

// sites is every place of the body map, left and right, and whatever else was
// said of: a place without a side stands on its own.
func sites(b *body.State, d *diary.Diary, t diary.Date, rules rule.Settings) []wire.SiteLine {
	type place struct {
		site diary.Site
		side diary.Side
	}
	var places []place
	for _, s := range diary.Sites {
		if s == "lower_back" {
			places = append(places, place{s, ""})
			continue
		}
		places = append(places, place{s, diary.Left}, place{s, diary.Right})
	}
	said := map[place][]wire.NigglePast{}
	for i := len(d.Reported.Niggles) - 1; i >= 0; i-- {
		n := &d.Reported.Niggles[i]
		if n.Date > t {
			continue
		}
		p := place{n.Site, n.Side}
		said[p] = append(said[p], wire.NigglePast{Date: n.Date, Severity: int(n.Severity), Text: niggleSaid(n)})
		if !slices.Contains(places, p) {
			places = append(places, p)
		}
	}
	out := make([]wire.SiteLine, 0, len(places))
	for _, p := range places {
		line := wire.SiteLine{Site: string(p.site), Side: string(p.side), Name: Place(p.site, p.side), Chain: []wire.ChainLink{}, Past: said[p]}
		for _, l := range body.Chain(p.site) {
			line.Chain = append(line.Chain, wire.ChainLink{Site: string(l.Site), Text: siteName(l.Site), Cite: cited(l.Cite)})
		}
		for i := range b.Niggles {
			if n := &b.Niggles[i]; n.Site == p.site && n.Side == p.side {
				now := niggle(n, b, rules)
				line.Niggle, line.Said = &now, niggleForm(&n.Niggle)
			}
		}
		out = append(out, line)
	}
	return out
}

// niggleForm is an entry as the form reads it.
func niggleForm(n *diary.Niggle) *wire.NiggleSaid {
	return &wire.NiggleSaid{Date: n.Date, Site: string(n.Site), Side: string(n.Side), Severity: int(n.Severity),
		Tightness: n.Tightness, Worse: n.Worse, Swelling: n.Swelling,
		NightPain: answered(n.NightPain), Limp: answered(n.Limp), BonePoint: answered(n.BonePoint), Seen: answered(n.Seen)}
}

// niggleSaid is an entry in words: "3 of 10, tight, worse the day after".
func niggleSaid(n *diary.Niggle) string {
	if n.Gone() && n.Seen == diary.Yes {
		return "gone; someone has looked at it"
	}
	if n.Gone() {
		return "gone"
	}
	if !n.Hurts() {
		return "tight without pain"
	}
	text := fmt.Sprintf("%d of 10", n.Severity)
	for _, v := range []struct {
		said bool
		word string
	}{{n.Tightness, "tight"}, {n.Worse, "worse the day after"}, {n.Swelling, "swollen"}} {
		if v.said {
			text += ", " + v.word
		}
	}
	for _, flag := range flags(n) {
		text += ", " + flag
	}
	if n.Seen == diary.Yes {
		text += ", looked at"
	}
	return text
}

// flags is the red flags of an entry in words.
func flags(n *diary.Niggle) (out []string) {
	for _, v := range []struct {
		said diary.Answer
		word string
	}{{n.NightPain, "night pain"}, {n.Limp, "a limp"}, {n.BonePoint, "pinpoint bone pain"}} {
		if v.said == diary.Yes {
			out = append(out, v.word)
		}
	}
	return out
}
