package diary

import "strings"

// reportedBefore4 reads the entries of a file as versions 1 to 3 laid them out: a
// list of every kind that there was, in a fixed order. Version 1 had typed values
// and tags; version 2 added what was reported of the body; version 3 what was done,
// and in the middle of its life, without a number of its own, the runs that only
// the runner's word is of (withRan).
func (p *packer) reportedBefore4(r *Reported) {
	p.entries(listed(&r.Typed))
	p.entries(listed(&r.Tags))
	if p.version < 2 {
		return
	}
	p.entries(listed(&r.CheckIns))
	p.entries(listed(&r.Niggles))
	p.entries(listed(&r.Efforts))
	p.entries(listed(&r.Decisions))
	p.entries(listed(&r.Cold))
	if p.version < 3 {
		return
	}
	p.entries(listed(&r.Ticks))
	p.entries(listed(&r.Screens))
	p.entries(listed(&r.Reactions))
	p.entries(listed(&r.Periods))
	if p.withRan {
		p.entries(listed(&r.Ran))
	}
	p.entries(listed(&r.Plans))
	p.entries(listed(&r.Pains))
	for i := range r.Efforts {
		r.Efforts[i].Start = p.int(0)
	}
}

// unpack3 reads either layout of version 3. Bytes of the one seldom can be read as
// the other; a change of plan that was taken back can, as a run of that date. What
// the app wrote tells them apart: a row of the runner's own is named by what is in
// it.
func unpack3(b []byte) ([]File, error) {
	late, err := unpack(&packer{in: b, version: 3, withRan: true})
	if err == nil && named(late) {
		return late, nil
	}
	early, errEarly := unpack(&packer{in: b, version: 3})
	if errEarly == nil && (err != nil || named(early)) {
		return early, nil
	}
	return late, err
}

// named reports whether plans are in files called so and nowhere else, and runs
// without a file beside plans only, as version 3 of the app wrote them.
func named(files []File) bool {
	for i := range files {
		f := &files[i]
		if plan := f.Kind == "typed" && strings.HasPrefix(f.Name, "plan "); plan != (len(f.Plans) > 0) || !plan && len(f.Ran) > 0 {
			return false
		}
	}
	return true
}
