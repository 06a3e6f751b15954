package body

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// dose asks how much there was of a tag: it may be left out, and a tap answers it. Choices
// are as they are said; what is stored of one is metric.
type dose struct {
	tag, name string
	choices   []float64
	scale     unit.Scale // in which it is said; none of what has one unit
}

// doses is what is asked of each tag that has one.
func doses(miles bool) []dose {
	list := []dose{
		{tag: "alcohol", name: "How many drinks? (optional)", choices: []float64{1, 2, 3, 4, 5, 6}},
		{tag: "travel", name: "How many hours of travel? (optional)", choices: []float64{2, 4, 6, 8, 12, 24}},
		{"heat", "How hot, in °C? (optional)", []float64{25, 28, 31, 34, 37, 40}, unit.Temperature(false)},
		{"altitude", "How high, in metres? (optional)", []float64{1000, 1500, 2000, 2500, 3000, 4000}, unit.Height(false)},
	}
	if miles {
		list[2] = dose{"heat", "How hot, in °F? (optional)", []float64{75, 80, 85, 90, 95, 105}, unit.Temperature(true)}
		list[3] = dose{"altitude", "How high, in feet? (optional)", []float64{3000, 5000, 6500, 8000, 10000, 13000}, unit.Height(true)}
	}
	return list
}

func (d *dose) scaled() bool { return d.scale != unit.Scale{} }

// said is a choice as it is read, and what is stored of it.
func (d *dose) said(choice float64) (text string, stored float64) {
	if d.scaled() {
		return d.scale.Number(choice), d.scale.Metric(choice)
	}
	return strconv.FormatFloat(choice, 'f', -1, 64), choice
}

func (d *dose) draw(c *wire.CheckIn, v *View) app.UI {
	stored, choices := c.Doses[d.tag], d.choices
	now := stored
	if d.scaled() && stored != 0 {
		now = d.scale.Of(stored)
	}
	if stored != 0 && !slices.Contains(choices, now) { // of a journal, or of the other unit
		choices = slices.Sorted(slices.Values(append(slices.Clone(choices), now)))
	}
	return app.FieldSet().Class("scale", "dose").Body(
		app.Legend().Text(d.name),
		app.Div().Class("steps").Body(app.Range(choices).Slice(func(i int) app.UI {
			text, value := d.said(choices[i])
			on := stored != 0 && choices[i] == now
			if on {
				value = stored
			}
			said := strconv.FormatFloat(value, 'f', -1, 64)
			return app.Label().Body(
				app.Input().Type("radio").Name("dose-"+d.tag).Value(said).DataSet("key", d.tag).DataSet("value", said).
					DataSet("on", on).OnChange(v.dose),
				app.Span().Text(text))
		})),
	)
}

// dose says how much there was of a tag.
func (v *View) dose(ctx app.Context, _ app.Event) {
	if n, err := strconv.ParseFloat(ui.Data(ctx, "value"), 64); err == nil {
		if v.CheckIn.Doses == nil {
			v.CheckIn.Doses = map[string]float64{}
		}
		v.CheckIn.Doses[ui.Data(ctx, "key")] = n
	}
	v.answered()
}
