package main

import (
	"fmt"
	"html/template"
	"os"
	"path/filepath"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// sheets writes the pictures of a width and theme side by side: a page of all of them,
// and of each screen a picture.
func (s *studio) sheets(w wanted, all []picture) error {
	ctx, cancel := chromedp.NewContext(s.ctx)
	defer cancel()
	if err := chromedp.Do(ctx); err != nil {
		return err
	}
	p := &tab{ctx: ctx, close: cancel}
	for _, width := range w.widths {
		for _, theme := range w.themes {
			groups := grouped(all, width, theme)
			if len(groups) == 0 {
				continue
			}
			name, err := filepath.Abs(filepath.Join(w.out, fmt.Sprintf("%d-%s.html", width, theme)))
			if err == nil {
				err = writeSheet(name, theme, groups)
			}
			if err == nil {
				err = p.sheet(name, groups, width, theme)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// group is the states of one screen.
type group struct {
	Name  string
	Width int // of each picture, as it is shown
	Fold  int // where the first screen ends
	Shots []shot
}

type shot struct {
	File, Name, Screens string
	Long                bool // longer than one screen
}

// beside is how many pictures stand beside each other.
const beside = 6

func grouped(all []picture, width int, theme string) []group {
	shown := min(width, 240+width/10)
	var groups []group
	for _, p := range all {
		if p.width != width || p.theme != theme {
			continue
		}
		if n := len(groups); n == 0 || groups[n-1].Name != p.screen() {
			groups = append(groups, group{Name: p.screen(), Width: shown, Fold: tall(width) * shown / width})
		}
		g := &groups[len(groups)-1]
		g.Shots = append(g.Shots, shot{p.file(), p.name, fmt.Sprintf("%.1f", float64(p.height)/float64(tall(width))), p.height > tall(width)})
	}
	return groups
}

func writeSheet(name, theme string, groups []group) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := sheetPage.Execute(f, struct {
		Title  string
		Dark   bool
		Width  int
		Groups []group
	}{filepath.Base(name), theme == "dark", beside * (groups[0].Width + 16), groups}); err != nil {
		return err
	}
	return f.Close()
}

// sheet takes a picture of each screen's part of a page of them.
func (p *tab) sheet(name string, groups []group, width int, theme string) error {
	wide := int64(beside*(groups[0].Width+16) + 32)
	_, err := chromedp.Call(p.ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: wide, Height: 1000, DeviceScaleFactor: 1})
	if err == nil {
		err = chromedp.Do(p.ctx, chromedp.Navigate("file://"+name))
	}
	if err != nil {
		return err
	}
	for _, g := range groups {
		at, err := eval[page.Viewport](p, `(() => {
			const r = document.getElementById("`+g.Name+`").getBoundingClientRect();
			return {x: r.x, y: r.y + scrollY, width: r.width, height: r.height, scale: 1};
		})()`)
		if err != nil {
			return err
		}
		r, err := chromedp.Call(p.ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{Clip: &at, CaptureBeyondViewport: &yes})
		if err != nil {
			return err
		}
		to := filepath.Join(filepath.Dir(name), fmt.Sprintf("sheet-%s-%d-%s.png", g.Name, width, theme))
		if err := os.WriteFile(to, r.Data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

var sheetPage = template.Must(template.New("").Parse(`<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{{.Title}}</title>
<style>
body { margin: 0; font: 13px/1.4 system-ui, sans-serif; {{if .Dark}}background: #444; color: #eee;{{else}}background: #9aa1ac; color: #111;{{end}} }
section { max-width: {{.Width}}px; padding: 16px; display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
h1 { flex-basis: 100%; margin: 0; }
figure { margin: 0; }
figure div { position: relative; margin-top: 4px; }
img { display: block; width: 100%; }
i { position: absolute; left: -6px; right: -6px; border-top: 2px dashed #e0218a; }
</style>
{{range .Groups}}<section id="{{.Name}}"><h1>{{.Name}}</h1>
{{$g := .}}{{range .Shots}}<figure style="width: {{$g.Width}}px"><figcaption><b>{{.Name}}</b> {{.Screens}} screens</figcaption>
<div><img src="{{.File}}" alt="{{.Name}}">{{if .Long}}<i style="top: {{$g.Fold}}px"></i>{{end}}</div></figure>
{{end}}</section>
{{end}}`))
