// Package glossary is the words that a runner may not know: each has one name
// everywhere in Rebound, and one plain sentence, two at most.
//
// The site has them as a file of its own, which web/boot/terms.js fetches once a
// screen stands: where a term first stands in a screen's text it becomes a button
// that opens its sentence (docs/adr/0038). No program of Go holds the texts.
// docs/ARCHITECTURE.md's list of these words is written from here.
package glossary

import "encoding/json"

// File is the name of the file in the site.
const File = "glossary.json"

// Term is a word, and what it means.
type Term struct {
	Key  string   `json:"key"`
	Name string   `json:"name"`
	Text string   `json:"text"`
	As   []string `json:"as"` // how it stands in sentences; null: as Name does. Plurals are found too
}

// JSON is the file.
func JSON() []byte {
	b, err := json.Marshal(Terms)
	if err != nil {
		panic(err) // strings always marshal
	}
	return b
}

// alone is the As of an everyday word, which no sentence is searched for: it is a term
// where a heading or the head of a number says nothing else.
var alone = []string{}
