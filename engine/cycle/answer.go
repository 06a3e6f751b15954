package cycle

// Absorbed answers "Did I allow my body to respond to the work I did recently?".
type Absorbed string

const (
	NotKnown  Absorbed = "not_known"
	Answered  Absorbed = "answered"   // yes: a response, and fitter after it
	Carried   Absorbed = "carried"    // yes: no response, and fitter
	NotBack   Absorbed = "not_back"   // not yet: the signals are out
	NotSeen   Absorbed = "not_seen"   // in part: a response, whether the signals are back is not known, and no fitter
	NotFitter Absorbed = "not_fitter" // in part: a response, the signals are back, and no fitter
	NoneNew   Absorbed = "none_new"   // no more work than before, and no change
	Unchanged Absorbed = "unchanged"  // in part: more work, no response, and no fitter
)

// Absorbed is what the three parts of a cycle come to.
func (c *Cycle) Absorbed() Absorbed {
	switch {
	case c.Adaptation == Unknown || c.Response == Unknown:
		return NotKnown
	case c.Adaptation == Yes && c.Response == Yes:
		return Answered
	case c.Adaptation == Yes:
		return Carried
	case c.Back == No:
		return NotBack
	case c.Response == Yes && c.Back == Unknown:
		return NotSeen
	case c.Response == Yes:
		return NotFitter
	case c.Stress == No:
		return NoneNew
	}
	return Unchanged
}

// Early reports whether the block is too young to compare a load that is known.
func (c *Cycle) Early() bool { return c.Stress == Unknown && c.Weekly > 0 && c.Before > 0 }

// Comparable reports whether there are easy runs enough, here and in the block
// before, to compare.
func (c *Cycle) Comparable() bool { return c.EasyRuns >= needRuns && c.PriorRuns >= needRuns }
