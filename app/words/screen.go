package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// testWords is how a test of the movement screen is done and whose norm it is;
// without a cite the limit is convention.
type testWords struct {
	title, how, norm string
	cite             rule.Cite
}

var testNames = map[string]testWords{
	"knee_to_wall": {"Knee-to-wall test",
		"Barefoot, big toe towards a wall, knee touching it, heel down. Slide the foot back until the knee only just reaches. Measure from the big toe to the wall.",
		"healthy adults average 12 cm", rule.Hoch2011},
	"hip_rotation": {"Seated hip rotation",
		"Sit on a table with the knee at a right angle. Swing the foot outwards without lifting the hip. Hold a phone's level along the shin and read the angle.",
		"about 30 degrees is usual", ""},
	"toe_reach": {"Toe touch",
		"Stand on a step with straight knees and bend down slowly. Measure from the fingertips to the step: below it counts plus, above it minus.",
		"the fingertips reach what you stand on", ""},
	"calf_raise": {"Single-leg heel raise",
		"Fingertips on a wall, knee straight, one second up and one down, as high as the first. Count until the height is lost.",
		"25 is the usual mark", rule.Lunsford1995},
	"single_leg_bridge": {"Single-leg bridge",
		"On your back, heel on a chair, knee slightly bent, the other leg up. Lift the hips until they are straight and lower them. Count until they are no longer straight.",
		"under 20 is poor, over 30 good, in footballers", rule.Freckleton2014},
	"side_plank": {"Side plank",
		"On the elbow and the side of the foot, straight from head to heel. Time it until the hips drop.",
		"common practice; young adults hold it for longer", rule.McGill1999},
	"single_leg_squat": {"Single-leg squat",
		"Five slow squats on one leg, before a mirror or a camera. Start at 3; take one off if the knee falls inwards, one if the pelvis drops or the trunk leans, one if you lose balance.",
		"one fault at most", ""},
	"balance": {"Single-leg balance, eyes closed",
		"Barefoot on one leg, arms crossed, a wall in reach. Close the eyes and time it until the foot moves or the other one touches. Best of three.",
		"common practice; it falls with age", rule.Springer2007},
}

var screenUnits = map[string]string{"0-3": "of 3", "deg": "degrees"}

// amount writes a result with its unit: "10.5 cm", "2 of 3".
func amount(x *body.Test, v float64) string {
	unit := x.Unit
	if u := screenUnits[unit]; u != "" {
		unit = u
	}
	return fmt.Sprintf("%g %s", round(v, 10), unit)
}

// apart writes a difference between the sides.
func apart(x *body.Test, v float64) string {
	if x.Unit == "0-3" {
		return Count(int(v), "point")
	}
	return amount(x, v)
}

// screenSaid is one result of the movement screen in words.
func screenSaid(v diary.Screen) string {
	x := body.FindTest(v.Test)
	if x == nil {
		return "A test that this version does not know."
	}
	text := testNames[x.Code].title
	if v.Side != "" {
		text += ", " + string(v.Side)
	}
	return text + ": " + amount(x, float64(v.Value)) + "."
}

// screenTests is the movement screen as it stands on t.
func screenTests(list []body.Tested, results []diary.Screen, t diary.Date, rules rule.Settings) []wire.ScreenTest {
	out := make([]wire.ScreenTest, 0, len(list))
	for i := range list {
		x := &list[i]
		w := testNames[x.Code]
		test := wire.ScreenTest{
			Test: x.Code, Part: string(x.Part), Title: w.title, How: w.how, Unit: x.Unit, Sides: x.Sides, Min: x.Min, Max: x.Max, Step: x.Step,
			Norm: screenNorm(x, w, rules), Cite: cited(w.cite),
			State: x.State.String(), Text: screenText(x), Repeat: x.Repeat,
		}
		for _, v := range []struct {
			to   **wire.ScreenResult
			from body.Result
		}{{&test.Left, x.Left}, {&test.Right, x.Right}} {
			if v.from.Known {
				*v.to = &wire.ScreenResult{Date: v.from.Date, Value: v.from.Value}
			}
		}
		for _, v := range results {
			if v.Test == x.Code && v.Date <= t {
				test.Past = append(test.Past, wire.ScreenPast{Date: v.Date, Side: string(v.Side), Value: float64(v.Value)})
			}
		}
		out = append(out, test)
	}
	return out
}

// screenNorm is what is fine: the limit, whose it is, and how far the sides may
// differ.
func screenNorm(x *body.Tested, w testWords, rules rule.Settings) string {
	text := fmt.Sprintf("%s or more is fine (%s)", amount(x.Test, x.Limit), w.norm)
	switch limit, fixed := x.MayDiffer(&rules); {
	case !x.Sides:
		return text + "."
	case !fixed:
		return text + fmt.Sprintf("; sides that differ by more than %.0f%% are worth working on.", 100*limit)
	case limit == 0:
		return text + "; sides that differ are worth working on."
	default:
		return text + fmt.Sprintf("; sides that differ by more than %s are worth working on.", apart(x.Test, limit))
	}
}

// screenText is what a test came to.
func screenText(x *body.Tested) string {
	const works = " Your exercises work on two weak spots at a time, after anything that hurts, and never load a sore spot."
	switch x.State {
	case body.ScreenLow:
		return fmt.Sprintf("Under %s.", amount(x.Test, x.Limit)) + works
	case body.ScreenUneven:
		return fmt.Sprintf("The sides differ by %s; the %s one has less.", apart(x.Test, x.Difference), x.Worse) + works
	case body.ScreenFine:
		if x.Sides {
			if x.Difference == 0 {
				return "Fine; both sides are the same."
			}
			return fmt.Sprintf("Fine; the sides differ by %s.", apart(x.Test, x.Difference))
		}
		return "Fine."
	}
	if x.Repeat == 0 {
		return "Not done yet."
	}
	return "One side is done. Test the other to compare."
}
