package unit

import "testing"

// A name that runs from right to left turns nothing but itself round, whatever marks it
// brings, and a name that does not stays as it was typed.
func TestOwn(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "Lewes Loop": "Lewes Loop", "São Paulo 10K 🏃": "São Paulo 10K 🏃", "東京マラソン": "東京マラソン",
		"מרתון תל אביב":      "\u2068מרתון תל אביב\u2069",
		"ماراثون دبي 2026":   "\u2068ماراثون دبي 2026\u2069",
		"a\u202eb":           "\u2068a\u202eb\u2069",
		"\u2069out\u2067 אב": "\u2068out אב\u2069",
	} {
		if got := Own(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
