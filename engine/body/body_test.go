package body

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

var rules = rule.Default()

var noHistory = load.New(&diary.Diary{}, rules)

func read(told *diary.Reported, t diary.Date) State {
	return Read(Input{Date: t, Rules: &rules, Reported: told, History: noHistory})
}

func TestTriage(t *testing.T) {
	type n = diary.Niggle
	for name, c := range map[string]struct {
		entry   n
		days    diary.Date
		triage  Triage
		running Running
	}{
		"2 of 10":                      {n{Severity: 2}, 0, Run, AsPlanned},
		"3":                            {n{Severity: 3}, 0, Modify, Shorter},
		"4":                            {n{Severity: 4}, 0, Modify, Shorter},
		"5":                            {n{Severity: 5}, 0, Stop, None},
		"1 and worse the day after":    {n{Severity: 1, Worse: true}, 0, Modify, Shorter},
		"swollen":                      {n{Severity: 1, Swelling: true}, 0, Modify, Shorter},
		"a limp":                       {n{Severity: 1, Limp: diary.Yes}, 0, SeeClinician, None},
		"pain at night":                {n{Severity: 1, NightPain: diary.Yes}, 0, SeeClinician, None},
		"a point of bone":              {n{BonePoint: diary.Yes}, 0, SeeClinician, None},
		"5 and a limp":                 {n{Severity: 5, Limp: diary.Yes}, 0, SeeClinician, None},
		"1 for six days":               {n{Severity: 1}, 6, Run, AsPlanned},
		"1 for seven":                  {n{Severity: 1}, 7, SeeClinician, Shorter},
		"5 for seven":                  {n{Severity: 5}, 7, SeeClinician, None},
		"tight for a month, no pain":   {n{Tightness: true}, 30, Run, AsPlanned},
		"no flag is not a flag":        {n{Severity: 1, Limp: diary.No, NightPain: diary.No, BonePoint: diary.No}, 0, Run, AsPlanned},
		"tight and 3 the entry stands": {n{Severity: 3, Tightness: true}, 2, Modify, Shorter},
	} {
		c.entry.Date, c.entry.Site, c.entry.Side = 100, "calf", diary.Left
		s := read(&diary.Reported{Niggles: []diary.Niggle{c.entry}}, 100+c.days)
		if s.Triage != c.triage || s.Running != c.running {
			t.Errorf("%s: %s %d, want %s %d", name, s.Triage, s.Running, c.triage, c.running)
		}
	}
}

// Running is ruled out, or walking comes first, exactly where something is named as what
// does it: the gravest.
func TestBarred(t *testing.T) {
	bone := diary.Niggle{Stamp: diary.Stamp{Date: 100}, Site: "shin", Side: diary.Left, Severity: 1, BonePoint: diary.Yes}
	gone := diary.Niggle{Stamp: diary.Stamp{Date: 101}, Site: "shin", Side: diary.Left}
	mild := diary.Niggle{Stamp: diary.Stamp{Date: 100}, Site: "calf", Severity: 3}
	checkIn := func(fever, chest bool) []diary.CheckIn {
		c := diary.CheckIn{Stamp: diary.Stamp{Date: 100}}
		if c.Fever = diary.No; fever {
			c.Fever = diary.Yes
		}
		if c.Chest = diary.No; chest {
			c.Chest = diary.Yes
		}
		return []diary.CheckIn{c}
	}
	ill := func(where diary.Where) []diary.Illness {
		return []diary.Illness{{Stamp: diary.Stamp{Date: 100}, Where: where}}
	}
	for name, c := range map[string]struct {
		reported diary.Reported
		want     Bar
		site     diary.Site
	}{
		"nothing":               {diary.Reported{}, "", ""},
		"a mild niggle":         {diary.Reported{Niggles: []diary.Niggle{mild}}, "", ""},
		"a point of bone":       {diary.Reported{Niggles: []diary.Niggle{mild, bone}}, BarSite, "shin"},
		"that is gone":          {diary.Reported{Niggles: []diary.Niggle{bone, gone}}, BarSite, "shin"},
		"fever":                 {diary.Reported{CheckIns: checkIn(true, false), Niggles: []diary.Niggle{bone}}, BarFever, ""},
		"chest symptoms":        {diary.Reported{CheckIns: checkIn(true, true)}, BarChest, ""},
		"ill below the neck":    {diary.Reported{Illnesses: ill(diary.BelowNeck), Niggles: []diary.Niggle{mild}}, BarIllness, ""},
		"ill above the neck":    {diary.Reported{Illnesses: ill(diary.AboveNeck)}, "", ""},
		"that and pain in bone": {diary.Reported{Illnesses: ill(diary.BelowNeck), Niggles: []diary.Niggle{bone}}, BarSite, "shin"},
	} {
		s := read(&c.reported, 101)
		why, site, _ := s.Barred()
		if why != c.want || site != c.site || (why != "") != (s.Running == None || s.ToWalk() != nil) {
			t.Errorf("%s: %q %s, running %d", name, why, site, s.Running)
		}
	}
}

// The index is compared with the own mean of the days before, those three left
// out, on ten check-ins or more.
func TestCheckIndex(t *testing.T) {
	history := func(n int, usual, recent diary.Score) *diary.Reported {
		told := &diary.Reported{}
		for d := range diary.Date(n + 3) {
			c := diary.CheckIn{Stamp: diary.Stamp{Date: 100 + d}, Fatigue: usual, Tension: usual, Soreness: usual, Stress: usual}
			if int(d) >= n {
				c.Fatigue, c.Tension = recent, recent
			}
			told.CheckIns = append(told.CheckIns, c)
		}
		return told
	}
	// Two items of nine at 2 make an index of 0.44; at 1, of 0.22, under the floor.
	for name, c := range map[string]struct {
		n      int
		recent diary.Score
		state  CheckState
	}{
		"ten behind, worse":  {10, 2, CheckAdverse},
		"nine behind":        {9, 2, CheckInRange},
		"ten, within floor":  {10, 1, CheckInRange},
		"a long calm record": {50, 2, CheckAdverse},
	} {
		got := checkOn(history(c.n, 0, c.recent), 100+diary.Date(c.n)+2, &rules)
		if got.State != c.state {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := checkOn(&diary.Reported{}, 100, &rules); got.State != CheckUnknown {
		t.Errorf("nothing told is %s", got.State)
	}
	few := diary.NewCheckIn(diary.Stamp{At: 0, Date: 100})
	few.Fatigue = 4
	if _, ok := index(&few, 0); ok {
		t.Error("one answer makes no index")
	}
}

// Fever stands until it is said to be gone, and its days are days of illness: as many
// easy ones follow, two at least.
func TestFever(t *testing.T) {
	say := func(d diary.Date, a diary.Answer) diary.CheckIn {
		return diary.CheckIn{Stamp: diary.Stamp{Date: d}, Fever: a}
	}
	told := &diary.Reported{CheckIns: []diary.CheckIn{say(100, diary.Yes), say(101, diary.NotSaid), say(102, diary.Yes), say(104, diary.No), say(105, diary.No)}}
	for d, want := range map[diary.Date][2]bool{
		99: {false, false}, 100: {true, false}, 103: {true, false}, 104: {false, true}, 107: {false, true}, 108: {false, false},
	} {
		s := read(told, d)
		if got := [2]bool{s.Fever != 0, s.Illness.Returning()}; got != want || s.Illness.Lasts() != want[0] {
			t.Errorf("day %d: since %d, %+v", d, s.Fever, s.Illness)
		}
	}
	told.CheckIns = []diary.CheckIn{say(100, diary.Yes), say(101, diary.No)}
	if i := read(told, 102).Illness; i.Last != 100 || i.Half != 101 || i.Until != 102 {
		t.Errorf("a day of fever: %+v", i)
	}
}

// Every site has its chain and its care, and the chain leads to sites.
func TestSitesAreComplete(t *testing.T) {
	for _, site := range diary.Sites {
		if len(Chain(site)) == 0 {
			t.Errorf("%s leads nowhere", site)
		}
		for _, l := range Chain(site) {
			if l.Site == site || len(Chain(l.Site)) == 0 {
				t.Errorf("%s leads to %s", site, l.Site)
			}
			if l.Cite != "" && rule.References[l.Cite].Title == "" {
				t.Errorf("%s to %s: %s is no reference", site, l.Site, l.Cite)
			}
		}
		if c := careOf(site); c.mobility == "" || c.neuro == "" || c.manual == "" || c.strength == "" || c.hold == "" {
			t.Errorf("%s: %+v", site, c)
		}
	}
	if len(cares) != len(diary.Sites) || len(chain) != len(diary.Sites) {
		t.Errorf("%d sites, %d with care, %d with a chain", len(diary.Sites), len(cares), len(chain))
	}
}

// Every day has all five parts, whatever was told, but for a runner who is ill, and
// one who must stop has nothing to tick off.
func TestProgrammeHasFiveParts(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		told := someone(rng)
		s := read(told, 130)
		for phase := Building; phase <= Back; phase++ {
			parts := map[Part]bool{}
			for _, it := range s.Programme(phase) {
				parts[it.Part] = true
			}
			want := len(Parts)
			if s.Illness.Lasts() {
				want = 3
			}
			if s.Running == None {
				want = 0
			}
			if s.ToWalk() != nil && len(s.Niggles) == 0 && !s.Illness.Lasts() && s.Running != None {
				continue // see TestWalkingLoadsNoLeg
			}
			if len(parts) != want {
				t.Fatalf("%v for %+v", parts, told)
			}
		}
	}
}

// More pain, a flag more, or an older complaint never means more running or a
// milder triage.
func TestMorePainNeverMoreRunning(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	for range 5000 {
		told := someone(rng)
		if len(told.Niggles) == 0 {
			continue
		}
		before := read(told, 130)
		i := rng.IntN(len(told.Niggles))
		n := &told.Niggles[i]
		switch rng.IntN(5) {
		case 0:
			n.Limp = diary.Yes
		case 1:
			n.NightPain = diary.Yes
		case 2:
			n.BonePoint = diary.Yes
		case 3:
			n.Worse = true
		default:
			n.Severity += diary.Score(rng.IntN(int(diary.MaxPain-n.Severity) + 1))
		}
		after := read(told, 130)
		if after.Running < before.Running || after.Triage.rank() < before.Triage.rank() {
			t.Fatalf("worse at %d: from %s %d to %s %d\n%+v", i, before.Triage, before.Running, after.Triage, after.Running, told.Niggles)
		}
	}
}

// More soreness in the days looked at never makes a check-in better, and by
// itself changes nothing else.
func TestMoreSorenessRaisesNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for range 5000 {
		told := someone(rng)
		recent := diary.Between(told.CheckIns, 128, 130)
		if len(recent) == 0 {
			continue
		}
		before := read(told, 130)
		c := &recent[rng.IntN(len(recent))]
		if !c.Soreness.Said() {
			continue
		}
		c.Soreness = min(diary.MaxSign, c.Soreness+1)
		c.Signs[diary.UnresolvedSoreness] = diary.MaxSign
		after := read(told, 130)
		if after.Check.State < before.Check.State {
			t.Fatalf("from %+v to %+v", before.Check, after.Check)
		}
		before.Check, after.Check = Check{}, Check{}
		if !reflect.DeepEqual(before, after) {
			t.Fatalf("soreness changed more than the check-in:\n%+v\n%+v", before, after)
		}
	}
}

// someone is a month of anything that can be told, up to day 130.
func someone(rng *rand.Rand) *diary.Reported {
	told := &diary.Reported{}
	for d := diary.Date(100); d <= 130; d++ {
		if rng.IntN(2) == 0 {
			c := diary.NewCheckIn(diary.Stamp{At: 0, Date: d})
			for i := range c.Signs {
				c.Signs[i] = diary.Score(rng.IntN(5))
			}
			c.Fatigue, c.Tension, c.Soreness, c.Stress = diary.Score(rng.IntN(5)), diary.Score(rng.IntN(3)), diary.Score(rng.IntN(5)), diary.Score(rng.IntN(2))
			if rng.IntN(20) == 0 {
				c.Fever = diary.Answer(rng.IntN(3))
			}
			if rng.IntN(40) == 0 {
				c.Chest = diary.Answer(rng.IntN(3))
			}
			told.CheckIns = append(told.CheckIns, c)
		}
		if rng.IntN(6) == 0 {
			n := diary.Niggle{Stamp: diary.Stamp{Date: d}, Site: diary.Sites[rng.IntN(len(diary.Sites))], Side: diary.Left, Severity: diary.Score(rng.IntN(6)), Tightness: rng.IntN(3) == 0}
			if rng.IntN(10) == 0 {
				n.Limp = diary.Answer(rng.IntN(3))
			}
			told.Niggles = append(told.Niggles, n)
		}
	}
	return told
}

func TestColdNearARace(t *testing.T) {
	long := load.Session{Date: 130, Start: 130 * 86400, Run: true, Minutes: 100}
	h := &load.History{}
	in := Input{Date: 130, Rules: &rules, Reported: &diary.Reported{}, History: h, Hard: []load.Session{long}}
	if c := cold(&in, false); c.Advice != ColdWait || c.Cause != ColdHard || c.Until != 100+6*60 {
		t.Errorf("after a hard run: %+v", c)
	}
	in.Races = []diary.Date{136}
	if c := cold(&in, false); c.Advice != ColdAllowed || c.Cause != ColdRace {
		t.Errorf("in race week: %+v", c)
	}
	in.Reported = &diary.Reported{Efforts: []diary.Effort{{Stamp: diary.Stamp{Date: 130}, RPE: diary.Unsaid, Strength: true}}}
	for d := range diary.Date(3) {
		in.Reported.Cold = append(in.Reported.Cold, diary.Cold{Stamp: diary.Stamp{Date: 128 + d}})
	}
	if c := cold(&in, false); c.Advice != ColdNotToday || c.Habit {
		t.Errorf("in race week, after strength work, for the third time: %+v", c)
	}
	in.Races = []diary.Date{137}
	if c := cold(&in, false); !c.Habit {
		t.Errorf("three in seven days, no race near: %+v", c)
	}
}

// The need grows with the week's load and length, to ten hours.
func TestSleepNeed(t *testing.T) {
	loads := func(week float64) (out []load.Day) {
		for i := range 60 {
			d := load.Day{Load: 100, Known: true}
			if i >= 53 {
				d.Load = week
			}
			out = append(out, d)
		}
		return out
	}
	h := load.New(&diary.Diary{}, rules)
	nights := []diary.Point{{Date: 130, Value: 300}, {Date: 129, Value: 600}, {Date: 128, Value: 240}, {Date: 110, Value: 120}}
	for name, c := range map[string]struct {
		loads      []load.Day
		need, debt float64
	}{
		"steady":             {loads(100), 480, 300},
		"a heavier week":     {loads(140), 510, 390},
		"not known for long": {loads(140)[30:], 480, 300},
	} {
		in := Input{Date: 130, Rules: &rules, Reported: &diary.Reported{}, History: h, Loads: c.loads, Slept: nights}
		s := sleep(&in)
		if s.Need != c.need || s.Nights != 3 || s.Target != s.Need+min(60, s.Debt/7) || s.Debt < c.debt-60 || s.Debt > c.debt {
			t.Errorf("%s: %+v", name, s)
		}
	}
}
