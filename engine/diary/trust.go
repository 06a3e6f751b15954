package diary

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// Tier is how far a file's word goes where several speak of the same night or run: the
// lower goes first (docs/adr/0029).
type Tier int8

const (
	TierChosen     Tier = iota - 1 // of the export that the runner puts first
	TierDevice                     // a device's own file
	TierPlatform                   // what the maker of the device exports, and an app that measures
	TierAggregator                 // who passes on what others measured
	TierTable                      // a table that the runner keeps
)

// OwnFiles names, among exports, the files of devices themselves, whose File.Via is "" or
// OwnIn.
const OwnFiles = "device"

// OwnIn is the File.Via of a device's own file that lies in an export whose account is
// known; that of OwnFiles, where nothing but the file's name says whose it is.
func OwnIn(via string) string {
	if via == OwnFiles {
		return via
	}
	return OwnFiles + " " + via
}

// accountOf is whose a file is, and of which export: a device's own file in one is of the
// same account as the others.
func accountOf(via string, owner uint64) Account {
	return Account{Via: strings.TrimPrefix(via, OwnFiles+" "), Owner: owner}
}

// Account is whose the file is, and of which export; its Owner is 0 where nobody says.
func (f *File) Account() Account { return accountOf(f.Via, f.Owner) }

// exports is by which export a file can come, as File.Via, in the order in which two of
// one tier go.
var exports = [...]struct {
	via  string
	tier Tier
}{
	{"", TierDevice},
	{"garmin_account", TierPlatform}, {"garmin_web", TierPlatform}, {"apple", TierPlatform}, {"polar", TierPlatform},
	{"whoop", TierPlatform}, {"oura", TierPlatform}, {"fitbit", TierPlatform}, {"suunto", TierPlatform},
	{"samsung", TierPlatform}, {"withings", TierPlatform}, {"zepp", TierPlatform}, {"xiaomi", TierPlatform},
	{"huawei", TierPlatform}, {"health_connect", TierPlatform},
	{"hrv4training", TierPlatform}, {"elite_hrv", TierPlatform}, {"kubios", TierPlatform},
	{"health_auto_export", TierAggregator}, {"tcx", TierAggregator}, {"gpx", TierAggregator}, {"strava", TierAggregator},
	{"intervals_icu", TierAggregator}, {"runalyze", TierAggregator},
	{"table", TierTable},
	{StrapSource, TierDevice}, // no file comes by it; it can be put first
}

// Exports names every export that the runner can put first, OwnFiles before the others.
func Exports() []string {
	names := []string{OwnFiles}
	for _, e := range exports[1:] {
		names = append(names, e.via)
	}
	return names
}

// trust is the standing of a file: its tier, and its place among those of that tier.
type trust struct {
	tier  Tier
	place uint8
}

// trustOf is the standing of a file that came by an export. Who is not known passes
// things on.
func trustOf(via string) trust {
	for i, e := range exports {
		if e.via == via {
			return trust{e.tier, uint8(i)}
		}
	}
	return trust{TierAggregator, uint8(len(exports))}
}

func (t trust) compare(o trust) int {
	return cmp.Or(cmp.Compare(t.tier, o.tier), cmp.Compare(t.place, o.place))
}

// Choice is what the runner settles where their files cannot. The zero Choice leaves
// it to the tiers, and to who has the most files.
type Choice struct {
	First    [Kinds]string // by Kind: the export whose readings go first, as Exports names it; "" for none
	Sessions string        // the same for sessions
	Owners   string        // whose data counts of which export, as WithOwner writes it
}

// Account is one person's data in an export.
type Account struct {
	Via    string
	Owner  uint64
	Files  int
	Counts bool // it is in the diary; another person's of the same export is not
}

// Accounts is whose data there is of each export that more than one person's came by,
// in order of the export's name, then with the most files first. One account of each
// counts: that of the choice, else the first.
func Accounts(files iter.Seq[*File], c Choice) []Account {
	var all []Account
	for f := range files {
		if f.Owner == 0 {
			continue
		}
		of := f.Account()
		i := slices.IndexFunc(all, func(a Account) bool { return a.Via == of.Via && a.Owner == of.Owner })
		if i < 0 {
			i = len(all)
			all = append(all, of)
		}
		all[i].Files++
	}
	SortBy(all, func(a, b Account) int {
		return cmp.Or(cmp.Compare(a.Via, b.Via), -cmp.Compare(a.Files, b.Files), cmp.Compare(a.Owner, b.Owner))
	})
	var out []Account
	for i := 0; i < len(all); {
		j := i + 1
		for ; j < len(all) && all[j].Via == all[i].Via; j++ {
		}
		if j-i > 1 {
			counts := max(0, slices.IndexFunc(all[i:j], func(a Account) bool { return a.Owner == c.Owner(a.Via) }))
			all[i+counts].Counts = true
			out = append(out, all[i:j]...)
		}
		i = j
	}
	return out
}

// mine is the files without those of other people.
func mine(files iter.Seq[*File], c Choice) iter.Seq[*File] {
	accounts := Accounts(files, c)
	if len(accounts) == 0 {
		return files
	}
	return func(yield func(*File) bool) {
		for f := range files {
			of := f.Account()
			others := slices.ContainsFunc(accounts, func(a Account) bool { return !a.Counts && a.Via == of.Via && a.Owner == of.Owner })
			if !others && !yield(f) {
				return
			}
		}
	}
}
