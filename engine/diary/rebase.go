package diary

import "slices"

// Rebase has entries that were made on what one diary knew (before) stand on what a
// later one does: of a check-in and its tags, which are said as a whole, what was left as
// it was before follows the later diary. So two that are made at once on one date keep
// what each changed.
func (r *Reported) Rebase(before, now *Diary) {
	for i := range r.CheckIns {
		c := &r.CheckIns[i]
		was, is := before.checkIn(c.Date), now.checkIn(c.Date)
		if c.Off || is.At == was.At {
			continue
		}
		mine, old, later := c.scores(), was.scores(), is.scores()
		for k := range mine {
			if *mine[k] == *old[k] {
				*mine[k] = *later[k]
			}
		}
		if c.Fever == was.Fever {
			c.Fever = is.Fever
		}
		if c.Chest == was.Chest {
			c.Chest = is.Chest
		}
	}
	// A tag that was not there could not be taken off, nor one that was be put on, but
	// for another dose.
	tags := r.Tags[:0]
	for _, t := range r.Tags {
		if slices.Contains(before.Tags[t.Date], t.Tag) == t.Off || !t.Off && before.Reported.Dose(t.Date, t.Tag) != float64(t.Dose) {
			tags = append(tags, t)
		}
	}
	r.Tags = tags
}

// checkIn is the one of a date; of none it says nothing.
func (d *Diary) checkIn(t Date) *CheckIn {
	for i := range d.Reported.CheckIns {
		if c := &d.Reported.CheckIns[i]; c.Date == t {
			return c
		}
	}
	none := NewCheckIn(Stamp{})
	return &none
}
