package drawings

var massage = map[string]func(*pen){
	"foot_ball": func(p *pen) {
		p.floor(30, 120)
		p.seat(40, 68, 64)
		p.figure(figure{hip: point{55, 58}, lean: -3,
			legs: []limb{{to: point{73, 85.5}}, {to: point{86, 75}, via: at(75, 58.5), toes: 8}},
			arms: []limb{{to: point{70, 54}}, {to: point{68, 55}}}})
		p.ball(90, 83.5, 5)
		p.both(102, 84, 118, 84)
	},
	"calf_roll": func(p *pen) {
		p.floor(14, 130)
		p.roller(84, 82)
		p.figure(figure{hip: point{54, 80}, lean: -24,
			legs: []limb{{to: point{72, 85.5}}, {to: point{92.5, 73}, toes: -70}},
			arms: []limb{{to: point{38, 85}}, {to: point{40, 85.4}}}})
		p.both(100, 84, 118, 84)
	},
	"thigh_roll": func(p *pen) {
		p.floor(10, 134)
		p.roller(60, 82)
		p.figure(figure{hip: point{70, 73.5}, lean: 86, nod: -20,
			legs: []limb{{to: point{32, 80}, toes: 110}}, arms: []limb{{to: point{105, 85}, via: at(92, 85)}}})
		p.both(52, 60, 72, 60)
	},
	"hamstring_roll": func(p *pen) {
		p.floor(14, 130)
		p.roller(66, 82)
		p.figure(figure{hip: point{54, 72}, lean: -52, nod: 26,
			legs: []limb{{to: point{76, 85.5}}, {to: point{93, 75}, toes: -70}},
			arms: []limb{{to: point{35, 84.7}}, {to: point{38, 84.6}}}})
		p.both(56, 93, 76, 93)
	},
	"adductor_roll": func(p *pen) {
		p.WriteString(`<rect x="66" y="55" width="40" height="12" rx="6"/>`)
		p.figure(figure{hip: point{76, 42}, lean: -90, front: true,
			legs: []limb{{to: point{103, 68}, via: at(84, 64), toes: 0}, {to: point{115, 37}, toes: -10}},
			arms: []limb{{to: point{34, 56}, via: at(44, 59)}, {to: point{34, 28}, via: at(44, 25)}}})
	},
	"glute_ball": func(p *pen) {
		p.floor(14, 126)
		p.ball(54, 82, 6.5)
		p.figure(figure{hip: point{57, 71}, lean: -56, nod: 30,
			legs: []limb{{to: point{84, 85.5}}, {to: point{80, 64}, via: at(66, 54), toes: -60}},
			arms: []limb{{to: point{37, 84.8}}, {to: point{40, 84.8}}}})
		p.both(42, 94, 66, 94)
	},
	"manual_referral": func(p *pen) {
		p.floor(14, 130)
		p.seat(26, 62, 62)
		p.figure(figure{hip: point{50, 56}, lean: -6, legs: []limb{{to: point{70, 77}, via: at(70, 57)}}, arms: []limb{{to: point{38, 58}}}})
		p.figure(figure{hip: point{104, 60}, lean: 24, flip: true, legs: []limb{{to: point{112, 85.5}}, {to: point{106, 85.5}}},
			arms: []limb{{to: point{133, 57}}, {to: point{130, 60}}}})
		p.path(0, "M126 14v14M119 21h14")
	},
}
