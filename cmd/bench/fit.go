package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strings"

	"github.com/chromedp/chromedp"
)

// readers are those that read the same files, ours first. Garmin's own is not among
// them: its licence does not allow benchmarks (docs/adr/0033).
var readers = []struct{ key, name string }{
	{"ours", "Rebound in wasm, checksum and content"},
	{"fit-file-parser", "fit-file-parser 6.1.2"},
}

// passes is how often each reader reads every file, in turn with the others.
const passes = 7

// measureFIT reads the activities of both FIT modules with every reader, each in
// a Web Worker of one page. A file that a reader refuses is left out for all.
func measureFIT(ctx context.Context, k *kit) (section, error) {
	files, err := activities(ctx)
	if err != nil {
		return section{}, err
	}
	dir, err := k.once("fit", func(path string) error { return buildReaders(ctx, k, path, files) })
	if err != nil {
		return section{}, err
	}
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return section{}, err
	}
	server := &http.Server{Handler: http.FileServer(http.Dir(dir))}
	go server.Serve(l)
	defer server.Close()
	tab, end, err := openBrowser(ctx, k.path("fit-profile"))
	if err != nil {
		return section{}, err
	}
	defer end()
	if err := chromedp.Do(tab, chromedp.Navigate("http://"+l.Addr().String()+"/")); err != nil {
		return section{}, err
	}
	if _, err := chromedp.Run(tab, chromedp.Poll[bool]("!!globalThis.bench")); err != nil {
		return section{}, err
	}

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
	times := make([][]float64, len(readers))
	for range passes {
		for i, r := range readers {
			p, err := pass(tab, r.key, shared)
			if err != nil {
				return section{}, err
			}
			times[i] = append(times[i], p.Ms)
		}
	}
	var speed []float64
	for i := range readers {
		speed = append(speed, float64(size)/1e3/median(times[i]))
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

// result is one pass of one reader: an entry count or an error's text a file.
type result struct {
	Ms    float64 `json:"ms"`
	Found []any   `json:"found"`
}

func pass(tab context.Context, reader string, indices []int) (result, error) {
	list, err := json.Marshal(indices)
	if err != nil {
		return result{}, err
	}
	return await[result](tab, fmt.Sprintf("bench(%q, %s)", reader, list))
}
