package drawings

var strength = map[string]func(*pen){
	"short_foot": func(p *pen) {
		p.floor(4, 68)
		p.bigFoot(8, 0)
		p.floor(78, 140)
		p.bigFoot(82, 3)
		p.then(72, 40)
		p.arrow(132, 95, 112, 95, 0)
		p.arrow(104, 95, 104, 85, 0)
	},
	"towel_heel_raise": func(p *pen) {
		p.floor(14, 128)
		p.WriteString(`<g stroke="currentColor">`)
		p.path(4, "M52 0Q52 32 40 48Q33 58 43 63L80 84Q85 87 91 84L106 76Q110 71 104 67L94 66Q86 48 76 36Q71 24 73 0")
		p.WriteString(`</g>`)
		p.ball(107, 83, 5.5)
		p.arrow(28, 80, 28, 56, 0)
	},
	"heel_raise": heelRaise,
	"slow_heel_drop": func(p *pen) {
		p.block(78, 132, 60)
		p.floor(14, 78)
		p.WriteString(`<g stroke="currentColor" transform="rotate(-22 88 58) translate(0 -26)">`)
		p.bigFoot(46, 0)
		p.WriteString(`</g>`)
		p.arrow(30, 44, 30, 68, 0)
	},
	"heel_raise_hold": func(p *pen) {
		p.floor(40, 104)
		p.wall(104)
		p.figure(figure{hip: point{78, 41},
			legs: []limb{{to: point{75, 80}, toes: 42}, {to: point{78, 80.5}, toes: 42}}, arms: []limb{{to: point{102, 30}}, {to: point{101.5, 31}}}})
		p.arrow(62, 86, 62, 72, 0)
	},
	"toe_raise": func(p *pen) {
		p.floor(50, 114)
		p.wall(50)
		p.figure(figure{hip: point{57, 48}, legs: []limb{{to: point{73, 84}, toes: -38}, {to: point{74.5, 83.8}, toes: -38}}, arms: []limb{{to: point{60, 48}}}})
		p.arrow(96, 86, 94, 70, 4)
	},
	"split_squat": func(p *pen) {
		p.floor(4, 66)
		p.figure(figure{hip: point{34, 50}, legs: []limb{{to: point{15, 82}, toes: 45}, {to: point{50, 85.5}}}, arms: []limb{{to: point{36, 51}}}})
		p.floor(78, 140)
		p.figure(figure{hip: point{106, 65}, legs: []limb{{to: point{85, 82.5}, via: at(103, 84.5), toes: 60}, {to: point{126, 85.5}}}, arms: []limb{{to: point{108, 66}}}})
		p.then(70, 42)
		p.arrow(90, 44, 90, 60, 0)
	},
	"wall_sit": func(p *pen) {
		p.wall(46)
		p.floor(46, 110)
		p.figure(figure{hip: point{53, 65}, legs: []limb{{to: point{74, 85.5}, via: at(73, 66)}, {to: point{74, 85.5}, via: at(73, 66)}}, arms: []limb{{to: point{68, 60}}, {to: point{66, 61}}}})
	},
	"slider_curl": func(p *pen) {
		p.floor(8, 134)
		p.ghost(figure{hip: point{60, 71}, lean: -116.5, nod: 26.5, legs: []limb{{to: point{80, 85}}}})
		p.figure(figure{hip: point{62, 77}, lean: -102, nod: 12, legs: []limb{{to: point{99.5, 84}, toes: -75}}, arms: []limb{{to: point{66, 86}}}})
		p.path(4, "M93 88.500h14")
		p.both(84, 95, 116, 95)
	},
	"bridge_hold": func(p *pen) {
		p.floor(14, 126)
		p.figure(figure{hip: point{68, 68}, lean: -122, nod: 32,
			legs: []limb{{to: point{86, 85.5}}, {to: point{90, 85.5}}}, arms: []limb{{to: point{74.5, 86}}}})
		p.arrow(68, 56, 68, 42, 0)
	},
	"side_adduction": func(p *pen) {
		p.floor(14, 98)
		p.block(94, 130, 64)
		p.figure(figure{hip: point{66, 67}, lean: -94, nod: 2,
			legs: []limb{{to: point{103, 79}, toes: 50}, {to: point{105, 61}, toes: -50}}, arms: []limb{{to: point{57, 86}, via: at(44, 82)}}})
		p.arrow(80, 88, 82, 76, 0)
	},
	"ball_squeeze": func(p *pen) {
		p.ball(90, 46, 9)
		p.figure(figure{hip: point{66, 46}, lean: -90, front: true,
			legs: []limb{{to: point{103, 52}, via: at(84, 58), toes: 10}, {to: point{103, 40}, via: at(84, 34), toes: -10}},
			arms: []limb{{to: point{61, 66}, via: at(47, 65)}, {to: point{61, 26}, via: at(47, 27)}}})
		p.arrow(90, 12, 90, 24, 0)
		p.arrow(90, 80, 90, 68, 0)
	},
	"side_plank_lift": func(p *pen) {
		p.floor(14, 126)
		p.figure(figure{hip: point{70, 72}, lean: -86, nod: 2, flat: true,
			legs: []limb{{to: point{98, 86}, via: at(88, 80.5), toes: 20}, {to: point{106.5, 58}, toes: -20}}, arms: []limb{{to: point{58, 86}, via: at(47, 83.2)}, {to: point{47, 43.5}}}})
		p.arrow(116, 78, 116, 60, 0)
	},
	"side_plank": func(p *pen) {
		p.floor(14, 126)
		p.figure(figure{hip: point{68, 74}, lean: -80, flat: true,
			legs: []limb{{to: point{105, 86}, via: at(86.5, 82), toes: 10}}, arms: []limb{{to: point{60, 86}, via: at(47, 83)}, {to: point{45, 43}}}})
	},
}

// heelRaise is the exercise, and the test that counts it.
func heelRaise(p *pen) {
	one := func(x, up float64) {
		p.floor(x, x+54)
		p.wall(x + 54)
		toes := 0.0
		if up > 0 {
			toes = 38
		}
		p.figure(figure{hip: point{x + 30, 46 - up},
			legs: []limb{{to: point{x + 19, 72 - up}, toes: 70}, {to: point{x + 29, 85.5 - up}, toes: toes}}, arms: []limb{{to: point{x + 52, 34 - up}}}})
	}
	one(2, 0)
	one(78, 4.5)
	p.then(67, 50)
	p.arrow(94, 84, 94, 68, 0)
}

// bigFoot is a foot and its ankle alone, its heel at x; lift is what its arch is raised by.
func (p *pen) bigFoot(x, lift float64) {
	const g = ground
	p.WriteString(`<g stroke="currentColor">`)
	p.path(4, "M"+num(x+6)+" "+num(g-60)+"Q"+num(x+9)+" "+num(g-30)+" "+num(x+2)+" "+num(g-12)+"Q"+num(x-2)+" "+num(g-2)+" "+num(x+8)+" "+num(g-2)+
		"Q"+num(x+24-lift)+" "+num(g-7-5*lift)+" "+num(x+40-1.5*lift)+" "+num(g-2)+"H"+num(x+54-2*lift)+"Q"+num(x+58-2*lift)+" "+num(g-9)+" "+num(x+50-2*lift)+" "+num(g-11)+
		"Q"+num(x+36-lift)+" "+num(g-18-2*lift)+" "+num(x+27)+" "+num(g-34)+"Q"+num(x+25)+" "+num(g-44)+" "+num(x+25)+" "+num(g-60))
	p.WriteString(`</g>`)
}
