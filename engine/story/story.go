// Package story is the form of the engine's stories: a day or a season of a runner's diary
// as lines that a person reads, and what a coach who follows the rules would have said.
//
//	list, err := story.Read(text)            a story's variants
//	parsed, err := story.Parse(list[0].Parts["diary"])
//	e := engine.New(parsed.Diary(), parsed.Rules)
//	wants, err := story.ParseWants(list[0].Parts["want"])
//
// The tests of package engine play the stories of testdata/scenarios. [Take] and [Write]
// go the other way: of a real diary they write the day that its runner asks about, as a
// story of one variant that the tests run as it is. [Take] says what is left out.
//
// A story is a txtar file: a comment that tells it, then sections. "diary" and "want" hold
// for the whole file; "diary: NAME" and "want: NAME" make a variant of it, and so does
// "follow", the plan that is followed. A line is one statement; # begins a remark.
//
// # The diary
//
//	zone +HH:MM                      the runner's own zone; UTC unless said
//	max_hr BPM                       the runner's setting; 190 unless said, 0 for none
//	age YEARS | sex male|female      likewise; not said unless said
//	set KEY VALUE                    a threshold that is not at its default
//	prefer SIGNAL|sessions VIA       the source that the runner puts first
//	watch MAKER [SERIAL] [by VIA]    what follows is from this watch; garmin 1 unless said;
//	                                 by an export of the maker's or of somebody else's, of
//	                                 the maker's watch whichever it is with SERIAL 0
//	clock +HH:MM [from DATE]         what that watch's clock shows and writes; a watch
//	                                 without a clock line writes no local time at all
//	DATES hrv MS | resting_hr BPM | sleep H:MM | slept H:MM | typed_hrv MS | typed_resting_hr BPM
//	DATES ride MIN
//	DATES run easy|long|laboured|fast|raced|hilly|toiled|intervals|A/B|easy@PERCENT|blind-KIND|mean-KIND MIN
//	DATES tag TAG
//	DATES no KIND                    takes back
//	DATE hrv|resting_hr|sleep|slept V V - V ...    of so many days from DATE on; - is none
//	DATES nap H:MM | night           beside the night's sleep; a night of unknown length
//	DATE session SPORT M:SS ...      what was recorded of one, see below
//	DATE wearer [max=BPM] [rest=BPM] [age=YEARS] [sex=male|female]   the watch's own settings
//	DATE race KM                     a plan of the runner's had a race that day
//	DATES checkin|niggle|effort|pain|strength|decline|accept|cold ...
//
// DATES is DATE or DATE..DATE. A statement may end in "on mon,wed" and "at HH:MM",
// the watch's clock. Of two statements for the same watch, date and kind the
// later counts. Constant readings have the SD floors for their SD (0.10 on ln
// RMSSD, 1 bpm), so that each expectation can be worked out by hand. slept is minutes of a
// source that tells no stages; hrv/METRIC is by another metric than a watch's over the night.
//
// # A session as it was recorded
//
// A session begins at 18:00 unless "at=HH:MM" says otherwise, and has what is known of
//
//	m=METRES hr=BPM                  hr: the mean, where no more is known
//	beats=BPM:N,N,...                five-second steps at each heart rate from BPM on
//	max30=BPM                        the highest half minute
//	climb=METRES
//	laps=TURNS/BPM                   how often work gave way to rest, and the work's mean
//	steady=MIN/BPM/BEATS/M_S/VARY[/WATTS/N/VARY]   after the first minutes of a run: minutes
//	                                 in motion, mean heart rate and the steps behind it,
//	                                 speed, its coefficient of variation; the same of power
//	ran=M:SS/M:SS                    of it run, and the longest stretch without a walk
//	balance=PERCENT                  left share of stance time
//
// # What a runner says
//
//	DATES checkin all=0,drained=3,fever=yes   all sets the nine scores; signs by
//	                                          their JSON names
//	DATES niggle calf left 3[,limp=yes,...]   pain, then tightness, worse,
//	                                          swelling, night, limp, bone, seen, or off,
//	                                          which takes the date's back; side - is not said
//	DATES effort RPE [of HH:MM] | pain PAIN [of HH:MM] | strength | cold MIN
//	DATES decline ACTION | accept ACTION
//	DATES reaction MS[,MS...]             one: ten responses around that mean
//	DATES screen TEST SIDE VALUE          SIDE is left, right, both or none
//	DATES tick CODE[,CODE...] | period | ran | not_ran
//	DATES report MIN [km=8] [rpe=4] [pain=0] [start=HH:MM] [walks=1]   a run without a file; MIN 0 is not said
//	DATE ill WHERE [DATE]                 an illness from DATE on, to a last day
//	DATES walk MIN [PAIN]
//	DATES strap MS BPM                    HRV and resting HR, measured with a heart-rate strap
//	DATES typed KIND VALUE [watch|own]    a number of a morning, and whose it is
//	DATES correct KIND VALUE|out|off      a reading that the watch got wrong
//
// A clock may be DATE/HH:MM. Each line may have "on mon,wed" at its end, for some
// weekdays alone. Of two for the same date the later line counts. What is wanted is
// explained at [ParseWants], the plan at [ParsePlan].
package story

import (
	"fmt"
	"slices"
	"strings"
)

// Variant is one telling of a story: its sections by name, those that all variants share
// in front of its own.
type Variant struct {
	Name  string
	Parts map[string]string
}

// Read takes a story apart. One without variants is a single one, named "story".
func Read(text string) []Variant {
	common := map[string]string{}
	var list []Variant
	into, part := common, ""
	for line := range strings.Lines(text) {
		head := strings.TrimRight(line, "\r\n")
		if name, ok := heading(head); ok {
			p, of, named := strings.Cut(name, ": ")
			into, part = common, p
			if named {
				i := slices.IndexFunc(list, func(v Variant) bool { return v.Name == of })
				if i < 0 {
					i = len(list)
					list = append(list, Variant{of, map[string]string{}})
				}
				into = list[i].Parts
			}
			into[part] += "" // an empty section is one
			continue
		}
		if part != "" {
			into[part] += line
		}
	}
	if len(list) == 0 {
		return []Variant{{"story", common}}
	}
	for _, v := range list {
		for name, text := range common {
			v.Parts[name] = text + v.Parts[name]
		}
	}
	return list
}

// heading is the name in a line "-- NAME --".
func heading(line string) (name string, ok bool) {
	if line, ok = strings.CutPrefix(line, "-- "); ok {
		name, ok = strings.CutSuffix(line, " --")
	}
	return strings.TrimSpace(name), ok
}

// words calls see for the words of each line that says anything; its error names the line.
func words(section, text string, see func([]string) error) error {
	n := 0
	for line := range strings.Lines(text) {
		n++
		said, _, _ := strings.Cut(line, "#")
		if w := strings.Fields(said); len(w) > 0 {
			if err := see(w); err != nil {
				return fmt.Errorf("%s, line %d: %q: %w", section, n, strings.TrimSpace(line), err)
			}
		}
	}
	return nil
}
