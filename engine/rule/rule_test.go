package rule

import (
	"regexp"
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	s := Default()
	seen := map[string]bool{}
	for _, r := range Table {
		if seen[r.Key] {
			t.Errorf("%s is listed twice", r.Key)
		}
		seen[r.Key] = true
		if r.Get(s) != r.Default || r.Default < r.Min || r.Default > r.Max {
			t.Errorf("%s: default %g, bounds %g to %g, Default() has %g", r.Key, r.Default, r.Min, r.Max, r.Get(s))
		}
		if r.Ours == (r.Cite != "") {
			t.Errorf("%s: a rule has a source or is marked as ours, not both", r.Key)
		}
		if r.Cite != "" && References[r.Cite].Title == "" {
			t.Errorf("%s: reference %q is not in full", r.Key, r.Cite)
		}
		// Every rule has a field of its own: changing one changes no other.
		changed := s
		if err := changed.Set(r.Key, r.Min); err != nil {
			t.Errorf("%s: %v", r.Key, err)
		}
		for _, o := range Table {
			if o.Key != r.Key && o.Get(changed) != o.Default {
				t.Errorf("setting %s changed %s", r.Key, o.Key)
			}
		}
	}
}

// Of every reference it is known how it was read.
func TestHowRead(t *testing.T) {
	for cite := range References {
		if HowRead[cite] == "" {
			t.Errorf("%s: how was it read?", cite)
		}
	}
	for cite := range HowRead {
		if References[cite].Title == "" {
			t.Errorf("%s is no reference", cite)
		}
	}
}

// A reference says who and when, and its address is one.
func TestReferences(t *testing.T) {
	doi := regexp.MustCompile(`^10\.\d{4,5}/[\w.()/-]+$`)
	linked := 0
	for cite, r := range References {
		paper := !strings.HasPrefix(string(cite), "seed")
		if paper && !regexp.MustCompile(`[a-z]\.? (19|20)\d\d, [^,]`).MatchString(r.Title) {
			t.Errorf("%s: %q does not say who, when, what", cite, r.Title)
		}
		if r.DOI != "" && (!paper || !doi.MatchString(r.DOI) || r.String() != r.Title+" https://doi.org/"+r.DOI) {
			t.Errorf("%s: %q is no address of a paper", cite, r.DOI)
		}
		if r.DOI != "" {
			linked++
		}
		if strings.HasSuffix(r.Title, ".") || len(r.Title) > 70 {
			t.Errorf("%s: %q is no short title", cite, r.Title)
		}
	}
	if linked < len(References)-5 {
		t.Errorf("%d of %d are links", linked, len(References))
	}
}

func TestSetRefuses(t *testing.T) {
	s := Default()
	if s.Set("gate_k", 99) == nil || s.Set("nothing", 1) == nil {
		t.Error("out of bounds and unknown keys must be refused")
	}
	if s != Default() {
		t.Error("a refused change must change nothing")
	}
}
