package body

import (
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Link is one step of the compensation chain: where load goes when a site
// moves less or hurts. A Link without a Cite is clinical convention: what
// physiotherapists look at next, not a measured risk.
type Link struct {
	Site diary.Site
	Cite rule.Cite
}

// chain is what to watch next for each site, the first the likeliest.
var chain = []struct {
	site  diary.Site
	links []Link
}{
	{"foot", []Link{{"ankle", ""}, {"calf", ""}, {"shin", ""}}},
	{"heel", []Link{{"achilles", ""}, {"calf", ""}, {"foot", ""}}},
	{"ankle", []Link{{"knee", rule.SeedMovement}, {"calf", ""}, {"hip", ""}}},
	{"achilles", []Link{{"calf", ""}, {"foot", ""}, {"knee", ""}}},
	{"calf", []Link{{"achilles", ""}, {"knee", ""}}},
	{"shin", []Link{{"foot", ""}, {"calf", ""}, {"knee", ""}}},
	{"knee", []Link{{"hip", ""}, {"quad", ""}, {"ankle", ""}}},
	{"hamstring", []Link{{"glute", ""}, {"lower_back", ""}, {"calf", ""}}},
	{"quad", []Link{{"knee", ""}, {"hip", ""}}},
	{"adductor", []Link{{"groin", ""}, {"hip", ""}, {"knee", ""}}},
	{"hip", []Link{{"knee", rule.SeedMovement}, {"lower_back", rule.SeedMovement}, {"glute", ""}}},
	{"glute", []Link{{"hamstring", ""}, {"lower_back", ""}, {"knee", ""}}},
	{"groin", []Link{{"adductor", ""}, {"hip", ""}, {"lower_back", ""}}},
	{"lower_back", []Link{{"hip", ""}, {"hamstring", ""}, {"glute", ""}}},
}

// Chain is what compensates for a site, to be watched; nil for an unknown one.
// The slice is shared and must not be changed.
func Chain(site diary.Site) []Link {
	for i := range chain {
		if chain[i].site == site {
			return chain[i].links
		}
	}
	return nil
}
