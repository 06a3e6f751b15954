package docs_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What runs on another's machine with our rights is fixed to one commit, may do
// no more than it needs, and ends.
func TestWorkflows(t *testing.T) {
	files, err := filepath.Glob("../.github/workflows/*.yml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no workflows: %v", err)
	}
	used := regexp.MustCompile(`(?m)^[ -]*uses: (.*)$`)
	pinned := regexp.MustCompile(`^[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)
	job := regexp.MustCompile(`(?m)^  ([\w-]+):$`)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		for _, m := range used.FindAllStringSubmatch(text, -1) {
			if !pinned.MatchString(m[1]) {
				t.Errorf("%s: %s is not pinned by a commit with its version beside it", file, m[1])
			}
		}
		if !strings.Contains(text, "\npermissions:\n  contents: read\n") {
			t.Errorf("%s does not begin with the right to read alone", file)
		}
		if strings.Contains(text, "pull_request_target") {
			t.Errorf("%s gives a stranger's pull request our rights", file)
		}
		_, jobs, ok := strings.Cut(text, "\njobs:\n")
		if !ok {
			t.Fatalf("%s has no jobs", file)
		}
		starts := job.FindAllStringSubmatchIndex(jobs, -1)
		for i, at := range starts {
			end := len(jobs)
			if i+1 < len(starts) {
				end = starts[i+1][0]
			}
			if !strings.Contains(jobs[at[0]:end], "\n    timeout-minutes: ") {
				t.Errorf("%s: job %s has no timeout", file, jobs[at[2]:at[3]])
			}
		}
		if len(starts) == 0 {
			t.Errorf("%s: no job was found", file)
		}
	}
}
