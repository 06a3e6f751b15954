package plan

// longFor is how long the longest run should be before a race: 80% of it up to
// 10 km, 16 km for a half marathon, 29 for a marathon, 35 at most (ours).
func longFor(km float64) float64 {
	switch {
	case km <= 10:
		return 0.8 * km
	case km <= 21.1:
		return 8 + (km-10)*0.72
	}
	return min(35, 16+(km-21.1)*0.617)
}

// longNeed is the same for this runner: no longer than a training run may last,
// or no race would ever be safe for the slow.
func (m *maker) longNeed(km float64) float64 {
	return min(longFor(km), maxLongMinutes/m.easy())
}

// peakFor is the weekly volume that a plan builds to: what a race of that
// length is run well on, or a fifth more than now, whichever is more (ours).
func peakFor(race *Race, base float64) float64 {
	if base >= holdFromKm {
		return base
	}
	if race == nil {
		return min(holdFromKm, max(20, base*1.1))
	}
	least := 65.0
	switch {
	case race.Km <= 5:
		least = 25
	case race.Km <= 10:
		least = 32
	case race.Km <= 21.1:
		least = 45
	}
	return min(holdFromKm, max(least, base*1.2))
}
