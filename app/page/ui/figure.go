package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The figure is drawn by hand in a space of 224 by 560, mirrored at x = 0: one
// half of a runner, seen from the front or the back, and on it the 14 sites.
const (
	FigureBox  = "-112 0 224 560"
	LowerBox   = "-72 152 144 408" // what has sites, for the small picture
	head       = `M0 8C13 8 21 18 20.500 33C20 47 11 62 0 62Z`
	silhouette = `M0 54H12C12 66 13 72 21 76.500C34 81 47 80 58 86C69 91 73 104 75 120C77 142 84 162 89 184C95 210 99 230 102 254C104 265 109 273 109 286C109 300 104 310 98 310C92 310 89 300 88 289C87 280 85 272 81 262C74 240 68 216 63 192C59 172 57 150 53 134C52 150 45 162 42 178C40 192 46 206 52 220C62 244 68 268 68 294C68 322 62 346 60 366C59 382 63 394 65 414C67 444 58 474 54 500C53 510 57 520 61 532C64 544 58 549 48 549C37 549 34 543 35 533C36 520 37 510 35 500C31 474 23 444 23 414C23 396 27 382 25 366C22 334 8 318 2 282L0 279Z`
)

// contours are faint lines that make a body of the outline.
var contours = map[bool]string{
	false: `M9 84C22 86 36 87 48 91M0 128C14 134 34 134 46 122M0 92V214M2 168C12 166 22 166 30 168M2 192C12 190 22 190 32 192M56 132C60 124 64 116 65 104`,
	true:  `M0 78V168M10 84C22 100 40 106 58 102M14 152C24 148 36 132 40 112M56 132C60 124 64 116 65 104`,
}

// FigurePart is one site on the right half of the picture. Hit is the field that
// a thumb meets, 44 px and more on a phone; Mark is where its number stands.
type FigurePart struct {
	Site  string
	Back  bool
	Shape string
	Hit   [4]int // x, y, width, height
	Mark  [2]int
}

var FigureParts = []FigurePart{
	{"hip", false, `M41 207C47 211 53 222 57 233C61 244 65 256 66 267C56 262 46 253 40 243C36 232 36 216 41 207Z`, [4]int{40, 198, 46, 62}, [2]int{51, 238}},
	{"groin", false, `M33 238C26 246 14 251 4 255L6 271C18 269 31 262 39 252Z`, [4]int{0, 226, 40, 46}, [2]int{20, 257}},
	{"adductor", false, `M8 279C18 277 30 271 38 262C42 290 38 326 31 354C22 330 11 304 8 279Z`, [4]int{0, 272, 40, 78}, [2]int{26, 296}},
	{"quad", false, `M44 258C50 264 60 270 67 274C69 304 62 338 58 352C51 357 41 357 36 352C43 322 47 290 44 258Z`, [4]int{40, 260, 46, 90}, [2]int{54, 304}},
	{"knee", false, `M42.500 361C52 361 58 367 58 377C58 387 52 393 43.500 393C34 393 28 387 28 377C28 367 34 361 42.500 361Z`, [4]int{4, 350, 80, 46}, [2]int{43, 377}},
	{"shin", false, `M33 401C40 395 50 395 57 401C62 424 57 456 50 483C46 488 42 488 39 483C31 456 27 424 33 401Z`, [4]int{4, 396, 80, 84}, [2]int{45, 432}},
	{"ankle", false, `M45 489C50 489 53 494 53 500C53 507 50 512 45 512C40 512 36.500 507 36.500 500C36.500 494 40 489 45 489Z`, [4]int{4, 480, 80, 40}, [2]int{45, 500}},
	{"foot", false, `M38 519C42 516 48 516 53 519C57 528 61 540 57 544C53 547 41 547 38 544C35 540 36 528 38 519Z`, [4]int{4, 520, 80, 40}, [2]int{47, 533}},

	{"lower_back", true, `M0 170C16 169 30 171 41 176C40 188 43 200 48 210C34 213 18 215 0 215Z`, [4]int{0, 164, 60, 50}, [2]int{0, 192}},
	{"glute", true, `M3.500 224C18 217 38 217 52 223C62 238 65 254 60 264C46 275 20 274 7 265C4 252 3.500 240 3.500 224Z`, [4]int{0, 214, 84, 58}, [2]int{31, 246}},
	{"hamstring", true, `M9 276C22 283 46 281 66 271C69 304 62 336 58 353C50 350 38 350 31 357C23 330 12 306 9 276Z`, [4]int{0, 272, 84, 98}, [2]int{41, 312}},
	{"calf", true, `M28 391C34 384 52 384 59 391C65 412 62 440 54 460C46 469 39 468 34 460C26 440 24 412 28 391Z`, [4]int{4, 374, 80, 88}, [2]int{44, 422}},
	{"achilles", true, `M36 471C40 475 48 475 53 469C52 482 50 490 49.500 498C46 502 42 502 39.500 498C39 490 38 482 36 471Z`, [4]int{4, 462, 80, 42}, [2]int{45, 484}},
	{"heel", true, `M38 508C41 505 48 505 51 508C55 520 58 535 53 540C49 543 40 543 37 540C33 535 35 520 38 508Z`, [4]int{4, 504, 80, 56}, [2]int{45, 524}},
}

// SVG is an element of a drawing.
func SVG(tag string, attrs ...string) app.HTMLElem {
	e := app.Elem(tag).XMLNS("http://www.w3.org/2000/svg")
	for i := 0; i+1 < len(attrs); i += 2 {
		e = e.Attr(attrs[i], attrs[i+1])
	}
	return e
}

// Figure is one view of a runner in a part of the figure's space, with what stands on it.
func Figure(back bool, box string, on []app.UI) app.HTMLElem {
	lines := contours[back]
	kids := []app.UI{
		SVG("path", "class", "skin", "d", head), SVG("path", "class", "skin", "d", head, "transform", "scale(-1 1)"),
		SVG("path", "class", "skin", "d", silhouette), SVG("path", "class", "skin", "d", silhouette, "transform", "scale(-1 1)"),
		SVG("path", "class", "contour", "d", lines), SVG("path", "class", "contour", "d", lines, "transform", "scale(-1 1)"),
	}
	kids = append(kids, on...)
	return SVG("svg", "class", "figure", "viewBox", box).Body(append(kids,
		SVG("text", "class", "side", "x", "-110", "y", "334").Text(map[bool]string{false: "Right", true: "Left"}[back]),
		SVG("text", "class", "side", "x", "110", "y", "334", "text-anchor", "end").Text(map[bool]string{false: "Left", true: "Right"}[back]),
	)...)
}

// Mirrored reports whether a side's sites are on the left half of a view. From the back a
// runner's right is at the right; from the front it is not.
func Mirrored(side string, back bool) bool {
	return side == "left" && back || side == "right" && !back
}

// Drawn is the site's shape; the lower back has one on both sides of the middle.
func (p *FigurePart) Drawn(mirrored bool) []app.UI {
	turn := "scale(1 1)"
	if mirrored {
		turn = "scale(-1 1)"
	}
	kids := []app.UI{SVG("path", "class", "part", "d", p.Shape, "transform", turn)}
	if p.Site == "lower_back" {
		kids = append(kids, SVG("path", "class", "part", "d", p.Shape, "transform", "scale(-1 1)"))
	}
	return kids
}

// At is the place of the site's mark, as a transform.
func (p *FigurePart) At(mirrored bool) string {
	x := p.Mark[0]
	if mirrored {
		x = -x
	}
	return "translate(" + strconv.Itoa(x) + " " + strconv.Itoa(p.Mark[1]) + ")"
}
