package diary

// told is the part of a file that version 2 of the pack added.
func (p *packer) told(f *File) {
	list(p, &f.CheckIns, func(p *packer, c *CheckIn) {
		p.moment(&c.At)
		signed(p, &c.Date)
		for i := range c.Signs {
			unsigned(p, &c.Signs[i])
		}
		for _, s := range []*Score{&c.Fatigue, &c.Tension, &c.Soreness, &c.Stress} {
			unsigned(p, s)
		}
		p.answer(&c.Fever)
		p.answer(&c.Chest)
		p.flag(&c.Off)
	})
	list(p, &f.Niggles, func(p *packer, n *Niggle) {
		p.moment(&n.At)
		signed(p, &n.Date)
		p.word((*string)(&n.Site))
		p.word((*string)(&n.Side))
		unsigned(p, &n.Severity)
		for _, v := range []*bool{&n.Tightness, &n.Worse, &n.Swelling, &n.Off} {
			p.flag(v)
		}
		for _, v := range []*Answer{&n.NightPain, &n.Limp, &n.BonePoint} {
			p.answer(v)
		}
	})
	list(p, &f.Efforts, func(p *packer, e *Effort) {
		p.moment(&e.At)
		signed(p, &e.Date)
		unsigned(p, &e.RPE)
		p.flag(&e.Strength)
		p.flag(&e.Off)
	})
	list(p, &f.Decisions, func(p *packer, d *Decision) {
		p.moment(&d.At)
		signed(p, &d.Date)
		p.word(&d.Action)
		p.flag(&d.Accepted)
		d.Why = p.text(d.Why)
		p.flag(&d.Off)
	})
	list(p, &f.Cold, func(p *packer, c *Cold) {
		p.moment(&c.At)
		signed(p, &c.Date)
		p.float(&c.Minutes)
		p.float(&c.Celsius)
		p.flag(&c.Off)
	})
}

func (p *packer) answer(a *Answer) {
	unsigned(p, a)
	if *a > Yes {
		p.fail()
	}
}
