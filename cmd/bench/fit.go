package main

import (
	"context"
	"fmt"
	"strings"
)

// readers are those that read the same files, ours first. Garmin's own is not among
// them: its licence does not allow benchmarks (docs/adr/0033).
var readers = []reader{
	{"ours", "Rebound in wasm, checksum and content"},
	{"fit-file-parser", "fit-file-parser 6.1.2"},
}

// measureFIT reads the activities of both FIT modules with every reader, each in
// a Web Worker of one page. A file that a reader refuses is left out for all.
func measureFIT(ctx context.Context, k *kit) (section, error) {
	files, err := activities(ctx)
	if err != nil {
		return section{}, err
	}
	tab, end, err := openReaders(ctx, k, "fit", readers, files)
	if err != nil {
		return section{}, err
	}
	defer end()

	every := make([]int, len(files))
	for i := range files {
		every[i] = i
	}
	out := section{title: "Reading FIT activities in the browser, one Web Worker each"}
	refused := make([]bool, len(files))
	for _, r := range readers {
		first, err := pass(tab, r.key, every)
		if err != nil {
			return section{}, err
		}
		var names []string
		for i, found := range first.Found {
			if n, ok := found.(float64); !ok || n == 0 {
				refused[i] = true
				names = append(names, files[i].name)
			}
		}
		if len(names) > 0 {
			out.notes = append(out.notes, fmt.Sprintf("%s refuses %d: %s", r.name, len(names), strings.Join(names, ", ")))
		}
	}
	var shared []int
	size := 0
	for i := range files {
		if !refused[i] {
			shared, size = append(shared, i), size+len(files[i].data)
		}
	}
	speed, err := measured(tab, readers, shared, size)
	if err != nil {
		return section{}, err
	}
	for i, r := range readers {
		aside := ""
		if i > 0 {
			aside = quantity(speed[0]/speed[i], "x") + " slower"
		}
		out.rows = append(out.rows, plain(r.name, speed[i], "MB/s", aside))
	}
	out.rows = append(out.rows, atLeast("to it", speed[0]/speed[1], 10, "x", ""))
	out.notes = append(out.notes, fmt.Sprintf("the %d of %d activities in the testdata of both FIT modules that all read, %.1f MB; median of %d passes",
		len(shared), len(files), float64(size)/1e6, passes))
	return out, nil
}
