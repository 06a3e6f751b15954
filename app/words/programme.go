package words

import (
	"fmt"
	"strings"

	"rebound/app/wire"
	"rebound/engine/body"
	"rebound/engine/rule"
)

// instruction is how one item of the programme is done. What is in braces is a
// threshold of the settings. Without a cite it is clinical convention.
type instruction struct {
	title, dose         string
	minutes             float64 // that the dose takes: of a repetition four seconds, and rests (ours)
	how, progress, stop string
	cite                rule.Cite
}

// exercise puts an item of the programme into words; fill is [filler].
func exercise(it body.Item, fill *strings.Replacer) wire.Exercise {
	x := instructions[it.Exercise]
	out := wire.Exercise{
		Part: string(it.Part), Code: string(it.Exercise), Title: x.title, Dose: fill.Replace(x.dose), Minutes: x.minutes, How: fill.Replace(x.how),
		Progress: fill.Replace(x.progress), StopWhen: fill.Replace(x.stop), Source: inFull(x.cite), Ref: cited(x.cite),
	}
	if it.Site != "" {
		out.For = Place(it.Site, it.Side)
	}
	if it.Week > 0 {
		out.Dose += fmt.Sprintf("; week %d, though it no longer hurts", it.Week)
	}
	if it.Test != "" {
		out.For = "movement screen result"
		if it.Side != "" {
			out.For = string(it.Side) + " side (movement screen)"
		}
	}
	return out
}

// partNames are the parts of the programme as a runner would say them.
var partNames = map[body.Part]string{
	body.Mobility: "mobility", body.Neuromuscular: "balance and coordination", body.Manual: "self-massage", body.Strength: "strength",
}

// skippedText says why parts of the programme come first; "" when none was left
// out.
func skippedText(b *body.State, rules rule.Settings) string {
	var names []string
	for _, p := range b.Skipped {
		names = append(names, partNames[p])
	}
	switch len(names) {
	case 0:
		return ""
	case len(partNames):
		return fmt.Sprintf("You have ticked nothing off in %.0f days. One exercise today beats none: do the first.", rules.SkipDays)
	}
	return fmt.Sprintf("You have ticked off no %s in %.0f days, so that comes first today.", List(names), rules.SkipDays)
}

// The stops that most items share.
const (
	stopPain   = "Stop if pain goes over 3 of 10, or is worse the next morning."
	stopSharp  = "Stop at a sharp or pinching pain; a stretch is a pull, not a pain."
	stopHeld   = "Stop if it hurts more than before you began, if one spot on a bone hurts, or if it is worse the next morning."
	stopTendon = "Pain of up to 4 of 10 is fine if it has settled by the next morning; more is too much. Tendons take {tendon_weeks} or more."
)

// instructions is every item that the engine can choose; a test holds the two
// together.
var instructions = map[body.Exercise]instruction{
	// Mobility.
	"toe_and_arch":       {"Toe and arch stretch", "3 × 30 s a side", 4, "Sit, cross the foot over the other knee, pull the toes back until the arch pulls.", "Do it standing, toes up against a wall.", stopSharp, ""},
	"calf_stretch":       {"Wall calf stretch", "2 × 45 s each, both sides", 4, "Hands on a wall, heel down, knee straight; then the same with the knee bent.", "Let the heel hang off a step.", stopSharp, ""},
	"knee_to_wall":       {"Knee-to-wall ankle stretch", "2 × 10 a side", 4, "Foot flat, a hand's width from the wall. Bring the knee to the wall over the second toe, heel down.", "Move the foot back a finger's width when all ten touch; compare left and right.", "Stop if you feel a pinch at the front of the ankle.", rule.SeedMovement},
	"hamstring_glide":    {"Active hamstring stretch", "2 × 12 a side", 4, "On your back, hold behind the thigh, straighten the knee until it pulls, bend it again. Keep moving.", "Straighten a little further each week.", stopSharp, ""},
	"hip_flexor_stretch": {"Kneeling hip flexor stretch", "2 × 45 s a side", 4, "Half kneeling, tuck the pelvis under and lean forward until the front of the hip pulls.", "Raise the arm on that side and lean away.", stopSharp, rule.SeedMovement},
	"hip_rotation":       {"90/90 hip switch", "2 × 8 a side", 3, "Sit with both knees bent to one side, turn them to the other side slowly.", "Lift the hands off the floor.", "Stop if you feel a pinch in the groin.", ""},
	"adductor_rock":      {"Adductor rock-back", "2 × 10 a side", 4, "On hands and knees, one leg straight out to the side, sit back and come forward again.", "Put the straight leg further out.", "Stop if you feel a sharp pull high in the groin.", ""},
	"cat_camel":          {"Cat-cow", "2 × 10", 2, "On hands and knees, round the back and let it sink, slowly, within comfort.", "Reach one hand under your body and turn with it.", "Stop if pain runs down a leg, and have that looked at.", ""},
	"easy_circles":       {"Gentle joint circles", "3 min", 3, "Ankles, hips, shoulders, neck: slow circles as far as is pleasant.", "Don't make it harder until you are well.", "Stop if you feel worse.", ""},

	// Neuromuscular re-education.
	"balance":     {"Single-leg balance", "3 × 30 s a side", 4, "Barefoot, knee soft, foot flat on three points. Look at one spot.", "Turn the head; then close the eyes; then stand on a cushion.", stopPain, ""},
	"quick_steps": {"Quick feet", "4 × 20 s", 2, "On the spot, short and fast, feet under you, as quiet as you can.", "Take them into the first minutes of an easy run.", stopPain, ""},
	"step_down":   {"Slow step-down", "2 × 8 a side", 3, "On a low step, lower the other heel to the floor in three seconds, knee over the foot, pelvis level. A mirror helps.", "A higher step, then a light weight.", stopPain, rule.Willy2019},
	"dead_bug":    {"Dead bug", "2 × 8 a side", 3, "On your back, low back still, lower one arm and the other leg, and come back.", "Straighten the leg further.", "Stop if the low back hurts.", ""},
	"breathing":   {"Belly breathing", "5 min", 5, "In through the nose for four seconds, out for six, belly soft.", "Don't make it harder until you are well.", "Stop if you feel dizzy.", ""},

	// Manual care, by yourself or by someone else.
	"foot_ball":      {"Foot massage with a ball", "2 min a side", 4, "Sit, roll the arch over a ball pressing no harder than you could talk through.", "Do it standing.", "Not on a bone that hurts.", ""},
	"calf_roll":      {"Calf foam rolling", "90 s a side", 4, "Calf on a roller or the other shin, slowly from ankle to knee; stay where it is tight.", "Move the ankle while you stay.", "Not on the tendon itself, nor on a calf that is hot or swollen: have that looked at today.", ""},
	"thigh_roll":     {"Quad foam rolling", "90 s a side", 4, "Front and outside of the thigh on a roller, slowly.", "Bend the knee while you stay on a tight place.", "Not on the kneecap.", ""},
	"hamstring_roll": {"Hamstring foam rolling", "90 s a side", 4, "Sit on a roller, from above the knee to below the sit bone.", "Turn the leg in and out.", "Not on a fresh tear or a bruise.", ""},
	"adductor_roll":  {"Inner-thigh foam rolling", "60 s a side", 3, "Face down, knee out to the side, inner thigh on the roller.", "Go a little higher.", "Not in the groin itself.", ""},
	"glute_ball":     {"Glute release with a ball", "90 s a side", 4, "Sit or lean on a ball, find the tight place, breathe out.", "Cross the leg over.", "Stop if you feel tingling down the leg.", ""},

	// Strength, and what replaces it while a site settles.
	"short_foot":       {"Short foot exercise", "3 × 10 × 5 s", 4, "Foot flat, draw the ball of the foot towards the heel without curling the toes.", "Standing, then on one leg.", stopPain, ""},
	"towel_heel_raise": {"Heel raise with toes on a towel", "3 × 12, every other day", 3, "Toes on a rolled towel, up three seconds, hold two, down three.", "Fewer and heavier: 10, then 8 with a loaded bag. Do it for {tendon_months}.", stopTendon, rule.Rathleff2015},
	"heel_raise":       {"Single-leg heel raise", "3 × 12 a side, every other day", 7, "Straight up, straight down, slowly, knee straight; then a set with the knee bent.", "To 3 × 20, then with a loaded bag.", stopPain, rule.Lauersen2014},
	"slow_heel_drop":   {"Eccentric heel drop", "3 × 15, straight and bent knee", 4, "On a step, up with both, down with one in three seconds.", "With a loaded bag once 15 are easy. Do it for {tendon_weeks}, on good days too.", stopTendon, rule.Alfredson98},
	"heel_raise_hold":  {"Heel raise hold", "5 × 30 to 45 s", 4, "Up on both feet, hold still at half height.", "On one leg; when that is quiet the day after, start to move.", stopHeld, ""},
	"toe_raise":        {"Wall toe raise", "3 × 15", 4, "Back against a wall, feet a step forward, lift the toes.", "Feet further from the wall.", "Stop if one point of the shin bone hurts, and have that looked at.", ""},
	"split_squat":      {"Split squat", "3 × 8 a side, every other day", 4, "A long step, back knee down, front knee over the foot.", "A weight in each hand; the back foot on a chair.", stopPain, rule.Willy2019},
	"wall_sit":         {"Wall sit", "5 × 30 to 45 s", 4, "Back against a wall, knees bent as far as is comfortable, hold.", "Lower, then on one leg.", stopHeld, ""},
	"slider_curl":      {"Hamstring slider curl", "3 × 6, twice a week", 2, "On your back, hips up, heels on towels; slide them out slowly, pull them back.", "One leg; later the Nordic curl.", stopPain, rule.VanDyk2019},
	"bridge_hold":      {"Glute bridge hold", "5 × 30 s", 4, "On your back, feet close, hips up and level.", "On one leg; then move up and down.", stopHeld, ""},
	"side_adduction":   {"Copenhagen side plank", "2 × 6 a side, twice a week", 2, "Side plank, the upper leg on a bench at the knee; lift the lower leg to it.", "The foot on the bench instead of the knee.", stopPain, rule.Haroy2019},
	"ball_squeeze":     {"Adductor ball squeeze", "5 × 20 s", 2, "On your back, a ball between the knees, squeeze as hard as you can without pain.", "Harder, then with straight legs.", "Stop if pain in the groin goes over 3 of 10.", ""},
	"side_plank_lift":  {"Side plank with leg lift", "3 × 8 a side", 4, "Side plank on the knee, lift the upper leg, toes forward.", "On the foot instead of the knee.", stopPain, rule.Willy2019},
	"side_plank":       {"Side plank", "3 × 20 s a side", 3, "On the elbow and knee, straight from shoulder to knee.", "On the foot; then 40 s.", "Stop if pain runs down a leg.", ""},
}
