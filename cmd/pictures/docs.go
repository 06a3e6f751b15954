package main

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// inDocs are the pictures that the README and the manifest show, by their file: a phone's
// first screen, and for wide.png a computer's.
var inDocs = map[string]string{"today.png": "today-ease-cut", "plan.png": "plan-cut", "body.png": "body-niggles", wide: "today-ease-cut"}

const wide = "wide.png"

// forDocs writes them into a folder.
func (s *studio) forDocs(dir string) error {
	for _, name := range slices.Sorted(maps.Keys(inDocs)) {
		i := slices.IndexFunc(states, func(st state) bool { return st.name == inDocs[name] })
		p, err := s.reach(states[i], 390)
		if err != nil {
			return err
		}
		data, err := p.first(name == wide)
		p.close()
		if err == nil {
			data, err = paletted(data)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), data, 0o666)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// first is a picture of the first screen: of a phone, two pixels to one, or a computer.
func (p *tab) first(computer bool) ([]byte, error) {
	width, height, scale := 390, tall(390), 2.0
	if computer {
		width, height, scale = 1280, 800, 1
	}
	if err := p.size(width, height, scale); err != nil {
		return nil, err
	}
	if err := p.calmed("light"); err != nil {
		return nil, err
	}
	r, err := chromedp.Call(p.ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{})
	if err != nil {
		return nil, err
	}
	return r.Data, nil
}

// paletted writes a picture in its 256 most frequent colours: a third of the bytes, and
// of a drawing in few colours nothing that is seen.
func paletted(data []byte) ([]byte, error) {
	full, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	counts := map[color.RGBA]int{}
	b := full.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			counts[color.RGBAModel.Convert(full.At(x, y)).(color.RGBA)]++
		}
	}
	value := func(c color.RGBA) int { return int(c.R)<<16 | int(c.G)<<8 | int(c.B) }
	order := slices.SortedFunc(maps.Keys(counts), func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], value(a)-value(b))
	})
	var few color.Palette
	for _, c := range order[:min(len(order), 256)] {
		few = append(few, c)
	}
	nearest := map[color.RGBA]uint8{}
	for _, c := range order {
		nearest[c] = uint8(few.Index(c))
	}
	out := image.NewPaletted(b, few)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			out.SetColorIndex(x, y, nearest[color.RGBAModel.Convert(full.At(x, y)).(color.RGBA)])
		}
	}
	var w bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&w, out)
	return w.Bytes(), err
}
