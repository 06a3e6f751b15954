package e2e

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"sync"
	"testing"

	"rebound/cmd/site/size"
)

// To weigh the site takes half a minute of two cores. This program does so once more, beside
// the tests, in what time they leave.
const weighing = "REBOUND_WEIGH" // the folder, in the environment of that program

// weighed is what was weighed.
var weighed = func() (map[string]int, error) { return size.Dir(built) }

// weigh begins to, where TestSizes is asked for; stop ends it.
func weigh() (stop func()) {
	stop = func() {}
	asked, err := regexp.MatchString(flag.Lookup("test.run").Value.String(), "TestSizes")
	nice, without := exec.LookPath("nice")
	if err != nil || !asked || without != nil {
		return stop
	}
	cmd := exec.Command(nice, "-n", "19", os.Args[0])
	cmd.Env = append(os.Environ(), weighing+"="+built)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, os.Stderr
	if cmd.Start() != nil {
		return stop
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	weighed = sync.OnceValues(func() (sizes map[string]int, err error) {
		select {
		case err = <-done:
			if err == nil {
				err = json.Unmarshal(out.Bytes(), &sizes)
			}
			return sizes, err
		default: // a busy machine leaves it none
			cmd.Process.Kill()
			return size.Dir(built)
		}
	})
	return func() { cmd.Process.Kill() }
}

// weighHere is what that program does.
func weighHere(dir string) int {
	sizes, err := size.Dir(dir)
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(sizes)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// What a host sends of the site stays within the budgets.
func TestSizes(t *testing.T) {
	sizes, err := weighed()
	if err != nil {
		t.Fatal(err)
	}
	all := 0
	for name, n := range sizes {
		all += n
		t.Logf("%9d %s", n, name)
	}
	t.Logf("%9d together", all)
	if n := sizes["app.wasm.gz"] + sizes["backend.wasm.gz"]; n > size.Start {
		t.Errorf("page and backend are %d bytes of brotli, at most %d", n, size.Start)
	}
	for name, bound := range map[string]int{"app.wasm.gz": size.Page, "backend.wasm.gz": size.Backend, "reader.wasm.gz": size.Reader} {
		if n := sizes[name]; n == 0 || n > bound {
			t.Errorf("%s is %d bytes of brotli, at most %d", name, n, bound)
		}
	}
	paint := 0
	for _, name := range size.Painted {
		if sizes[name] == 0 {
			t.Errorf("there is no %s", name)
		}
		paint += sizes[name]
	}
	if t.Logf("%9d before the first paint", paint); paint > size.Paint {
		t.Errorf("before the first paint come %d bytes of brotli, at most %d", paint, size.Paint)
	}
	if all > size.All {
		t.Errorf("all together is %d bytes of brotli, at most %d", all, size.All)
	}
}
