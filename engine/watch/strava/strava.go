// Package strava reads the bulk export of Strava's settings ("download or delete your
// account"): export_<athlete>.zip with activities.csv, the activities themselves as
// they were uploaded (activities/<upload>.fit.gz, .tcx.gz, .gpx.gz), and some thirty
// other tables.
//
// The activities are FIT, TCX and GPX, and are read as such; FIT is as the watch made it,
// TCX and GPX are Strava's where they lie by their number beside that table. Of activities.csv only
// this is taken: the sport of each file, for those whose own sport is "other" or none.
// Its dates are UTC in the account's language, its numbers in that language's decimals
// and in two units under one name, its titles personal: none of it is needed.
//
// Seen in real files: two generations of header (id,date,name,type,... to June 2019;
// Activity ID,Activity Date,Activity Name,Activity Type,... of 87 to 101 columns
// since), both translated for accounts in other languages, in 2021 with tags of HTML
// in them; a mark; line breaks and quotes in titles; rows without a file, of what was
// entered by hand. So columns are known by what they hold: a file's cell begins with
// activities/, and the type is the fourth in both generations. Types are words in the
// account's language ("Run", "Lauf"); one that is not known is no run.
//
// The other tables (bikes, shoes, followers ...) are of no use here, but for profile.csv,
// which tells whose a zip is that does not bear the athlete's number in its name; that it
// begins with the same number is not verified. Their names are those of the English export,
// and whether they are translated is not verified. There is no night, no HRV and no resting heart rate in any of it.
package strava

import (
	"bytes"
	"slices"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// Via is the name of the export, and Table that of the table of its activities, which lies
// beside their folder.
const (
	Via   = "strava"
	Table = "activities.csv"
)

// Activity reports whether a file lies as an activity of the export does, by the number
// of its upload, and in which folder the export then lies, with a slash or "".
func Activity(name string) (export string, ok bool) {
	i := strings.LastIndex(name, folder)
	if i < 0 || i > 0 && name[i-1] != '/' {
		return "", false
	}
	id, _, dot := strings.Cut(name[i+len(folder):], ".")
	return name[:i], dot && isNumber(id)
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// Account is the athlete's number in the name of the zip or folder of an export,
// export_<athlete>; "" where a path has none.
func Account(path string) string {
	for part := range strings.SplitSeq(path, "/") {
		if rest, ok := strings.CutPrefix(part, "export_"); ok {
			rest = strings.TrimSuffix(rest, ".zip")
			rest, _, _ = strings.Cut(rest, " (") // of a second download
			if isNumber(rest) {
				return rest
			}
		}
	}
	return ""
}

// Profile is the athlete's number that profile.csv of an export begins with; "" for other
// files.
func Profile(name string, head func() source.Head) string {
	if source.Base(name) != "profile.csv" {
		return ""
	}
	if id := table.FirstCell(head()); isNumber(id) {
		return id
	}
	return ""
}

// Formats are the kinds of files that this package reads.
var Formats = []source.Format{
	{Via: Via, Name: "activities.csv", Is: activities, Read: read},
	{Via: Via, Name: "other tables", Is: other},
}

// activities reports whether a table is activities.csv: by its header, or by the files
// that it names, or, where neither is in sight, by its name and first row.
func activities(h source.Head) bool {
	head := table.HeaderOf(h)
	if head.Has("id", "date", "name", "type", "filename") || head.Has("activity_id", "activity_type", "filename") {
		return true
	}
	first := h.Text[:max(0, bytes.IndexAny(h.Text, "\r\n"))] // its first cell may be a tag
	if h.JSON() || len(head.Names) < 8 && bytes.Count(first, []byte(","))+bytes.Count(first, []byte(";")) < 7 {
		return false
	}
	if bytes.Contains(h.Text, []byte(folder)) {
		return true
	}
	return source.Base(h.Path) == Table && isNumber(table.FirstCell(h)) // and no date as in Withings' file of that name
}

const (
	folder = "activities/"
	ofType = 3 // the fourth column, in every generation and language
	most   = 200_000
)

// read takes the sport of each file.
func read(f *source.File) ([]diary.File, error) {
	t, err := table.Open(f)
	if err != nil {
		return nil, err
	}
	var out diary.File
	for t.Next() && len(out.Labels) < most {
		kind, file := t.Cell(ofType), ""
		for i := ofType + 1; i < t.Len(); i++ {
			if c := t.Cell(i); strings.HasPrefix(c, folder) {
				file = c
				break
			}
		}
		if file == "" || kind == "" {
			continue
		}
		l := diary.Label{Key: source.FileKey(file)}
		l.Sport, l.Sub = source.Sport(kind)
		out.Labels = append(out.Labels, l)
	}
	if len(out.Labels) == 0 {
		return []diary.File{{Kind: "other"}}, nil
	}
	return []diary.File{out}, nil
}

// other reports whether a table is one of the others, by its name; none of them is a
// table of dates, as the runner's own goals.csv may be.
func other(h source.Head) bool {
	name, csv := strings.CutSuffix(source.Base(h.Path), ".csv")
	return csv && slices.Contains(others, name) && len(h.Text) > 0 && h.Text[0] != '<' && !h.JSON() && !table.HeaderOf(h).Has("date")
}

var others = strings.Fields(`applications bikes blocks categories_of_interests_we_use_to_target_ads_to_you
challenge_participations clubs comments components connected_apps contacts email_preferences events favorites flags
followers following general_preferences global_challenges goals group_challenges local_legend_segments logins media
memberships messaging metering mobile_device_identifiers orders partner_opt_outs posts privacy_zones profile reactions
routes saved_maps segments shares shoes social_settings starred_routes starred_segments support_tickets
visibility_settings`)
