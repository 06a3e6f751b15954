package main

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
)

// measureStart opens the page of a runner who has half a year of data, each time
// in a new browser process: cold with nothing kept but the data, warm with all
// that the service worker keeps and the server stopped.
func measureStart(ctx context.Context, k *kit) (section, error) {
	export, err := sampleZip(ctx, k)
	if err != nil {
		return section{}, err
	}
	s, err := serve(ctx, k)
	if err != nil {
		return section{}, err
	}
	defer s.stop()
	profile := k.path("start-profile")
	if err := settle(ctx, s, profile, export); err != nil {
		return section{}, err
	}
	var cold, warm []noted
	for range tries {
		if err := forget(profile); err != nil {
			return section{}, err
		}
		n, err := startOnce(ctx, s, profile)
		if err != nil {
			return section{}, err
		}
		cold = append(cold, n)
	}
	s.stop()
	for range tries {
		n, err := startOnce(ctx, s, profile)
		if err != nil {
			return section{}, err
		}
		warm = append(warm, n)
	}
	out := section{title: "Start in a new browser process, with half a year of data",
		notes: []string{
			"milliseconds since the navigation, medians of " + strconv.Itoa(tries),
			"cold: nothing kept but the data; warm: all that the service worker keeps, and the server stopped",
		}}
	for _, r := range []struct {
		name string
		all  []noted
	}{{"cold", cold}, {"warm", warm}} {
		out.rows = append(out.rows,
			plain(r.name+", first paint of the shell", median(each(r.all, func(n noted) float64 { return n.Paint })), "ms", ""),
			plain(r.name+", page mounted", median(each(r.all, func(n noted) float64 { return n.Mounted })), "ms", ""),
			plain(r.name+", verdict shown", median(each(r.all, func(n noted) float64 { return n.Verdict })), "ms", ""))
	}
	return out, nil
}

func each(all []noted, of func(noted) float64) []float64 {
	var values []float64
	for _, n := range all {
		values = append(values, of(n))
	}
	return values
}

// settle makes a profile that holds the export's data and the whole app.
func settle(ctx context.Context, s *served, profile, export string) error {
	tab, end, err := openBrowser(ctx, profile)
	if err != nil {
		return err
	}
	defer end()
	if err := s.visit(tab, ""); err != nil {
		return err
	}
	_, err = drop(tab, export)
	return err
}

// startOnce opens the app in a new process until the verdict stands and the app
// is kept for the next start.
func startOnce(ctx context.Context, s *served, profile string) (noted, error) {
	tab, end, err := openBrowser(ctx, profile)
	if err != nil {
		return noted{}, err
	}
	defer end()
	if err := s.visit(tab, "/today"); err != nil {
		return noted{}, err
	}
	n, err := until(tab, "verdict")
	if err != nil {
		return noted{}, err
	}
	_, err = await[bool](tab, "navigator.serviceWorker.ready.then((r) => !!r.active)")
	return n, err
}

// forget takes from a profile all that makes a second start faster, and leaves
// the data.
func forget(profile string) error {
	for _, name := range []string{"Service Worker", "Cache", "Code Cache", "GPUCache"} {
		if err := os.RemoveAll(filepath.Join(profile, "Default", name)); err != nil {
			return err
		}
	}
	return nil
}
