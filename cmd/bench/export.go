package main

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/sample/vendor"
	"rebound/engine/watch"
)

// xmlReaders are those that read one Apple export, ours first: of the readers of XML by
// events that npm has, the two fastest that were found, and the browser's own.
var xmlReaders = []reader{
	{"ours", "Rebound in wasm, nights and runs made of it"},
	{"saxes", "saxes 6.0.0, tags and attributes"},
	{"easysax", "easysax 0.4.0, the same, nothing checked"},
	{"dom", "DOMParser, a tree of all of it"},
}

// xmlDays are so many that the export is about 20 MB: what every reader can hold.
const xmlDays = 60

// measureExport drops one year and ten of every source on the page.
func measureExport(ctx context.Context, k *kit) (section, error) {
	out := section{title: "Exports, dropped"}
	for _, v := range vendor.All {
		if slices.ContainsFunc(vendor.All, func(o vendor.Vendor) bool { return o.Via == v.Via && len(o.Name) < len(v.Name) }) {
			continue // another form of a source that is measured
		}
		if len(k.sources) > 0 && !slices.Contains(k.sources, v.Name) {
			continue
		}
		one, err := exportOnce(ctx, k, v, 1)
		if err != nil {
			return section{}, fmt.Errorf("%s: %w", v.Name, err)
		}
		ten, err := exportOnce(ctx, k, v, 10)
		if err != nil {
			return section{}, fmt.Errorf("%s: %w", v.Name, err)
		}
		out.rows = append(out.rows,
			plain(v.Name+", ten years", ten.megabytes/ten.seconds, "MB/s", fmt.Sprintf("%s, %d files, %.0f a second", quantity(ten.megabytes, "MB"), ten.files, float64(ten.files)/ten.seconds)),
			atMost(v.Name+", ten years to one, all added", ten.seconds/one.seconds, 11, "x", quantity(ten.megabytes/one.megabytes, "x")+" the bytes"))
		limit, aside := 5.0, "newest first"
		if ten.files < sorted || v.Name == "apple" { // its export.xml has the nights of all years, and the runs
			limit, aside = max(limit, ten.seconds), "in no order: read once"
		}
		out.rows = append(out.rows, atMost(v.Name+", ten years, first verdict", 1000*ten.verdict, 1000*limit, "ms", aside))
	}
	out.notes = append(out.notes, fmt.Sprintf("each source once, dropped %v after the first-run screen stands, into a browser that has never seen the app; bytes as the containers say", reach))
	return out, nil
}

// sorted is how many files an export has at least whose order by date is its own: one
// of a few has all years in each.
const sorted = 50

// measureXML compares readers on two months of an Apple export.
func measureXML(ctx context.Context, k *kit) (section, error) {
	export, err := appleXML()
	if err != nil {
		return section{}, err
	}
	tab, end, err := openReaders(ctx, k, "xml", xmlReaders, []file{{"export.xml", export}})
	if err != nil {
		return section{}, err
	}
	defer end()
	out := section{title: "Reading Apple's XML in the browser, one Web Worker each"}
	for _, r := range xmlReaders {
		p, err := pass(tab, r.key, []int{0})
		if err != nil {
			return section{}, err
		}
		if n, ok := p.Found[0].(float64); !ok || n == 0 {
			return section{}, fmt.Errorf("%s reads nothing of it: %v", r.name, p.Found)
		}
	}
	speed, err := measured(tab, xmlReaders, []int{0}, len(export))
	if err != nil {
		return section{}, err
	}
	for i, r := range xmlReaders {
		aside := ""
		if i > 0 {
			aside = quantity(speed[0]/speed[i], "x") + " slower"
		}
		out.rows = append(out.rows, plain(r.name, speed[i], "MB/s", aside))
	}
	out.rows = append(out.rows,
		atLeast("to the fastest of them", speed[0]/slices.Max(speed[1:]), 2, "x", "docs/adr/0025"),
		atLeast("to DOMParser", speed[0]/speed[len(speed)-1], 10, "x", ""))
	out.notes = append(out.notes, fmt.Sprintf("export.xml of %d days, %.1f MB; the others get it without its head, which is ill-formed; median of %d passes", xmlDays, float64(len(export))/1e6, passes))
	return out, nil
}

// appleXML is what lies in the sample runner's export.zip.
func appleXML() ([]byte, error) {
	r := sample.Years(diary.DateOf(2026, time.March, 15), 1)
	r.Days = xmlDays
	v, _ := vendor.Find("apple")
	var packed bytes.Buffer
	if _, err := v.Write(r, vendor.Options{Bulk: true}, func(string) (io.WriteCloser, error) { return unclosed{&packed}, nil }); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		return nil, err
	}
	f, err := z.Open("apple_health_export/export.xml")
	if err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

type unclosed struct{ io.Writer }

func (unclosed) Close() error { return nil }

// exported is what came of dropping a vendor's export.
type exported struct {
	megabytes        float64
	files            int
	seconds, verdict float64 // from the drop on
}

func exportOnce(ctx context.Context, k *kit, v vendor.Vendor, years int) (exported, error) {
	path, err := vendorExport(ctx, k, v.Name, years)
	if err != nil {
		return exported{}, err
	}
	x, err := contents(path)
	if err != nil {
		return exported{}, err
	}
	got, err := importOnce(ctx, k, path, k.path(fmt.Sprintf("%s-%d-profile", v.Name, years)), reach)
	if err != nil {
		return exported{}, err
	}
	if p := got.Progress; p.Added == 0 || p.Rejected > 0 {
		return exported{}, fmt.Errorf("%d files added, %d rejected", p.Added, p.Rejected)
	}
	x.seconds, x.verdict = (got.Finished-got.Dropped)/1000, (got.Verdict-got.Dropped)/1000
	return x, nil
}

// contents counts an export's files and the bytes that are in them.
func contents(path string) (exported, error) {
	f, err := os.Open(path)
	if err != nil {
		return exported{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return exported{}, err
	}
	var x exported
	watch.Walk([]watch.Item{{Path: filepath.Base(path), Blob: io.NewSectionReader(f, 0, info.Size())}}, watch.Limits{}, func(e watch.Entry) bool {
		x.files++
		x.megabytes += float64(e.Size) / 1e6
		return true
	})
	return x, nil
}

// vendorExport is the sample runner's export as a vendor writes it: the one file that it
// is, or a zip of its folder.
func vendorExport(ctx context.Context, k *kit, name string, years int) (string, error) {
	program, err := k.native(ctx, "./cmd/readiness")
	if err != nil {
		return "", err
	}
	folder, err := k.once(fmt.Sprintf("%s%d", name, years), func(path string) error {
		_, err := output(command(ctx, program, "sample", "-vendor", name, "-years", strconv.Itoa(years), path))
		return err
	})
	if err != nil {
		return "", err
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", err
	}
	if len(entries) == 1 && !entries[0].IsDir() {
		return filepath.Join(folder, entries[0].Name()), nil
	}
	return k.once(fmt.Sprintf("%s%d.zip", name, years), func(path string) error { return zipFolder(path, folder) })
}
