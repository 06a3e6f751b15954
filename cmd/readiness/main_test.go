package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"filippo.io/age"

	"rebound/app/backup"
	"rebound/engine/diary"
	"rebound/engine/sample"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"readiness": main})
}

// TestScripts plays the sessions in testdata/script. Besides testscript's own
// commands they have:
//
//	status N COMMAND...  run a command that exits with N
//	full N COMMAND...    the same, with a full disk to write to
//	cut FILE N           keep the first N bytes
//	flip FILE N          flip the bits of byte N
//	pack ZIP FOLDER      zip a folder, its files in no particular order
//	backup ZIP SETTINGS  save the sample runner as the app does
//	age FILE WORD [LOG]  put FILE under a passphrase, as FILE.age; LOG is said for the 10 of scrypt's work
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("TZ", "UTC")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"cut": func(ts *testscript.TestScript, _ bool, args []string) {
				edit(ts, args, func(b []byte, n int) []byte { return b[:n] })
			},
			"flip": func(ts *testscript.TestScript, _ bool, args []string) {
				edit(ts, args, func(b []byte, n int) []byte { b[n] ^= 0xff; return b })
			},
			"status": status,
			"full":   full,
			"pack":   packFolder,
			"backup": makeBackup,
			"age":    makeAge,
		},
	})
}

func status(ts *testscript.TestScript, _ bool, args []string) {
	exits(ts, args[0], func() error { return ts.Exec(args[1], args[2:]...) })
}

func full(ts *testscript.TestScript, _ bool, args []string) {
	exits(ts, args[0], func() error { return ts.Exec("sh", "-c", `exec "$@" > /dev/full`, "sh", args[1], args[2], args[3]) })
}

// exits fails unless what is run exits with a status.
func exits(ts *testscript.TestScript, status string, run func() error) {
	want, err := strconv.Atoi(status)
	ts.Check(err)
	err = run()
	var exit *exec.ExitError
	if got := 0; !errors.As(err, &exit) || exit.ExitCode() != want {
		if exit != nil {
			got = exit.ExitCode()
		}
		ts.Fatalf("exit status %d, want %d (%v)", got, want, err)
	}
}

func edit(ts *testscript.TestScript, args []string, change func([]byte, int) []byte) {
	name := ts.MkAbs(args[0])
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	b, err := os.ReadFile(name)
	ts.Check(err)
	ts.Check(os.WriteFile(name, change(b, n), 0o666))
}

func packFolder(ts *testscript.TestScript, _ bool, args []string) {
	var names []string
	root := os.DirFS(ts.MkAbs(args[1]))
	ts.Check(fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			names = append(names, name)
		}
		return err
	}))
	rng := rand.New(rand.NewPCG(1, 2))
	rng.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		ts.Check(err)
		data, err := fs.ReadFile(root, name)
		ts.Check(err)
		_, err = w.Write(data)
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o666))
}

// makeAge puts args[0] under the passphrase args[1]; "key" puts it under a key.
func makeAge(ts *testscript.TestScript, _ bool, args []string) {
	var to age.Recipient
	if args[1] == "key" {
		id, err := age.GenerateX25519Identity()
		ts.Check(err)
		to = id.Recipient()
	} else {
		scrypt, err := age.NewScryptRecipient(args[1])
		ts.Check(err)
		scrypt.SetWorkFactor(10)
		to = scrypt
	}
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	ts.Check(err)
	_, err = io.WriteString(w, ts.ReadFile(args[0]))
	ts.Check(err)
	ts.Check(w.Close())
	b := out.Bytes()
	if len(args) > 2 {
		b = bytes.Replace(b, []byte(" 10\n"), []byte(" "+args[2]+"\n"), 1)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]+".age"), b, 0o666))
}

// makeBackup writes the sample runner's backup to args[0], with the settings
// args[1] and, followed since the date args[3], the plan in the file args[2].
func makeBackup(ts *testscript.TestScript, _ bool, args []string) {
	var b bytes.Buffer
	made := time.Date(2026, time.March, 15, 9, 0, 0, 0, time.UTC)
	files := sample.Files(diary.DateOf(2026, time.March, 15))
	if len(args) > 2 {
		kept := diary.PlanOf{Stamp: diary.Stamp{At: made.Unix()}, Change: diary.PlanMade, Text: ts.ReadFile(args[2])}
		ts.Check(kept.Date.UnmarshalText([]byte(args[3])))
		files = append(files, diary.File{Kind: "typed", Name: "plan", Reported: diary.Reported{Plans: []diary.PlanOf{kept}}})
	}
	_, err := backup.Write(&b, backup.Head{Made: made, Settings: json.RawMessage(args[1])}, [][]byte{diary.Pack(files)}, func() {})
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o666))
}
