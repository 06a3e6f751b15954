package table

import "strings"

// monthOf is the month that a folded word names, or begins to name by three letters or
// more; 0 for none. A word that names two in two languages is in neither list.
func monthOf(word string) int {
	if len(word) < 3 {
		return 0
	}
	for _, m := range months {
		for _, name := range m.names {
			if strings.HasPrefix(name, word) {
				return m.month
			}
		}
	}
	return 0
}

// months in English, German, French, Spanish, Italian, Dutch and Portuguese, folded.
var months = []struct {
	month int
	names []string
}{
	{1, []string{"january", "januar", "janner", "janvier", "enero", "gennaio", "januari", "janeiro"}},
	{2, []string{"february", "februar", "fevrier", "febrero", "febbraio", "februari", "fevereiro"}},
	{3, []string{"march", "marz", "maerz", "mrz", "mars", "marzo", "maart", "mrt", "marco"}},
	{4, []string{"april", "avril", "abril", "aprile"}},
	{5, []string{"may", "mai", "mayo", "maggio", "mei", "maio"}},
	{6, []string{"june", "juni", "juin", "junio", "giugno", "junho"}},
	{7, []string{"july", "juli", "juillet", "julio", "luglio", "julho"}},
	{8, []string{"august", "aout", "agosto", "augustus"}},
	{9, []string{"september", "septembre", "septiembre", "setiembre", "settembre", "setembro"}},
	{10, []string{"october", "oktober", "octobre", "octubre", "ottobre", "outubro", "okt"}},
	{11, []string{"november", "novembre", "noviembre", "novembro"}},
	{12, []string{"december", "dezember", "decembre", "diciembre", "dicembre", "dezembro"}},
}
