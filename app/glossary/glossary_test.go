package glossary

import (
	"slices"
	"strings"
	"testing"
)

// One term, one key, one name, and a sentence or two that a phone shows whole.
func TestTerms(t *testing.T) {
	keys, phrases := map[string]bool{}, map[string]string{}
	for _, term := range Terms {
		if keys[term.Key] || term.Key != strings.ToLower(term.Key) {
			t.Errorf("%q: a key is lower case and stands once", term.Key)
		}
		keys[term.Key] = true
		as := term.As
		if as == nil {
			as = []string{term.Name}
		}
		for _, p := range as {
			if other := phrases[strings.ToLower(p)]; other != "" {
				t.Errorf("%q is both %s and %s", p, other, term.Key)
			}
			phrases[strings.ToLower(p)] = term.Key
		}
		if n := len([]rune(term.Text)); n > 200 {
			t.Errorf("%s: %d letters are no plain sentence", term.Key, n)
		}
		// A stop in "0 (rest) to 10" is none: a sentence's is followed by a capital.
		stops := 0
		for i, r := range term.Text {
			if r == '.' && (i+1 == len(term.Text) || term.Text[i+1] == ' ') {
				stops++
			}
		}
		if stops < 1 || stops > 2 || !strings.HasSuffix(term.Text, ".") {
			t.Errorf("%s: %d sentences: %s", term.Key, stops, term.Text)
		}
	}
	if len(Terms) < 35 {
		t.Errorf("%d terms", len(Terms))
	}
}

// A term's sentence explains it without words that are harder than it.
func TestPlainSentences(t *testing.T) {
	hard := []string{"autonomic", "parasympathetic", "baseline", "adverse", "deload", "quality", "variability", "ln ", "threshold", "coefficient"}
	for _, term := range Terms {
		for _, w := range hard {
			named := slices.Contains([]string{"hrv/variability", "step_back/deload"}, term.Key+"/"+w)
			if strings.Contains(strings.ToLower(term.Text), w) && !named {
				t.Errorf("%s is explained by %q: %s", term.Key, w, term.Text)
			}
		}
	}
}
