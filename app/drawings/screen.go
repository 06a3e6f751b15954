package drawings

// The tests of the movement screen.
var screen = map[string]func(*pen){
	Test + "knee_to_wall": kneeToWall,
	Test + "hip_rotation": func(p *pen) {
		p.faint(point{36, 56}, point{108, 56})
		p.faint(point{42, 56}, point{42, 89})
		p.faint(point{102, 56}, point{102, 89})
		p.figure(figure{hip: point{72, 48}, front: true,
			legs: []limb{{to: point{64, 78}, via: at(64, 58), toes: 120}, {to: point{94, 72}, via: at(80, 58), toes: 40}},
			arms: []limb{{to: point{62, 47}, via: at(58, 35.8)}, {to: point{82, 47}, via: at(86, 35.8)}}})
		p.arrow(84, 88, 106, 76, -4)
	},
	Test + "toe_reach": func(p *pen) {
		p.block(44, 76, 78)
		p.floor(76, 104)
		p.figure(figure{hip: point{62, 36.5}, lean: 148, nod: 6,
			legs: []limb{{to: point{66, 75.5}}, {to: point{66, 75.5}}}, arms: []limb{{to: point{81, 82}, back: true}}})
		p.both(94, 76, 94, 88)
	},
	Test + "calf_raise": heelRaise,
	Test + "single_leg_bridge": func(p *pen) {
		p.floor(10, 90)
		p.seat(88, 122, 68)
		p.figure(figure{hip: point{62, 70}, lean: -116, nod: 26,
			legs: []limb{{to: point{76, 34}, toes: -100}, {to: point{95, 64}, toes: -70}}, arms: []limb{{to: point{67, 86}}}})
		p.arrow(62, 60, 62, 44, 0)
	},
	Test + "side_plank": func(p *pen) {
		p.floor(10, 134)
		p.figure(figure{hip: point{66, 74}, lean: -80,
			flat: true,
			legs: []limb{{to: point{105.3, 82}, toes: 20}}, arms: []limb{{to: point{57, 86}, via: at(45, 83)}, {to: point{43, 42.5}}}})
	},
	Test + "single_leg_squat": func(p *pen) {
		p.floor(40, 112)
		p.figure(figure{hip: point{64, 58}, lean: 22, nod: -14,
			legs: []limb{{to: point{98, 74}, toes: -30}, {to: point{70, 85.5}}}, arms: []limb{{to: point{98, 40}}, {to: point{98, 43}}}})
		p.arrow(50, 30, 50, 50, 0)
	},
	Test + "balance": func(p *pen) {
		p.floor(48, 96)
		p.figure(figure{hip: point{72, 46}, front: true,
			legs: []limb{{to: point{65, 72}, via: at(61, 60), toes: 110}, {to: point{74, 85.5}, via: at(75, 66), toes: 20}},
			arms: []limb{{to: point{73, 32}, via: at(60.5, 35)}, {to: point{71, 29}, via: at(83.5, 35)}}})
	},
}
