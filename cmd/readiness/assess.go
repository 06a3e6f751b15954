package main

// assess writes the assessment of one date.
func assess(d *aDay) error {
	out := d.answers.assess(d.date)
	return d.write(out, func(p painter) { p.assessment(out) })
}
