package slim

import (
	"bytes"
	"compress/gzip"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A program that walks its stack in every way that a page or a worker does:
// garbage collection over a deep stack, a recovered panic, a trace of names.
const program = `package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

func deep(n int, keep []string) int {
	if n == 0 {
		runtime.GC()
		panic("bottom")
	}
	keep = append(keep, fmt.Sprint(n))
	return deep(n-1, keep) + len(keep)
}

func main() {
	defer func() {
		fmt.Println("recovered", recover(), strings.Contains(string(debug.Stack()), "main.deep"))
		_, file, line, _ := runtime.Caller(0)
		fmt.Println("at", file, line)
	}()
	deep(2000, nil)
}
`

func build(t *testing.T) string {
	dir := t.TempDir()
	for name, text := range map[string]string{"main.go": program, "go.mod": "module example\n\ngo 1.24\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", "main.wasm", ".")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return filepath.Join(dir, "main.wasm")
}

// run is what the program says under Node.
func run(t *testing.T, path string) string {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "go_js_wasm_exec"), path).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

func TestSlimProgramRuns(t *testing.T) {
	path := build(t)
	full, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if said := run(t, path); !strings.Contains(said, "main.go") {
		t.Fatalf("the program as linked should know its lines, and says %q", said)
	}
	before := bytes.Clone(full)
	slim, err := Wasm(full)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, full) {
		t.Error("the program given was changed")
	}
	if len(slim) != len(full) {
		t.Errorf("%d bytes became %d", len(full), len(slim))
	}
	if err := os.WriteFile(path, slim, 0o666); err != nil {
		t.Fatal(err)
	}
	if said := run(t, path); !strings.Contains(said, "recovered bottom true") || !strings.Contains(said, "at ? 0") {
		t.Errorf("the slim program says %q", said)
	}
	if a, b := packed(slim), packed(full); a > b*95/100 {
		t.Errorf("packed it takes %d bytes, as linked %d", a, b)
	}
	if again, err := Wasm(slim); err != nil || !bytes.Equal(again, slim) {
		t.Errorf("twice is not once: %v", err)
	}
}

func TestStrangeProgramsAreErrors(t *testing.T) {
	full, err := os.ReadFile(build(t))
	if err != nil {
		t.Fatal(err)
	}
	other := bytes.ReplaceAll(full, header, []byte{0xf2, 0xff, 0xff, 0xff, 0, 0, 1, 8})
	for name, wasm := range map[string][]byte{
		"empty": nil, "text": []byte("not wasm at all"), "no sections": full[:8], "cut off": full[:len(full)/2], "another layout": other,
	} {
		if _, err := Wasm(wasm); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func packed(b []byte) int {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(b) // to memory: cannot fail
	w.Close()
	return out.Len()
}
