package main

import (
	"encoding/json"
	"path/filepath"
	"runtime"
	"sync"

	"rebound/engine/diary"
	"rebound/engine/watch"
)

// export is everything found in the PATHs, in the order of the PATHs, folders
// in the order of their names.
type export struct {
	found    []*found
	settings []json.RawMessage // of the backups among them

	tables         map[string]json.RawMessage // what the settings say of tables of the runner's own
	passphraseFile string                     // of protected backups
}

// found is one file: what it holds, or why nothing of it could be read.
type found struct {
	root      string // the PATH it was found in
	path      string // inside that
	file      diary.File
	problem   *watch.Problem
	duplicate bool // the same bytes came before
}

// where names the file to a person, on one line.
func (f *found) where() string {
	name := f.root
	if f.path != "" && f.path != filepath.Base(f.root) {
		name = filepath.Join(f.root, f.path)
	}
	return inLine(name)
}

// job is one file's bytes on their way to be decoded, and whose they are.
type job struct {
	*found
	data  []byte
	via   string
	owner uint64
}

// open reads every PATH. Containers are opened one after the other, files are
// decoded on all cores; what comes out does not depend on which was faster.
func (inv *invocation) open(paths []string, tables map[string]json.RawMessage) *export {
	x := &export{tables: tables, passphraseFile: inv.passphraseFile}
	jobs := make(chan job, runtime.NumCPU())
	var decoders sync.WaitGroup
	for range runtime.NumCPU() {
		decoders.Go(func() {
			for j := range jobs {
				j.file, j.problem = watch.Read(j.path, j.data)
				watch.Own(&j.file, j.via, j.owner)
			}
		})
	}
	for _, path := range paths {
		x.walk(path, jobs)
	}
	close(jobs)
	decoders.Wait()
	seen := map[[16]byte]bool{}
	for _, f := range x.found {
		if f.problem == nil {
			f.duplicate = seen[f.file.Hash]
			seen[f.file.Hash] = true
		}
	}
	return x
}

func (x *export) add(root, path string, p *watch.Problem) *found {
	if path == "" || path == "." {
		path = filepath.Base(root)
	}
	f := &found{root: root, path: path, problem: p}
	x.found = append(x.found, f)
	return f
}

// files is what the diary is built from: each file once.
func (x *export) files() []diary.File {
	var out []diary.File
	for _, f := range x.found {
		if f.problem == nil && !f.duplicate {
			out = append(out, f.file)
		}
	}
	return out
}
