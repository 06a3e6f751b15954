package watch

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

// lock sets the sign of a password in the directory of a made zip, of every file or of
// the first few; with aes, the method's too.
func lock(b []byte, most int, aes bool) []byte {
	for at, n := 0, 0; n < most; n++ {
		i := bytes.Index(b[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		at += i + 4
		b[at+4] |= 1
		if aes {
			binary.LittleEndian.PutUint16(b[at+6:], methodAES)
		}
	}
	return b
}

// A zip with a password is told once, with how many files and whose they are; what
// needs none is read.
func TestLocked(t *testing.T) {
	run := fitBytes(1)
	for name, c := range map[string]struct {
		files  []string
		locked int
		aes    bool
		what   string
		hint   string // how it begins
	}{
		"zepp":   {[]string{"SLEEP/", "SLEEP/SLEEP_1695000000.csv", "HEARTRATE_AUTO/HEARTRATE_AUTO_1.csv"}, 3, true, "The 2 files in this zip are", "Look for the password in the Zepp app"},
		"xiaomi": {[]string{"20250912_1_MiFitness_fr1_data_copy/20250912_1_MiFitness_hlth_center_fitness_data.csv"}, 1, false, "The file in this zip is", "Look for the password where you requested"},
		"huawei": {[]string{"data/Motion path detail data & description/motion path detail data 1.json", "data/other.json"}, 2, true, "The 2 files in this zip are", "The password is the one you chose"},
		"others": {[]string{"a.fit", "._a.fit"}, 2, false, "The file in this zip is", "Unpack the zip with its password"},
		"a part": {[]string{"a.fit", "b.fit", "c.fit"}, 2, false, "2 of the 3 files in this zip are", "Unpack the zip with its password"},
	} {
		t.Run(name, func(t *testing.T) {
			var files []file
			for _, f := range c.files {
				data := run
				if strings.HasSuffix(f, "/") {
					data = nil
				}
				files = append(files, file{f, data, false})
			}
			var told []*Problem
			read := 0
			Walk([]Item{item("e.zip", lock(zipped(t, files...), c.locked, c.aes))}, Limits{}, func(e Entry) bool {
				if e.Problem == nil {
					read++
				} else if told = append(told, e.Problem); e.Path != "e.zip" {
					t.Errorf("%s: %v", e.Path, e.Problem)
				}
				return true
			})
			if len(told) != 1 || told[0].Code != "zip_locked" || told[0].What != c.what+" protected by a password." || !strings.HasPrefix(told[0].Hint, c.hint) {
				t.Errorf("%+v", told)
			}
			if read != len(c.files)-c.locked {
				t.Errorf("%d files were read", read)
			}
		})
	}
}
