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
var chain = map[diary.Site][]Link{
	"foot":       {{"ankle", ""}, {"calf", ""}, {"shin", ""}},
	"heel":       {{"achilles", ""}, {"calf", ""}, {"foot", ""}},
	"ankle":      {{"knee", rule.SeedMovement}, {"calf", ""}, {"hip", ""}},
	"achilles":   {{"calf", ""}, {"foot", ""}, {"knee", ""}},
	"calf":       {{"achilles", ""}, {"knee", ""}},
	"shin":       {{"foot", ""}, {"calf", ""}, {"knee", ""}},
	"knee":       {{"hip", ""}, {"quad", ""}, {"ankle", ""}},
	"hamstring":  {{"glute", ""}, {"lower_back", ""}, {"calf", ""}},
	"quad":       {{"knee", ""}, {"hip", ""}},
	"adductor":   {{"groin", ""}, {"hip", ""}, {"knee", ""}},
	"hip":        {{"knee", rule.SeedMovement}, {"lower_back", rule.SeedMovement}, {"glute", ""}},
	"glute":      {{"hamstring", ""}, {"lower_back", ""}, {"knee", ""}},
	"groin":      {{"adductor", ""}, {"hip", ""}, {"lower_back", ""}},
	"lower_back": {{"hip", ""}, {"hamstring", ""}, {"glute", ""}},
}

// Chain is what compensates for a site, to be watched; nil for an unknown one.
// The slice is shared and must not be changed.
func Chain(site diary.Site) []Link { return chain[site] }
