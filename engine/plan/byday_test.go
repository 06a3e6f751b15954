package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// drawn is a plan a line a week: its km, d for a deload, t for a taper, r for easy days
// after a race; and its days from Monday on, each a letter with km and minutes.
func drawn(p plan.Plan) string {
	var out strings.Builder
	for _, w := range p.Weeks {
		flags := ""
		for flag, on := range map[string]bool{"d": w.Deload, "t": w.Taper, "r": w.Recovery} {
			if on {
				flags += flag
			}
		}
		fmt.Fprintf(&out, "%5.1f%s:", w.Km, flags)
		for d := w.Start; d < w.Start+7; d++ {
			if s := p.On(d); s.Kind == verdict.Rest {
				out.WriteString(" -")
			} else {
				fmt.Fprintf(&out, " %c%.4g/%.0f", s.Kind[0], s.Km, s.Minutes)
			}
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// Whole plans by the day, as they were looked through by hand: what grows, what steps
// back, where the hard days fall, what a race on the way takes, how a taper ends.
func TestPlansByTheDay(t *testing.T) {
	for name, c := range map[string]struct {
		goal plan.Goal
		want string
	}{
		"a half marathon with a race on the way": {plan.Goal{Start: monday, Race: &plan.Race{Date: monday + 69, Km: 21.0975}, PerWeek: 4,
			Tune: []plan.Race{{Date: monday + 34, Km: 10}}, Now: plan.Shape{Weekly: 42, Easy: 6, VDOT: 45}}, halfByTheDay},
		"ten km from nothing": {plan.Goal{Start: monday, Race: &plan.Race{Date: monday + 97, Km: 10}, PerWeek: 3}, tenByTheDay},
		"no race, from a Thursday": {plan.Goal{Start: monday + 3, PerWeek: 6, Now: plan.Shape{Weekly: 80, Easy: 5.5,
			Past: []plan.Run{{Date: monday - 1, Km: 22}, {Date: monday + 1, Km: 30}}}}, openByTheDay},
		"a marathon, and a longer race in the week": {plan.Goal{Start: monday, Race: &plan.Race{Date: monday + 83, Km: 42.195}, PerWeek: 5,
			Tune: []plan.Race{{Date: monday + 23, Km: 30}}, Now: plan.Shape{Weekly: 55, Easy: 5}}, marathonByTheDay},
	} {
		r := rule.Default()
		if got := drawn(by(&r, c.goal)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

const halfByTheDay = ` 42.0: - e8.7/51 - t8.7/47 - e8.7/51 l15.9/93
 43.5: - e9/53 - i9/50 - e9/53 l16.5/97
 45.1: - e9.3/54 - t9.3/50 - e9.4/55 l17.1/100
 21.7d: - e4.5/26 - e4.5/26 - e4.5/26 l8.2/48
 35.2: - e10.1/59 - e10.1/59 - e5/29 r10/45
 46.8: - e9.7/57 - e9.7/57 - e9.7/57 l17.7/104
 48.5: - e10/58 - t10/54 - e10.1/59 l18.4/108
 50.4: - e10.4/61 - i10.4/58 - e10.5/61 l19.1/112
 26.7t: - e5.5/32 - t5.5/30 - e5.6/33 l10.1/59
 43.2t: - e8.8/51 - i8.9/49 - e4.4/26 r21.1/100
`

const tenByTheDay = `  7.5: - w2.1/18 - w2.1/18 - - w3.3/28
  8.2: - w2.3/20 - w2.3/20 - - w3.6/31
  9.0: - w2.5/21 - w2.6/22 - - w3.9/33
  4.1d: - w1.1/9 - w1.2/10 - - w1.8/15
  9.9: - w2.8/24 - w2.9/25 - - w4.2/36
 10.8: - w3.1/26 - w3.1/26 - - w4.6/39
 11.8: - w3.4/29 - w3.4/29 - - w5/43
  5.4d: - w1.5/13 - w1.5/13 - - w2.4/20
 12.9: - e3.7/24 - e3.7/24 - - l5.5/36
 14.1: - e4/26 - e4.1/27 - - l6/39
 15.5: - e4.4/29 - e4.5/29 - - l6.6/43
 17.0: - e4.9/32 - t4.9/29 - - l7.2/47
  9.0t: - e2.5/16 - i2.5/15 - - l4/26
 17.4t: - e3.7/24 - t3.7/22 - - r10/59
`

const openByTheDay = ` 57.6: - - - e11.2/62 i11.2/59 e11.2/62 l24/132
 80.0: - t11.2/57 e11.2/62 e11.2/62 i11.2/59 e11.2/62 l24/132
 80.9: - t11.3/57 e11.3/62 e11.3/62 i11.4/60 e11.4/63 l24.2/133
 81.8: - t11.4/58 e11.4/63 e11.5/63 i11.5/60 e11.5/63 l24.5/135
 40.4d: - t5.7/29 e5.7/31 e5.7/31 e5.6/31 e5.6/31 l12.1/67
 82.8: - t11.6/59 e11.6/64 e11.6/64 i11.6/61 e11.6/64 l24.8/136
 83.8: - t11.7/59 e11.7/64 e11.7/64 i11.8/62 e11.8/65 l25.1/138
 84.8: - t11.8/60 e11.9/65 e11.9/65 i11.9/62 e11.9/65 l25.4/140
 41.9d: - t5.8/29 e5.9/32 e5.9/32 e5.9/32 e5.9/32 l12.5/69
 85.8: - t12/61 e12/66 e12/66 i12/63 e12.1/67 l25.7/141
 86.8: - t12.1/61 e12.1/67 e12.2/67 i12.2/64 e12.2/67 l26/143
 88.0: - t12.3/62 e12.3/68 e12.3/68 i12.3/64 e12.4/68 l26.4/145
`

const marathonByTheDay = ` 55.0: - t9.2/42 e9.2/46 i9.2/44 - e9.3/47 l18.1/91
 57.0: - t9.2/42 e9.3/47 i9.3/44 - e9.3/47 l19.9/100
 59.1: - t9.3/43 e9.3/47 i9.3/44 - e9.4/47 l21.8/109
 38.5d: - e2.1/11 r30/135 e2.1/11 - e2.1/11 e2.2/11
 41.0r: - e8.2/41 e8.2/41 e8.2/41 - e8.2/41 e8.2/41
 41.0r: - e8.2/41 e8.2/41 e8.2/41 - e8.2/41 e8.2/41
 61.3: - t9.3/43 e9.3/47 i9.4/45 - e9.4/47 l23.9/120
 30.6d: - t5.1/23 e5.1/26 e5.1/26 - e5.2/26 l10.1/51
 63.6: - t9.3/43 e9.3/47 i9.4/45 - e9.4/47 l26.2/131
 66.0: - t9.3/43 e9.3/47 i9.3/44 - e9.3/47 l28.8/144
 34.9t: - t5.8/27 e5.8/29 i5.9/28 - e5.9/30 l11.5/58
 71.2t: - t8.3/38 e8.3/42 i8.3/39 - e4.1/21 r42.2/190
`
