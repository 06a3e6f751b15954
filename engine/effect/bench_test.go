package effect_test

import (
	"math/rand/v2"
	"testing"

	"rebound/engine/effect"
	"rebound/engine/rule"
)

// One question of three years of nights, a quarter of them with it: the dearest there is.
func BenchmarkShift(b *testing.B) {
	r := rule.Default()
	list := life{days: 1095, everyday: 0.25, atEnds: 0.25}.nights(rand.New(rand.NewPCG(1, 1)))
	for b.Loop() {
		effect.Of(list, effect.Middle, effect.Nights, &r)
	}
}
