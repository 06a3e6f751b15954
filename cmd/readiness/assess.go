package main

// assess writes the assessment of one date.
func assess(inv *invocation) error {
	var q question
	q.flags(inv)
	q.follows(inv)
	a, date, err := q.askOfDay(inv)
	if err != nil {
		return err
	}
	out := a.assess(date)
	if q.json {
		return writeJSON(inv, out)
	}
	newPainter(inv.stdout, a.words).assessment(out)
	return nil
}
