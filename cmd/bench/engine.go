package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"

	"rebound/cmd/site/flags"
)

// timed is what is measured of a package's own benchmarks.
type timed struct {
	name, folder string
	want         []string
}

var (
	timedEngine = timed{"engine", "engine", []string{"New10Years", "Assess10Years", "Replay/5years", "Replay/10years"}}
	timedPlan   = timed{"plan", "engine/plan", []string{"Make20Weeks", "Edit20Weeks"}}
)

// measureEngine runs the engine's own benchmarks on ten years of days and on a
// plan of 20 weeks, natively and as wasm. The wasm runs in Node, whose engine is
// Chromium's.
func measureEngine(ctx context.Context, k *kit) (section, error) {
	native, err := benchmarks(ctx, k, false)
	if err != nil {
		return section{}, err
	}
	wasm, err := benchmarks(ctx, k, true)
	if err != nil {
		return section{}, err
	}
	out := section{title: "The engine on ten years of days, and a plan of 20 weeks"}
	for _, r := range []struct {
		name          string
		ms            map[string]float64
		assess, ratio float64
	}{{"native", native, 5, 2.2}, {"wasm", wasm, 30, 2.2}} {
		five, ten := r.ms["Replay/5years"], r.ms["Replay/10years"]
		out.rows = append(out.rows,
			plain("New, "+r.name, r.ms["New10Years"], "ms", "once an import"),
			atMost("Assess, "+r.name, r.ms["Assess10Years"], r.assess, "ms", "from the first day on"),
			plain("replay of every day, "+r.name, ten, "ms", quantity(five, "ms")+" for five years"),
			atMost("ten years to five, "+r.name, ten/five, r.ratio, "x", "linear is 2x"),
			atMost("make and edit a plan, "+r.name, r.ms["Make20Weeks"]+r.ms["Edit20Weeks"], r.assess, "ms", "20 weeks to a marathon"))
	}
	return out, nil
}

var benchmark = regexp.MustCompile(`(?m)^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op`)

// benchmarks returns the milliseconds of each benchmark, the median of several
// runs.
func benchmarks(ctx context.Context, k *kit, wasm bool) (map[string]float64, error) {
	ms := map[string]float64{}
	for _, t := range []timed{timedEngine, timedPlan} {
		if err := t.measure(ctx, k, wasm, ms); err != nil {
			return nil, err
		}
	}
	return ms, nil
}

func (t timed) measure(ctx context.Context, k *kit, wasm bool, ms map[string]float64) error {
	name, run := t.name+".test", ""
	var more []string
	if wasm {
		name, run, more = t.name+".wasm", filepath.Join(k.goroot, "lib", "wasm", "go_js_wasm_exec"), flags.Backend()
	}
	program, err := k.once(name, func(path string) error {
		args := append([]string{"test", "-c", "-o", path}, more...)
		build := command(ctx, "go", append(args, "./"+t.folder)...)
		if wasm {
			build = asWasm(build)
		}
		_, err := output(build)
		return err
	})
	if err != nil {
		return err
	}
	args := []string{program, "-test.run=^$", "-test.bench=10Years|Replay|20Weeks", "-test.benchtime=20x", "-test.count=5"}
	if run != "" {
		args = append([]string{run}, args...)
	}
	cmd := command(ctx, args[0], args[1:]...)
	cmd.Dir = filepath.FromSlash(t.folder)
	text, err := output(cmd)
	if err != nil {
		return err
	}
	runs := map[string][]float64{}
	for _, m := range benchmark.FindAllSubmatch(bytes.TrimSpace(text), -1) {
		ns, err := strconv.ParseFloat(string(m[2]), 64)
		if err != nil {
			return err
		}
		runs[string(m[1])] = append(runs[string(m[1])], ns/1e6)
	}
	for _, want := range t.want {
		if len(runs[want]) == 0 {
			return fmt.Errorf("package %s has no Benchmark%s any more", t.folder, want)
		}
		ms[want] = median(runs[want])
	}
	return nil
}
