package rule

// Reading says how a reference was read by those who took a threshold from it.
// A number is no better than that.
type Reading string

// How references were read.
const (
	ByOwner    Reading = "the owner's own text"
	AsText     Reading = "text or abstract"
	AsAbstract Reading = "abstract"
	Secondhand Reading = "others' summaries"
	WellKnown  Reading = "well known, not re-read"
)

// HowRead has every key of [References].
var HowRead = map[Cite]Reading{
	Seed: ByOwner, SeedMovement: ByOwner, SeedSoreness: ByOwner,

	Bell2023: AsText, Bosquet2007: AsText, Coyle1984: AsText, Duking2021: AsText, Foster2001: AsText, Johnston2020: AsText,
	George2024: AsText, LeMeur2013: AsText, Malta2021: AsText, Nuuttila2022: AsText, Nuuttila2024: AsText, Saw2016: AsText, Snyders2022: AsText,
	Vesterinen2014: AsText, Vesterinen2016: AsText, Vincent2017: AsText, Wang2025: AsText, Warden2021: AsText,

	Baggaley2024: AsAbstract, Basner2011: AsAbstract, Bull2019: AsAbstract, Frandsen2025: AsAbstract, Freckleton2014: AsAbstract, Haroy2019: AsAbstract,
	Lunsford1995: AsAbstract, McGill1999: AsAbstract, Rathleff2015: AsAbstract, Springer2007: AsAbstract,

	Garber2011: Secondhand, Hoch2011: Secondhand,

	Alfredson98: WellKnown, Banister1991: WellKnown, Foster1998: WellKnown, Lauersen2014: WellKnown, Meeusen2013: WellKnown,
	VanDyk2019: WellKnown, Walsh2021: WellKnown, Willy2019: WellKnown,
}
