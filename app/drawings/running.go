package drawings

// What is said of running itself, and of not running.
var running = map[string]func(*pen){
	"load_as_planned":    centred(runner),
	"load_by_feel":       centred(runner),
	"load_easy":          centred(runner),
	"load_shorter":       centred(runner),
	"load_after_illness": centred(runner),
	"load_walk_run": func(p *pen) {
		p.beside(-4, walker)
		p.then(72, 50)
		p.beside(76, runner)
	},
	"load_walk":   centred(walker),
	"load_no_run": centred(walker),
	"load_ill":    resting,
	"load_rest":   resting,
	"load_race": func(p *pen) {
		p.beside(20, runner)
		p.faint(point{104, 10}, point{104, ground + 1})
		p.path(0, "M104 12h22l-6 8 6 8h-22")
	},
}

func centred(draw func(*pen)) func(*pen) { return func(p *pen) { p.beside(36, draw) } }

func runner(p *pen) {
	p.floor(4, 68)
	p.figure(figure{hip: point{34, 48}, lean: 10, nod: -4,
		legs: []limb{{to: point{4, 65}, toes: 130}, {to: point{47, 83}, toes: -8}},
		arms: []limb{{to: point{56, 39}}, {to: point{24, 46}, via: at(28.5, 34)}}})
}

func walker(p *pen) {
	p.floor(4, 68)
	p.figure(figure{hip: point{36, 47}, lean: 2,
		legs: []limb{{to: point{20, 82}, toes: 40}, {to: point{49, 84}, toes: -15}},
		arms: []limb{{to: point{48, 46}}, {to: point{25, 46}}}})
}

func resting(p *pen) {
	p.seat(18, 124, 72)
	p.path(0, "M28 70v-6h18v6")
	p.figure(figure{hip: point{72, 65}, lean: -92, legs: []limb{{to: point{110, 67}, toes: -60}}, arms: []limb{{to: point{64, 60}, via: at(56, 57)}}})
	p.path(0, "M92 28h12l-12 14h12M112 14h9l-9 11h9")
}
