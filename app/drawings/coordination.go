package drawings

var coordination = map[string]func(*pen){
	"balance": func(p *pen) {
		p.floor(48, 96)
		p.figure(figure{hip: point{72, 46}, front: true,
			legs: []limb{{to: point{65, 72}, via: at(61, 60), toes: 110}, {to: point{74, 85.5}, via: at(75, 66), toes: 20}},
			arms: []limb{{to: point{42, 34}, via: at(54, 29)}, {to: point{102, 34}, via: at(90, 29)}}})
	},
	"quick_steps": func(p *pen) {
		p.floor(44, 104)
		p.figure(figure{hip: point{72, 46.5}, lean: 3,
			legs: []limb{{to: point{71, 85.5}}, {to: point{70, 74}, toes: 30}},
			arms: []limb{{to: point{60, 40}}, {to: point{86, 35}}}})
		p.arrow(54, 84, 54, 66, 0)
		p.arrow(96, 66, 96, 84, 0)
	},
	"step_down": func(p *pen) {
		p.block(6, 42, 78)
		p.floor(42, 66)
		p.figure(figure{hip: point{32, 38},
			legs: []limb{{to: point{30, 75.5}}, {to: point{36, 75.5}}}, arms: []limb{{to: point{33, 41}}}})
		p.block(80, 116, 78)
		p.floor(116, 142)
		p.figure(figure{hip: point{102, 49}, lean: 14, nod: -10,
			legs: []limb{{to: point{104, 75.5}}, {to: point{121, 83}, toes: -15}}, arms: []limb{{to: point{124, 42}}}})
		p.then(72, 46)
	},
	"dead_bug": func(p *pen) {
		p.floor(6, 138)
		p.figure(figure{hip: point{76, 82}, lean: -90,
			legs: []limb{{to: point{96, 63}, via: at(77, 62.5), toes: -60}, {to: point{114.5, 76}, toes: -70}},
			arms: []limb{{to: point{54, 56}, back: true}, {to: point{27.5, 73}}}})
		p.arrow(46, 54, 28, 62, 4)
		p.arrow(108, 56, 120, 66, -4)
	},
	"breathing": func(p *pen) {
		p.floor(14, 126)
		p.figure(figure{hip: point{72, 82}, lean: -90,
			legs: []limb{{to: point{94, 85.5}}, {to: point{98, 85.5}}}, arms: []limb{{to: point{64, 75}, via: at(56, 72)}}})
		p.arrow(62, 66, 62, 52, 0)
		p.path(0, "M30 64q4 -5 0 -10t0 -10M22 66q4 -5 0 -10t0 -10")
	},
}
