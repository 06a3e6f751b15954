package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"filippo.io/age"
	"golang.org/x/term"

	"rebound/engine/watch"
)

// What a passphrase may cost and a backup may hold: the app's own take a half of that
// memory, and ten years of them 20 MB.
const (
	mostWork   = 19 // of scrypt: 512 MB
	mostSealed = 1 << 30
)

// passphraseVar is the environment variable that a passphrase may stand in. It is never
// an argument, which every user of the machine could read.
const passphraseVar = "REBOUND_PASSPHRASE"

// opens is the flag of verbs that open a PATH.
func (inv *invocation) opens() {
	inv.flags.StringVar(&inv.passphraseFile, "passphrase-file", "", "`file` whose first line opens a protected backup")
}

// unsealed is what lies in a backup under a passphrase, or what is wrong.
func (x *export) unsealed(r io.ReaderAt, size int64, name string) ([]byte, *watch.Problem) {
	passphrase, problem := x.ask(name)
	if problem != nil {
		return nil, problem
	}
	id, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, noPassphrase
	}
	id.SetMaxWorkFactor(mostWork)
	in, err := age.Decrypt(io.NewSectionReader(r, 0, size), id)
	wrong := (*age.NoIdentityMatchError)(nil)
	if errors.As(err, &wrong) {
		if !slices.Contains(wrong.StanzaTypes, "scrypt") {
			return nil, notOurs
		}
		return nil, &watch.Problem{Code: "passphrase", What: "That is not the passphrase of this backup.", Hint: "Mind capitals and spaces."}
	}
	if err != nil && strings.Contains(err.Error(), "work factor") { // it has no type of its own
		return nil, notOurs
	}
	if err != nil {
		return nil, damagedSeal
	}
	plain, err := io.ReadAll(io.LimitReader(in, mostSealed))
	if err != nil || len(plain) == mostSealed {
		return nil, damagedSeal
	}
	return plain, nil
}

var (
	noPassphrase = &watch.Problem{Code: "passphrase", What: "This backup is protected by a passphrase.", Hint: "Put it in " + passphraseVar + ", or in a file for -passphrase-file."}
	damagedSeal  = &watch.Problem{Code: "backup", What: "This backup is damaged: part of it is missing or changed.", Hint: "Use another copy of it."}
	notOurs      = &watch.Problem{Code: "backup", What: "This age file is not a backup under a passphrase.", Hint: "Open it with the age program first."}
)

// ask gives the passphrase: from the file that was named, the environment, or whoever
// sits at the terminal.
func (x *export) ask(name string) (string, *watch.Problem) {
	if x.passphraseFile != "" {
		text, err := os.ReadFile(x.passphraseFile)
		if err != nil {
			return "", &watch.Problem{Code: "passphrase", What: "The file of the passphrase cannot be read.", Hint: "Check its path, and that it may be read."}
		}
		line, _, _ := bytes.Cut(bytes.TrimPrefix(text, []byte("\ufeff")), []byte("\n"))
		return strings.TrimSuffix(string(line), "\r"), nil
	}
	if p := os.Getenv(passphraseVar); p != "" {
		return p, nil
	}
	in := int(os.Stdin.Fd())
	if !term.IsTerminal(in) {
		return "", noPassphrase
	}
	fmt.Fprintf(os.Stderr, "Passphrase of %s: ", name)
	p, err := term.ReadPassword(in)
	fmt.Fprintln(os.Stderr)
	if err != nil {
		return "", noPassphrase
	}
	return string(p), nil
}
