package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// bundle makes of web's scripts and styles the few files that a browser loads. Go's
// wasm_exec.js is in front of the three that run wasm, of which there are wasmBytes
// inflated.
func bundle(web string, wasmBytes int) ([]file, error) {
	goJS, err := wasmExec()
	if err != nil {
		return nil, fmt.Errorf("wasm_exec.js of the Go toolchain: %w", err)
	}
	// The worker that compiles is started from a text that boot.js carries.
	compiler, err := esbuild(filepath.Join(web, "boot/compiler.js"), "", nil)
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(string(compiler))
	if err != nil {
		return nil, err
	}
	define := map[string]string{"__WASM_BYTES__": strconv.Itoa(wasmBytes), "__COMPILER__": string(text)}
	var files []file
	for _, b := range []struct{ in, out, banner string }{
		{"boot/first.js", "theme.js", ""},
		{"boot/main.js", "boot.js", goJS},
		{"backend/main.js", "backend.js", goJS},
		{"reader/main.js", "reader.js", goJS},
		{"seal/main.js", "seal.js", ""},
		{"strap/main.js", "strap.js", ""},
		{"css/main.css", "app.css", ""},
	} {
		data, err := esbuild(filepath.Join(web, b.in), b.banner, maps.Clone(define))
		if err != nil {
			return nil, err
		}
		files = append(files, file{name: b.out, data: data})
	}
	return files, nil
}

func serviceWorker(web string, files []file) (file, error) {
	data, err := esbuild(filepath.Join(web, "sw/sw.js"), "", map[string]string{"__PRECACHE__": string(precache(files))})
	return file{name: "sw.js", data: data}, err
}

// keyless leaves out of age-encryption what is for keys, two thirds of it: a backup is
// under a passphrase.
func keyless(in string) map[string]string {
	dir, err := filepath.Abs(filepath.Dir(in))
	if err != nil || filepath.Base(dir) != "seal" {
		return nil
	}
	none := filepath.Join(dir, "none.js")
	return map[string]string{"@noble/curves/ed25519.js": none, "@noble/curves/nist.js": none, "@noble/post-quantum/hybrid.js": none}
}

// esbuild bundles one entry point, small, for browsers that have what the app
// needs anyway (compression streams, module-era JavaScript).
func esbuild(in, before string, define map[string]string) ([]byte, error) {
	if define == nil {
		define = map[string]string{}
	}
	define["process.env.NODE_ENV"] = `"production"`
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{in},
		Bundle:            true,
		MinifyWhitespace:  true,
		MinifySyntax:      true,
		MinifyIdentifiers: true,
		Format:            api.FormatIIFE,
		Target:            api.ES2022,
		Define:            define,
		Banner:            map[string]string{"js": before},
		Alias:             keyless(in),
		LegalComments:     api.LegalCommentsInline,
		LogLevel:          api.LogLevelSilent,
		Outdir:            filepath.Dir(in), // nothing is written: only names what comes back
	})
	if len(result.Errors) > 0 {
		e := result.Errors[0]
		at := ""
		if e.Location != nil {
			at = fmt.Sprintf("%s:%d: ", e.Location.File, e.Location.Line)
		}
		if strings.HasPrefix(e.Text, "Could not resolve") {
			e.Text += ": a front-end library is not installed; run `npm ci` in web"
		}
		return nil, fmt.Errorf("bundling %s: %s%s", in, at, e.Text)
	}
	if len(result.OutputFiles) != 1 {
		return nil, fmt.Errorf("bundling %s gave %d files", in, len(result.OutputFiles))
	}
	return result.OutputFiles[0].Contents, nil
}
