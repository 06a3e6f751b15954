package backend

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rebound/app/backend/backup"
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/body"
	"rebound/engine/diary"
)

func (b *Backend) bodyOn(a wire.DateArg) (wire.BodyScreen, error) {
	b.mu.Lock()
	b.looked = a.Date
	b.mu.Unlock()
	return b.bodyScreen(), nil
}

// bodyScreen is the Body screen that the page looks at: of the date it last
// asked for, since what is told may be of an earlier one.
func (b *Backend) bodyScreen() wire.BodyScreen {
	options := b.options()
	b.mu.Lock()
	t := b.looked
	b.mu.Unlock()
	if t == 0 {
		t = options.Today
	}
	k := b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	return words.BodyScreen(k.assessorOn(t), t, options)
}

// hear keeps what was told of the body, and answers with the screen as it then is.
func (b *Backend) hear(what string, date diary.Date, fill func(f *diary.File, stamp diary.Stamp) error) (wire.BodyScreen, error) {
	if date > b.now() || date < oldest {
		return wire.BodyScreen{}, backup.Line("This is for a day that cannot be: choose today or a day before it.")
	}
	f := diary.File{Kind: kindTyped, Name: what + " " + date.String()}
	if err := fill(&f, b.stamp(date)); err != nil {
		return wire.BodyScreen{}, err
	}
	if err := b.keep(f); err != nil {
		return wire.BodyScreen{}, err
	}
	b.changed()
	return b.bodyScreen(), nil
}

// checkIn keeps a morning's check-in, the date's tags as far as they differ from
// those that stand, and the first day of a period.
func (b *Backend) checkIn(a wire.CheckIn) (wire.BodyScreen, error) {
	k := b.shown()
	k.mu.Lock()
	stand := slices.Clone(k.built().Tags[a.Date])
	k.mu.Unlock()
	return b.hear("check-in", a.Date, func(f *diary.File, stamp diary.Stamp) error {
		c := diary.NewCheckIn(stamp)
		if c.Off = a.Off; a.Off {
			a.Tags, a.Period = nil, new(bool)
		}
		for name := range a.Signs {
			if !slices.Contains(diary.SignNames[:], name) {
				return fmt.Errorf("there is no sign %q: reload the page", name)
			}
		}
		for i, name := range diary.SignNames {
			if v, ok := a.Signs[name]; ok {
				if err := score(&c.Signs[i], &v, diary.MaxSign); err != nil {
					return err
				}
			}
		}
		for _, v := range []struct {
			to   *diary.Score
			said *int
		}{{&c.Fatigue, a.Fatigue}, {&c.Tension, a.Tension}, {&c.Soreness, a.Soreness}, {&c.Stress, a.Stress}} {
			if err := score(v.to, v.said, diary.MaxSign); err != nil {
				return err
			}
		}
		c.Fever, c.Chest = diary.AnswerOf(a.Fever), diary.AnswerOf(a.Chest)
		f.CheckIns = []diary.CheckIn{c}
		if a.Period != nil {
			f.Periods = []diary.Period{{Stamp: stamp, Off: !*a.Period}}
		}
		return tags(f, stamp, a, stand)
	})
}

// tags sets those of a's tags that do not stand, and takes back the others.
func tags(f *diary.File, stamp diary.Stamp, a wire.CheckIn, stand []string) error {
	for _, tag := range a.Tags {
		if !slices.Contains(diary.DayTags, tag) {
			return fmt.Errorf("there is no tag %q: reload the page", tag)
		}
	}
	for _, tag := range diary.DayTags {
		if want := slices.Contains(a.Tags, tag); want != slices.Contains(stand, tag) {
			f.Tags = append(f.Tags, diary.DayTag{Stamp: stamp, Tag: tag, Off: !want})
		}
	}
	return nil
}

func (b *Backend) niggle(a wire.NiggleSaid) (wire.BodyScreen, error) {
	return b.hear("niggle", a.Date, func(f *diary.File, stamp diary.Stamp) error {
		n := diary.Niggle{
			Stamp: stamp, Site: diary.Site(a.Site), Side: diary.Side(a.Side),
			Tightness: a.Tightness, Worse: a.Worse, Swelling: a.Swelling,
			NightPain: diary.AnswerOf(a.NightPain), Limp: diary.AnswerOf(a.Limp), BonePoint: diary.AnswerOf(a.BonePoint), Off: a.Off,
		}
		if err := score(&n.Severity, &a.Severity, diary.MaxPain); err != nil {
			return err
		}
		if !n.Valid() {
			return fmt.Errorf("there is no place %q on the body: choose one from the list", strings.TrimSpace(a.Side+" "+a.Site))
		}
		f.Niggles = []diary.Niggle{n}
		return nil
	})
}

// effort keeps what was told of a run, or of a day's training: nil leaves a
// number as it is, Off takes both back.
func (b *Backend) effort(a wire.EffortSaid) (wire.BodyScreen, error) {
	if a.Start != 0 && !b.ran(a.Date, a.Start) {
		return wire.BodyScreen{}, backup.Line("There is no such run in the diary: reload the page.")
	}
	return b.hear("effort", a.Date, func(f *diary.File, stamp diary.Stamp) error {
		e := diary.Effort{Stamp: stamp, Start: a.Start, RPE: diary.Unsaid, Strength: a.Strength, Off: a.Off}
		p := diary.RunPain{Stamp: stamp, Start: a.Start, Pain: diary.Unsaid, Off: a.Off}
		if err := score(&e.RPE, a.RPE, diary.MaxEffort); err != nil {
			return err
		}
		if err := score(&p.Pain, a.Pain, diary.MaxPain); err != nil {
			return err
		}
		if a.RPE != nil || a.Strength || a.Off {
			f.Efforts = []diary.Effort{e}
		}
		if a.Pain != nil || a.Off && !a.Strength {
			f.Pains = []diary.RunPain{p}
		}
		return nil
	})
}

// ran says whether there is an activity with that start on a date.
func (b *Backend) ran(t diary.Date, start int64) bool {
	k := b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	return slices.ContainsFunc(k.built().Activities, func(a diary.Activity) bool { return a.Date == t && a.Start == start })
}

// cold keeps an immersion, or takes the one back that bears the moment a.At.
func (b *Backend) cold(a wire.ColdSaid) (wire.BodyScreen, error) {
	k := b.shown()
	k.mu.Lock()
	of := diary.Between(k.built().Reported.Cold, a.Date, a.Date)
	k.mu.Unlock()
	return b.hear("cold", a.Date, func(f *diary.File, stamp diary.Stamp) error {
		i := slices.IndexFunc(of, func(c diary.Cold) bool { return c.At == a.At })
		switch {
		case a.Off && i < 0:
			return backup.Line("There is no such immersion to take back.")
		case a.Off:
			gone := of[i] // of two with one moment the diary keeps the one that is off
			gone.Off = true
			f.Cold = []diary.Cold{gone}
			return nil
		case !(a.Minutes > 0 && a.Minutes <= 120) || !(a.Celsius >= -5 && a.Celsius <= 40):
			return backup.Line("Cold water is 1 to 120 minutes at -5 to 40 °C: correct it.")
		}
		f.Cold = []diary.Cold{{Stamp: stamp, Minutes: float32(a.Minutes), Celsius: float32(a.Celsius)}}
		return nil
	})
}

func (b *Backend) tick(a wire.Tick) (wire.BodyScreen, error) {
	return b.hear("tick", a.Date, func(f *diary.File, stamp diary.Stamp) error {
		if !words.Exercise(a.Code) {
			return backup.Line("This exercise is not known: reload the page.")
		}
		f.Ticks = []diary.Tick{{Stamp: stamp, Code: a.Code, Off: !a.Done}}
		return nil
	})
}

func (b *Backend) screen(a wire.ScreenSaid) (wire.BodyScreen, error) {
	return b.hear("screen", a.Date, func(f *diary.File, stamp diary.Stamp) error {
		x := body.FindTest(a.Test)
		switch {
		case a.Off:
		case x == nil || !x.Valid(diary.Side(a.Side), x.Min):
			return fmt.Errorf("the screen has no test %q: reload the page", strings.TrimSpace(a.Test+" "+a.Side))
		case !x.Valid(diary.Side(a.Side), a.Value):
			return fmt.Errorf("a result of this test is from %g to %g: correct it", x.Min, x.Max)
		}
		f.Screens = []diary.Screen{{Stamp: stamp, Test: a.Test, Side: diary.Side(a.Side), Value: float32(a.Value), Off: a.Off}}
		return nil
	})
}

// A reaction test is bounded to what a hand and a minute can give.
const (
	mostTrials  = 100
	slowestTime = 10_000 // ms
)

func (b *Backend) reaction(a wire.ReactionSaid) (wire.BodyScreen, error) {
	return b.hear("reaction", a.Date, func(f *diary.File, stamp diary.Stamp) error {
		r := diary.Reaction{Stamp: stamp, Off: a.Off}
		if !a.Off && (len(a.Trials) == 0 || len(a.Trials) > mostTrials) {
			return backup.Line("This reaction test holds no trials that can be kept: do it again.")
		}
		for _, ms := range a.Trials {
			if !(ms >= 0 && ms <= slowestTime) {
				return backup.Line("A time of this reaction test cannot be: do it again.")
			}
			r.Trials = append(r.Trials, float32(math.Round(ms*10)/10))
		}
		f.Reactions = []diary.Reaction{r}
		return nil
	})
}

// score sets a whole number from 0 to most; what was not said stays unsaid.
func score(to *diary.Score, said *int, most diary.Score) error {
	if said == nil {
		return nil
	}
	if *said < 0 || *said > int(most) {
		return fmt.Errorf("%d is not on the scale from 0 to %d: choose again", *said, most)
	}
	*to = diary.Score(*said)
	return nil
}
