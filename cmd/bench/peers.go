package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"

	"github.com/chromedp/chromedp"
)

// reader is one that is measured, by the name of its worker.
type reader struct{ key, name string }

// passes is how often each reader reads every file, in turn with the others.
const passes = 7

// openReaders opens a page with these readers, each in a Web Worker, and the files.
func openReaders(ctx context.Context, k *kit, name string, list []reader, files []file) (tab context.Context, end func(), err error) {
	var keys []string
	for _, r := range list {
		keys = append(keys, r.key)
	}
	dir, err := k.once(name, func(path string) error { return buildReaders(ctx, k, path, keys, files) })
	if err != nil {
		return nil, nil, err
	}
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return nil, nil, err
	}
	server := &http.Server{Handler: http.FileServer(http.Dir(dir))}
	go server.Serve(l)
	tab, quit, err := openBrowser(ctx, k.path(name+"-profile"))
	if err != nil {
		server.Close()
		return nil, nil, err
	}
	end = func() {
		quit()
		server.Close()
	}
	if err = chromedp.Do(tab, chromedp.Navigate("http://"+l.Addr().String()+"/")); err == nil {
		_, err = chromedp.Run(tab, chromedp.Poll[bool]("!!globalThis.bench"))
	}
	if err != nil {
		end()
		return nil, nil, err
	}
	return tab, end, nil
}

// measured is how fast each reader goes through the files of these indices, MB/s: the
// median of several passes in turn.
func measured(tab context.Context, list []reader, indices []int, size int) ([]float64, error) {
	times := make([][]float64, len(list))
	for range passes {
		for i, r := range list {
			p, err := pass(tab, r.key, indices)
			if err != nil {
				return nil, err
			}
			times[i] = append(times[i], p.Ms)
		}
	}
	var speed []float64
	for i := range list {
		speed = append(speed, float64(size)/1e3/median(times[i]))
	}
	return speed, nil
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
