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
)

// References gives each citation as a reader would look it up.
var References = map[Cite]string{
	Seed:           "The recovery guide that Rebound was built on: two of three signals, the next seven days, walk-run after three weeks off",
	Vesterinen2016: "Vesterinen et al. 2016, Med Sci Sports Exerc: training guided by HRV, 0.5 SD",
	Vesterinen2014: "Vesterinen et al. 2014, Int J Sports Physiol Perform: heart rate-running speed index",
	LeMeur2013:     "Le Meur et al. 2013, Med Sci Sports Exerc: HRV can rise in overreaching",
	Nuuttila2022:   "Nuuttila et al. 2022, Med Sci Sports Exerc 54:1690: HRV, perceived recovery and HR-RS together",
	Nuuttila2024:   "Nuuttila et al. 2024: recreational runners in two weeks of overload; the overreached rose 3.2% in nightly heart rate",
	Duking2021:     "Düking et al. 2021: HRV-guided training, a modest effect",
	Johnston2020:   "Johnston et al. 2020: under 7 h of sleep, injury HR 1.51 (1.13 to 2.02) in endurance athletes",
	Walsh2021:      "Walsh et al. 2021, Br J Sports Med: sleep and the athlete, consensus",
	Warden2021:     "Warden et al. 2021: return to running, bone and tendon",
	Frandsen2025:   "Frandsen et al. 2025, Br J Sports Med 59:1203: session over the 30-day longest, HR 1.64 at 10 to 30% over",
	Foster1998:     "Foster 1998, Med Sci Sports Exerc: monotony and strain",
	Banister1991:   "Banister 1991: training impulse (TRIMP)",
	Meeusen2013:    "Meeusen et al. 2013: overtraining is a diagnosis of exclusion",
	Coyle1984:      "Coyle et al. 1984, J Appl Physiol: VO2max lost 7% at 12 days off, 14% at 56",
	Saw2016:        "Saw et al. 2016, Br J Sports Med: how one feels and what is measured generally do not correlate",
	Bosquet2007:    "Bosquet et al. 2007, Med Sci Sports Exerc: tapering, volume down 41 to 60%, intensity and frequency kept",
	Bell2023:       "Bell et al. 2023: deloading in strength and physique sport, a consensus; there is no such trial in runners",
}
