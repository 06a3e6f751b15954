package entry

import (
	"maps"
	"slices"

	"rebound/engine/diary"
)

// CheckIn is how the runner felt on a date: the whole of it, so that of two for one
// date the later counts. Scores are 0 to 4.
type CheckIn struct {
	Date     diary.Date          `json:"date"`
	Signs    map[string]*float64 `json:"signs,omitempty"` // by diary.SignNames
	Fatigue  *float64            `json:"fatigue,omitempty"`
	Tension  *float64            `json:"tension,omitempty"`
	Soreness *float64            `json:"soreness,omitempty"`
	Stress   *float64            `json:"stress,omitempty"`
	Ready    *float64            `json:"ready,omitempty"`         // 4 is best, as of the next
	Quality  *float64            `json:"sleep_quality,omitempty"` // how well, not how long
	Tags     []string            `json:"tags"`                    // the date's tags, all of them; nil leaves them as they are
	Doses    map[string]float64  `json:"doses,omitempty"`         // of the tags, by their names; nil leaves those of tags that stay as they are
	Fever    *bool               `json:"fever,omitempty"`
	Chest    *bool               `json:"chest_symptoms,omitempty"`
	Period   *bool               `json:"period,omitempty"` // it began on this date, or did not after all
	Off      bool                `json:"off,omitempty"`    // takes the date's back, its tags and its period too
}

func (c CheckIn) of() diary.Date { return c.Date }
func (c CheckIn) name() string   { return "check-in" }

func (c CheckIn) enter(d *draft) *Refusal {
	out := diary.NewCheckIn(d.stamp)
	if c.Off {
		out.Off, c.Tags, c.Doses, c.Period = true, []string{}, nil, new(bool)
	}
	for _, name := range slices.Sorted(maps.Keys(c.Signs)) {
		if r := choice("signs", name, diary.SignNames[:]); r != nil {
			return r
		}
		i := slices.Index(diary.SignNames[:], name)
		if r := score(&out.Signs[i], name, c.Signs[name], diary.MaxSign); r != nil {
			return r
		}
	}
	for _, v := range []struct {
		to   *diary.Score
		name string
		said *float64
	}{{&out.Fatigue, "fatigue", c.Fatigue}, {&out.Tension, "tension", c.Tension}, {&out.Soreness, "soreness", c.Soreness}, {&out.Stress, "stress", c.Stress},
		{&out.Ready, "ready", c.Ready}, {&out.SleepQuality, "sleep_quality", c.Quality}} {
		if r := score(v.to, v.name, v.said, diary.MaxSign); r != nil {
			return r
		}
	}
	out.Fever, out.Chest = diary.AnswerOf(c.Fever), diary.AnswerOf(c.Chest)
	// Within one journal a yes holds until it is denied. A form holds the answers
	// of before by itself, and may take one back.
	for _, before := range slices.Backward(d.CheckIns) {
		if before.Date == c.Date {
			out.Fever = out.Fever.After(before.Fever)
			out.Chest = out.Chest.After(before.Chest)
			break
		}
	}
	d.CheckIns = append(d.CheckIns, out)
	if c.Period != nil {
		d.Periods = append(d.Periods, diary.Period{Stamp: d.stamp, Off: !*c.Period})
	}
	return c.tag(d)
}

// tag adds those of the tags that are not there yet or have another dose, and takes back
// those that are and are not named.
func (c CheckIn) tag(d *draft) *Refusal {
	if c.Tags == nil && c.Doses == nil {
		return nil
	}
	there := map[string]float64{} // doses, 0 for not said
	if d.Diary != nil {
		for _, tag := range d.Diary.Tags[c.Date] {
			there[tag] = d.Diary.Reported.Dose(c.Date, tag)
		}
	}
	for _, t := range d.Tags {
		if t.Date != c.Date {
			continue
		}
		if there[t.Tag] = float64(t.Dose); t.Off {
			delete(there, t.Tag)
		}
	}
	if c.Tags == nil {
		c.Tags = slices.Collect(maps.Keys(there))
	}
	for _, tag := range c.Tags {
		if r := choice("tags", tag, diary.DayTags); r != nil {
			return r
		}
	}
	for _, tag := range slices.Sorted(maps.Keys(c.Doses)) {
		if r := c.dose(tag); r != nil {
			return r
		}
	}
	for _, tag := range diary.DayTags {
		was, is := there[tag]
		want, dose := slices.Contains(c.Tags, tag), was
		if c.Doses != nil {
			dose = float64(float32(c.Doses[tag]))
		}
		if want != is || want && dose != was {
			t := diary.DayTag{Stamp: d.stamp, Tag: tag, Off: !want}
			if want {
				t.Dose = float32(dose)
			}
			d.Tags = append(d.Tags, t)
		}
	}
	return nil
}

// dose refuses one that cannot be, or that is of nothing the date is tagged with.
func (c CheckIn) dose(tag string) *Refusal {
	of := diary.FindDose(tag)
	if of == nil || !slices.Contains(c.Tags, tag) {
		r := &Refusal{Code: Choice, Field: "doses", Word: tag}
		for _, d := range diary.Doses {
			if slices.Contains(c.Tags, d.Tag) {
				r.Choices = append(r.Choices, d.Tag)
			}
		}
		return r
	}
	if v := c.Doses[tag]; !of.Holds(v) {
		return &Refusal{Code: Range, Field: tag, Value: v, Low: of.Least, High: of.Most, Unit: of.Unit}
	}
	return nil
}
