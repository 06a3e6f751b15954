package drawings

// Everything is in units of the picture, 144 by 96; the ground is at 88. A leg is 39.5 long,
// so a standing figure's hip is at 46.

var mobility = map[string]func(*pen){
	"toe_and_arch": func(p *pen) {
		p.floor(30, 84)
		p.WriteString(`<g stroke="currentColor">`)
		p.path(4, "M42 24Q45 56 36 72Q31 85 43 86Q58 80 74 86L84 86Q88 85 90 80L99 62Q101 56 96 56Q92 56 90 60L84 70Q70 64 64 50Q62 40 62 24")
		p.WriteString(`</g>`)
		p.arrow(112, 68, 96, 42, 8)
	},
	"calf_stretch": func(p *pen) {
		p.floor(4, 64)
		p.wall(64)
		p.figure(figure{hip: point{34, 51}, lean: 24,
			legs: []limb{{to: point{44, 85.5}}, {to: point{14.5, 85.5}}},
			arms: []limb{{to: point{62, 33}}, {to: point{62, 36}}}})
		p.floor(78, 138)
		p.wall(138)
		p.figure(figure{hip: point{108, 56}, lean: 18,
			legs: []limb{{to: point{120, 85.5}}, {to: point{93, 85.5}}},
			arms: []limb{{to: point{136, 38}}, {to: point{136, 41}}}})
		p.then(72, 50)
	},
	"knee_to_wall": kneeToWall,
	"hamstring_glide": func(p *pen) {
		p.floor(12, 126)
		lying := figure{hip: point{66, 83}, lean: -90,
			legs: []limb{{to: point{105, 84.5}, toes: -80}, {to: point{89, 65}, via: at(70, 63.5), toes: -60}},
			arms: []limb{{to: point{67, 71}}}}
		p.ghost(figure{hip: lying.hip, lean: -90, legs: lying.legs[1:]})
		lying.legs[1] = limb{to: point{79.5, 46.6}, via: at(70, 63.5), toes: -20}
		p.figure(lying)
		p.arrow(98, 60, 90, 44, -5)
	},
	"hip_flexor_stretch": func(p *pen) {
		p.floor(20, 116)
		p.figure(figure{hip: point{66, 66.5}, lean: 2,
			legs: []limb{{to: point{90, 85.5}, via: at(86, 66.5)}, {to: point{36, 85}, via: at(54.5, 82.7), toes: 176}},
			arms: []limb{{to: point{84, 60}}, {to: point{80, 61}}}})
		p.arrow(40, 62, 57, 62, 0)
	},
	"adductor_rock": func(p *pen) {
		p.floor(2, 66)
		p.figure(figure{hip: point{24, 64}, lean: 82, nod: -8,
			legs: []limb{{to: point{4.5, 85}, via: at(24, 84.5), toes: 180}, {to: point{30, 91}, via: at(27, 77)}},
			arms: []limb{{to: point{48, 86}}, {to: point{50, 87}}}})
		p.floor(76, 142)
		p.figure(figure{hip: point{86, 70}, lean: 82, nod: 6,
			legs: []limb{{to: point{79, 85}, via: at(98, 84.5), toes: 180}, {to: point{104, 91}, via: at(95, 80.5)}},
			arms: []limb{{to: point{124, 86}}, {to: point{125, 87}}}})
		p.then(70, 48)
	},
	"hip_rotation": func(p *pen) {
		up := figure{hip: point{22, 82}, lean: -22, legs: []limb{{to: point{45, 85.5}}, {to: point{49, 85.5}}},
			arms: []limb{{to: point{2, 86}}, {to: point{4, 86}}}}
		p.floor(2, 64)
		p.figure(up)
		p.floor(80, 142)
		down := up
		down.hip, down.arms = point{100, 82}, []limb{{to: point{80, 86}}, {to: point{82, 86}}}
		down.legs = []limb{{to: point{127, 85.5}, via: at(111, 80)}, {to: point{127, 89}, via: at(114, 93)}}
		p.figure(down)
		p.then(72, 62)
		p.arrow(114, 64, 118, 82, -4)
	},
	"cat_camel": func(p *pen) {
		p.floor(2, 66)
		p.figure(figure{hip: point{18, 66}, lean: 86, bow: 10, nod: 60,
			legs: []limb{{to: point{2, 85}, via: at(18, 85), toes: 180}}, arms: []limb{{to: point{42, 87}, back: true}}})
		p.floor(78, 142)
		p.figure(figure{hip: point{94, 66}, lean: 86, bow: -8, nod: -55,
			legs: []limb{{to: point{78, 85}, via: at(94, 85), toes: 180}}, arms: []limb{{to: point{118, 87}, back: true}}})
		p.then(72, 60)
	},
	"easy_circles": func(p *pen) {
		p.floor(34, 116)
		p.seat(44, 70, 66)
		p.figure(figure{hip: point{58, 60}, lean: -2,
			legs: []limb{{to: point{78, 85.5}}, {to: point{92, 73}, via: at(78, 61), toes: -20}},
			arms: []limb{{to: point{74, 56}}, {to: point{70, 57}}}})
		p.turn(97, 71, 11)
		p.turn(56, 38, 9)
	},
	"race_warm_up": func(p *pen) {
		p.wall(2)
		p.floor(2, 58)
		swing := figure{hip: point{28, 46}, legs: []limb{{to: point{28, 85.5}}, {to: point{12, 78}, toes: 60}},
			arms: []limb{{to: point{44, 42}}, {to: point{5, 36}}}}
		p.ghost(figure{hip: swing.hip, legs: swing.legs[1:]})
		swing.legs[1] = limb{to: point{54, 73}, toes: -50}
		p.figure(swing)
		p.arrow(16, 94, 52, 85, -6)
		p.beside(78, runner)
	},
}

// kneeToWall is the stretch, and the test that measures it.
func kneeToWall(p *pen) {
	p.floor(24, 104)
	p.wall(104)
	p.figure(figure{hip: point{80, 69}, lean: 6,
		legs: []limb{{to: point{48, 85.5}, via: at(67.5, 84), toes: 176}, {to: point{92, 85.5}, via: at(99, 67)}},
		arms: []limb{{to: point{102, 27}}, {to: point{102, 30}}}})
	p.arrow(86, 57, 99, 57, 0)
}
