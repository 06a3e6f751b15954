package engine_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/diary"
)

// tell reads what a runner tells:
//
//	DATES checkin all=0,drained=3,fever=yes   all sets the nine scores; signs by
//	                                          their JSON names
//	DATES niggle calf left 3[,limp=yes,...]   pain, then tightness, worse,
//	                                          swelling, night, limp, bone, seen, or off,
//	                                          which takes the date's back
//	DATES effort RPE | pain PAIN | strength | cold MIN
//	DATES decline ACTION | accept ACTION
//
// and what [did] reads, each with "on mon,wed" at its end for some weekdays alone. Of
// two for the same date the later line counts. done is
// false for a line of another kind.
func (s *story) tell(from, to diary.Date, words []string) (done bool, err error) {
	days := ""
	if n := len(words); n > 2 && words[n-2] == "on" {
		days, words = words[n-1], words[:n-2]
	}
	for d := from; d <= to; d++ {
		if days != "" && !strings.Contains(days, strings.ToLower(d.Weekday().String()[:3])) {
			continue
		}
		at := int64(d)*86400 + 8*3600 + int64(len(s.files))
		f := diary.File{Kind: "typed", Name: fmt.Sprint(d, words, len(s.files))}
		switch {
		case words[0] == "checkin" && len(words) == 2:
			c := diary.NewCheckIn(diary.Stamp{At: at, Date: d})
			err = setCheckIn(&c, words[1])
			f.CheckIns = []diary.CheckIn{c}
		case words[0] == "niggle" && len(words) == 4:
			n := diary.Niggle{Stamp: diary.Stamp{At: at, Date: d}, Site: diary.Site(words[1]), Side: diary.Side(words[2])}
			err = setNiggle(&n, words[3])
			f.Niggles = []diary.Niggle{n}
		case words[0] == "effort" && len(words) == 2:
			var rpe int
			rpe, err = strconv.Atoi(words[1])
			f.Efforts = []diary.Effort{{Stamp: diary.Stamp{At: at, Date: d}, RPE: diary.Score(rpe)}}
		case words[0] == "pain" && len(words) == 2:
			var pain int
			pain, err = strconv.Atoi(words[1])
			f.Pains = []diary.RunPain{{Stamp: diary.Stamp{At: at, Date: d}, Pain: diary.Score(pain)}}
		case words[0] == "strength":
			f.Efforts = []diary.Effort{{Stamp: diary.Stamp{At: at, Date: d}, RPE: diary.Unsaid, Strength: true}}
		case words[0] == "cold" && len(words) == 2:
			f.Cold = []diary.Cold{{Stamp: diary.Stamp{At: at, Date: d}, Minutes: 12, Celsius: 12}}
		case (words[0] == "decline" || words[0] == "accept") && len(words) == 2:
			f.Decisions = []diary.Decision{{Stamp: diary.Stamp{At: at, Date: d}, Action: words[1], Accepted: words[0] == "accept", Why: "said so"}}
		default:
			if done, err = did(&f, at, d, words); !done {
				return false, err
			}
		}
		if err != nil {
			return true, err
		}
		s.files = append(s.files, f)
	}
	return true, nil
}

func setCheckIn(c *diary.CheckIn, spec string) error {
	scores := map[string]*diary.Score{"fatigue": &c.Fatigue, "tension": &c.Tension, "soreness": &c.Soreness, "stress": &c.Stress}
	better := map[string]*diary.Score{"ready": &c.Ready, "sleep_quality": &c.SleepQuality} // all does not set them
	for i, name := range diary.SignNames {
		scores[name] = &c.Signs[i]
	}
	answers := map[string]*diary.Answer{"fever": &c.Fever, "chest": &c.Chest}
	for _, part := range strings.Split(spec, ",") {
		key, value, _ := strings.Cut(part, "=")
		n, err := strconv.Atoi(value)
		switch {
		case answers[key] != nil:
			*answers[key] = yes(value)
		case err != nil:
			return err
		case key == "all":
			for _, p := range scores {
				*p = diary.Score(n)
			}
		case scores[key] != nil:
			*scores[key] = diary.Score(n)
		case better[key] != nil:
			*better[key] = diary.Score(n)
		default:
			return fmt.Errorf("no score %q", key)
		}
	}
	return nil
}

func setNiggle(n *diary.Niggle, spec string) error {
	pain, rest, _ := strings.Cut(spec, ",")
	v, err := strconv.Atoi(pain)
	if err != nil {
		return err
	}
	n.Severity = diary.Score(v)
	for _, part := range strings.FieldsFunc(rest, func(r rune) bool { return r == ',' }) {
		key, value, _ := strings.Cut(part, "=")
		answers := map[string]*diary.Answer{"night": &n.NightPain, "limp": &n.Limp, "bone": &n.BonePoint, "seen": &n.Seen}
		flags := map[string]*bool{"tightness": &n.Tightness, "worse": &n.Worse, "swelling": &n.Swelling, "off": &n.Off}
		switch {
		case answers[key] != nil:
			*answers[key] = yes(value)
		case flags[key] != nil:
			*flags[key] = true
		default:
			return fmt.Errorf("no flag %q", key)
		}
	}
	if !n.Valid() {
		return fmt.Errorf("not a niggle: %+v", *n)
	}
	return nil
}

func yes(s string) diary.Answer {
	if s == "yes" {
		return diary.Yes
	}
	return diary.No
}

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
