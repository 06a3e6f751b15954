package main

import (
	"rebound/app/wire"
	"rebound/app/words"
)

// effects writes what the runner's own nights say: whether what came before some of them
// mattered, and whether the signals said anything of what followed.
func effects(d *aDay) error {
	out := words.Effects(d.engine, d.date, d.words)
	return d.write(out, func(p painter) { p.effects(out) })
}

func (p painter) effects(e wire.Effects) {
	p.line("%s", p.paint("head", "Does it matter for me?"))
	p.answers(e.Matters, "%d nights with it, %d without")
	p.wrap("  ", "  ", e.Waits)
	p.head("Do these signals say anything about you?")
	p.wrap("  ", "  ", e.Verdict)
	p.answers(e.Says, "%d mornings out of range, %d in range")
	p.line("")
	p.wrap("", "", e.How)
}

// answers is a line for each; counts is how its days are counted.
func (p painter) answers(list []wire.Effect, counts string) {
	for _, x := range list {
		p.line("  %-30s%s", x.Name, x.Value)
		if len(x.Shifts) == 0 {
			p.wrap("    ", "    ", x.Text)
		}
		for _, s := range x.Shifts {
			text := s.Text
			if s.Name != x.Name {
				text = s.Name + ": " + text
			}
			p.wrap("    ", "    ", text)
			p.line("    "+counts, s.With, s.Without)
		}
	}
}
