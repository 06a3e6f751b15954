package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/engine/diary"
)

// Draft is the attribute data-draft of a form, by which web/boot/drafts.js keeps what is
// typed and chosen in it until it is saved, through a reload, another screen, midnight or
// a crash. A form of the same name that is drawn again begins with it; of is the day
// that it is for, 0 for none in particular.
//
// A form drawn with one calls Drop once what it held is saved or given up. One that
// does not stand open by itself, or is for a day, asks Begun.
func (p *Page) Draft(name string, of diary.Date) string {
	name = p.draft(name) + "|"
	if of != 0 {
		name += of.String()
	}
	return name
}

// draft keeps what is tried on the sample runner apart.
func (p *Page) draft(name string) string {
	if p.Sample() {
		return sampleDraft + name
	}
	return name
}

const sampleDraft = "sample:"

// Begun is the day that a form was begun for which is not saved yet; 0 for no such form.
// A form that was begun before midnight stays for the day that it was begun for.
func (p *Page) Begun(name string) diary.Date {
	if d, err := diary.ParseDate(p.Told("drafted", p.draft(name))); err == nil && d <= p.Today {
		return d
	}
	return 0
}

// drafted finds forms that are kept until they are saved.
const drafted = "[data-draft]"

// drafts reports whether a form in the document is not saved yet.
func (p *Page) drafts(form app.Value) bool {
	if !form.Truthy() {
		return false
	}
	name, _, _ := strings.Cut(form.Get("dataset").Get("draft").String(), "|")
	return p.Told("drafted", name) != ""
}

// Drop forgets what was typed into a form, and DropField what was typed into those of its
// controls whose name begins so.
func (p *Page) Drop(name string)           { p.Boot("dropDraft", p.draft(name)) }
func (p *Page) DropField(name, key string) { p.Boot("dropDraft", p.draft(name), key) }

// DropDrafts forgets every form of the diary that is shown whose name begins so.
func (p *Page) DropDrafts(below string) { p.Boot("dropDrafts", p.draft(below)) }

// NoteDraft keeps a form as it stands, some of which the page has filled in.
func (p *Page) NoteDraft(name string) { p.Boot("noteDraft", p.draft(name)) }

// NotedName is the name under which the browser keeps what a runner calls themself on paper
// (rebound's note): of it nothing is ever saved, so that it is no draft.
const NotedName = "name"
