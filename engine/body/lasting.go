package body

import (
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Lasting is a sign that has become persistent: strong (persist_score or more) on
// persist_count of the last persist_of check-ins that speak of it. It holds until
// persist_clear of them in a row are below that; from then on the count starts
// anew. Days without an answer count for nothing, either way; after persist_lapse of
// them it is not known any more, and holds again with the next strong answer.
type Lasting struct {
	Since  diary.Date // it has held since; 0: the sign is not persistent
	Strong int        // of the Of check-ins that speak of it, those that are strong
	Of     int
	Refer  bool // it has held for persist_refer days: a clinician should look
}

// Persistent reports whether any sign is.
func (c Check) Persistent() bool { return c.longest() != 0 }

// longest is since when the sign has held that has held longest; 0 for none.
func (c Check) longest() (since diary.Date) {
	for _, l := range c.Lasting {
		if l.Since != 0 && (since == 0 || l.Since < since) {
			since = l.Since
		}
	}
	return since
}

// Complaint is what is persistent: since when at the longest, and whether a clinician
// should look.
func (c Check) Complaint() (since diary.Date, refer bool) {
	for _, l := range c.Lasting {
		refer = refer || l.Refer
	}
	return c.longest(), refer
}

// persistent follows each sign from check-in to check-in.
type persistent [diary.Signs]struct {
	strong []bool // the last answers, the latest last
	below  int    // of them in a row, the latest
	since  diary.Date
	said   diary.Date // the last of them
}

// hear takes the next check-in.
func (p *persistent) hear(in *diary.CheckIn, r *rule.Settings) {
	for s := range p {
		score := in.Signs[s]
		if !score.Said() {
			continue
		}
		f := &p[s]
		strong := score.AtLeast(r.PersistScore)
		f.strong, f.said = append(f.strong, strong), in.Date
		if n := len(f.strong) - int(r.PersistOf); n > 0 {
			f.strong = f.strong[n:]
		}
		if f.below++; strong {
			f.below = 0
		}
		switch {
		case f.since == 0 && count(f.strong) >= int(r.PersistCount):
			f.since = in.Date
		case f.since != 0 && f.below >= int(r.PersistClear):
			f.since, f.strong = 0, nil
		}
	}
}

// on is what holds on a date.
func (p *persistent) on(t diary.Date, r *rule.Settings) (out [diary.Signs]Lasting) {
	for s := range p {
		f := &p[s]
		if f.since != 0 && t-f.said <= diary.Date(r.PersistLapse) {
			out[s] = Lasting{Since: f.since, Strong: count(f.strong), Of: len(f.strong), Refer: t-f.since >= diary.Date(r.PersistRefer)}
		}
	}
	return out
}

func count(list []bool) (n int) {
	for _, v := range list {
		if v {
			n++
		}
	}
	return n
}
