package rule

// Cite is the key of a reference; [References] holds it in full.
type Cite string

// The references that rules and reasons rest on.
const (
	Seed           Cite = "seed"
	Vesterinen2016 Cite = "vesterinen2016"
	Vesterinen2014 Cite = "vesterinen2014"
	LeMeur2013     Cite = "lemeur2013"
	Nuuttila2022   Cite = "nuuttila2022"
	Nuuttila2024   Cite = "nuuttila2024"
	Duking2021     Cite = "duking2021"
	Johnston2020   Cite = "johnston2020"
	Walsh2021      Cite = "walsh2021"
	Warden2021     Cite = "warden2021"
	Frandsen2025   Cite = "frandsen2025"
	Foster1998     Cite = "foster1998"
	Banister1991   Cite = "banister1991"
	Meeusen2013    Cite = "meeusen2013"
	Coyle1984      Cite = "coyle1984"
	Saw2016        Cite = "saw2016"
	Bosquet2007    Cite = "bosquet2007"
	Bell2023       Cite = "bell2023"
	Baggaley2024   Cite = "baggaley2024"
)

// Reference is a source as a reader would look it up. What is not a paper, or whose
// DOI was not seen on the paper's own page or in a bibliography, has none.
type Reference struct{ Title, DOI string }

// String is the reference with its address.
func (r Reference) String() string {
	if r.DOI == "" {
		return r.Title
	}
	return r.Title + " https://doi.org/" + r.DOI
}

// References has each citation: who, when, and what about in a few words.
var References = map[Cite]Reference{
	Seed:           {`RunNerd, "Recovery isn't the absence of training"`, ""},
	Vesterinen2016: {"Vesterinen et al. 2016, endurance training guided by HRV", "10.1249/MSS.0000000000000910"},
	Vesterinen2014: {"Vesterinen et al. 2014, the heart rate-running speed index", "10.1519/JSC.0000000000000349"},
	LeMeur2013:     {"Le Meur et al. 2013, HRV can rise in overreached athletes", "10.1249/MSS.0b013e3182980125"},
	Nuuttila2022:   {"Nuuttila et al. 2022, training adjusted to recovery", "10.1249/MSS.0000000000002968"},
	Nuuttila2024:   {"Nuuttila et al. 2024, signs of fatigue in two weeks of overload", "10.1002/ejsc.12115"},
	Duking2021:     {"Düking et al. 2021, HRV-guided training: a modest effect", "10.1016/j.jsams.2021.04.012"},
	Johnston2020:   {"Johnston et al. 2020, short sleep and new injuries", "10.1016/j.jsams.2019.10.013"},
	Walsh2021:      {"Walsh et al. 2021, sleep and the athlete", "10.1136/bjsports-2020-102025"},
	Warden2021:     {"Warden et al. 2021, loading bone after a stress injury", "10.2519/jospt.2021.9982"},
	Frandsen2025:   {"Frandsen et al. 2025, how much running is too much", "10.1136/bjsports-2024-109380"},
	Foster1998:     {"Foster 1998, monitoring training: monotony and strain", "10.1097/00005768-199807000-00023"},
	Banister1991:   {"Banister 1991, the training impulse (TRIMP)", ""},
	Meeusen2013:    {"Meeusen et al. 2013, overtraining: a consensus", "10.1249/MSS.0b013e318279a10a"},
	Coyle1984:      {"Coyle et al. 1984, fitness lost after training stops", "10.1152/jappl.1984.57.6.1857"},
	Saw2016:        {"Saw et al. 2016, how athletes feel against what is measured", "10.1136/bjsports-2015-094758"},
	Bosquet2007:    {"Bosquet et al. 2007, tapering and performance", "10.1249/mss.0b013e31806010e0"},
	Bell2023:       {"Bell et al. 2023, deloading in strength sport", "10.1186/s40798-023-00633-0"},
	Baggaley2024:   {"Baggaley et al. 2024, strain of the shin bone follows running speed", "10.48550/arXiv.2305.04139"},
}
