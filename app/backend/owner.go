package backend

import (
	"iter"
	"strconv"

	"rebound/app/brand"
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/diary"
)

// person is one account of an export that more than one person's came by, and what its
// files hold.
type person struct {
	diary.Account
	words.Contents
	last diary.Activity // the newest run
	rest diary.Stamped  // the newest resting heart rate
}

// firsts counts the accounts that a row brings, and keeps whose was first of each
// export: a diary does not change hands because somebody else's files are dropped.
type firsts map[string]uint64

func (f firsts) take(files iter.Seq[diary.LightFile]) {
	var row map[diary.Account]int
	for x := range files {
		if x.Account.Owner != 0 && f[x.Account.Via] == 0 {
			if row == nil {
				row = map[diary.Account]int{}
			}
			row[x.Account]++
		}
	}
	most := map[string]int{}
	for a, n := range row {
		if n > most[a.Via] || n == most[a.Via] && a.Owner < f[a.Via] {
			most[a.Via], f[a.Via] = n, a.Owner
		}
	}
}

// choice is what the runner has settled of their sources, and whose data counts until
// they say. mu is held.
func (b *book) choice() diary.Choice {
	c := b.prefs.Sources
	for via, owner := range b.firsts {
		if c.Owner(via) == 0 {
			c = c.WithOwner(via, owner)
		}
	}
	return c
}

// whose looks for the data of more than one person.
func whose(files iter.Seq[*diary.File], c diary.Choice, zone diary.Zone) (list []person) {
	for _, a := range diary.Accounts(files, c) {
		p := person{Account: a}
		seen := words.NewSeen()
		at := func(unix int64) int {
			if zone == nil {
				return 0
			}
			return zone(unix)
		}
		for f := range files {
			if of := f.Account(); of.Via != a.Via || of.Owner != a.Owner {
				continue
			}
			p.Add(f, at, seen)
			for _, s := range f.Resting {
				if s.At > p.rest.At {
					p.rest = s
				}
			}
			for i := range f.Activities {
				if run := &f.Activities[i]; run.Sport == diary.Running && run.Start > p.last.Start {
					p.last = *run
					p.last.Date = diary.DateAt(run.Start, at(run.Start))
				}
			}
		}
		list = append(list, p)
	}
	return list
}

// people asks whose data counts, of each export that more than one person's came by.
// mu is held.
func (b *book) people(o words.Options) (list []wire.People) {
	b.built()
	for _, p := range b.persons {
		if len(list) == 0 || list[len(list)-1].Via != p.Via {
			list = append(list, wire.People{Via: p.Via, Name: brand.Name(p.Via), Answered: b.prefs.Sources.Owner(p.Via) != 0})
		}
		of := &list[len(list)-1]
		of.Accounts = append(of.Accounts, wire.Account{ID: strconv.FormatUint(p.Owner, 16), Text: words.Account(p.Contents, p.rest, p.last, o), Counts: p.Counts})
	}
	return list
}

// isMine takes the runner's word on which account is theirs.
func (b *Backend) isMine(a wire.OwnerArg) (wire.State, error) {
	if err := b.ownOnly(); err != nil {
		return wire.State{}, err
	}
	owner, err := strconv.ParseUint(a.ID, 16, 64)
	p := b.own.settings()
	if p.Sources = p.Sources.WithOwner(a.Via, owner); err != nil || !diary.ValidOwners(p.Sources.Owners) {
		return wire.State{}, &wire.Problem{Code: "page", Text: "There is no such account.", Hint: "Reload the page."}
	}
	if err := b.own.set(p); err != nil {
		return wire.State{}, err
	}
	return b.state(), nil
}

// asks reports whether a question about files is open. mu of the book is held.
func (b *book) asks(tables int) bool {
	for _, p := range b.persons {
		if b.prefs.Sources.Owner(p.Via) == 0 {
			return true
		}
	}
	return tables > 0
}
