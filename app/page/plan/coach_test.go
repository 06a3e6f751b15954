package plan

import (
	"testing"

	"rebound/app/wire"
)

// The folded line says what the answer under it says.
func TestShortAnswer(t *testing.T) {
	for _, c := range []struct{ response, adaptation, answer, want string }{
		{"yes", "yes", "Yes. Your body felt the work, recovered, and now finds easy running easier.", "yes"},
		{"yes", "no", "Not yet. Your signals are not back in your normal range: take easier days before you add more work.", "not yet"},
		{"no", "no", "In part. Your body took the work in its stride, but easy running is no easier yet.", "in part"},
		{"no", "no", "There was nothing new to adapt to: no more work than before, and easy running has not changed.", "nothing new"},
		{"unknown", "no", "There is not enough data to say.", "too early to say"},
		{"no", "unknown", "There is not enough data to say. This block is not over yet.", "too early to say"},
	} {
		got := shortAnswer(wire.Cycle{Response: wire.CyclePart{State: c.response}, Adaptation: wire.CyclePart{State: c.adaptation}, Answer: c.answer})
		if got != c.want {
			t.Errorf("%q under %q, want %q", got, c.answer, c.want)
		}
	}
}
