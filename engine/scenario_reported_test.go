package engine_test

import (
	"fmt"
	"slices"
	"strings"

	"rebound/engine"
	"rebound/engine/body"
)

// reportedDiffers looks at triage, cold, checkin (its state), nervous (true, false),
// need and debt (minutes; "-" for not known), under (how many hard sessions were
// begun under-recovered), parts (how many of the five the programme has),
// exercise and noexercise (its codes), first (the part that comes first), watch
// (the sites to watch, with commas), reaction (its state), screen (the tests that
// are low or uneven, as balance:low, with commas).
func reportedDiffers(r engine.Report, key, want string) (why string, known bool) {
	var got string
	switch key {
	case "triage":
		got = string(r.Body.Triage)
	case "cold":
		got = string(r.Body.Cold.Advice)
	case "checkin":
		got = r.Body.Check.State.String()
	case "nervous":
		got = fmt.Sprint(r.Body.Nervous)
	case "need":
		got = fmt.Sprint(r.Body.Sleep.Need)
	case "debt":
		if got = "-"; r.Body.Sleep.Nights > 0 {
			got = fmt.Sprintf("%.0f", r.Body.Sleep.Debt)
		}
	case "target":
		got = fmt.Sprintf("%.0f", r.Body.Sleep.Target)
	case "under":
		got = fmt.Sprint(r.Under.Count)
	case "parts":
		parts := map[string]bool{}
		for _, it := range r.Programme {
			parts[string(it.Part)] = true
		}
		got = fmt.Sprint(len(parts))
	case "exercise", "noexercise":
		var codes []string
		for _, it := range r.Programme {
			codes = append(codes, string(it.Exercise))
		}
		if slices.Contains(codes, want) != (key == "exercise") {
			return fmt.Sprintf("%s %s: the programme is %v", key, want, codes), true
		}
		return "", true
	case "first":
		if got = "-"; len(r.Programme) > 0 {
			got = string(r.Programme[0].Part)
		}
	case "reaction":
		got = r.Body.Reaction.State.String()
	case "screen":
		low := []string{}
		for _, x := range r.Body.Screen {
			if x.State == body.ScreenLow || x.State == body.ScreenUneven {
				low = append(low, x.Code+":"+x.State.String())
			}
		}
		got = strings.Join(low, ",")
	case "watch":
		var sites []string
		for _, n := range r.Body.Niggles {
			for _, l := range n.Watch {
				sites = append(sites, string(l.Site))
			}
		}
		got = strings.Join(sites, ",")
	default:
		return returnDiffers(r, key, want)
	}
	if got != want {
		return fmt.Sprintf("%s %s, want %s", key, got, want), true
	}
	return "", true
}
