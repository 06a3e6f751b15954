package watch

import (
	"archive/zip"
	"fmt"
	"strings"
)

// methodAES is what a zip's file encrypted by AES has in the place of its method.
const methodAES = 99

// isLocked reports whether a file of a zip needs a password: its name is in clear all
// the same.
func isLocked(f *zip.File) bool { return f.Flags&1 != 0 || f.Method == methodAES }

// lockedOf is the one Problem of a zip whose files need a password, however many they
// are; nil for none. It says where the vendor gives the password, if the names say
// whose export it is.
func lockedOf(files []*zip.File) *Problem {
	locked, open, where := 0, 0, ""
	for _, f := range files {
		name := cleanName(f.Name)
		switch {
		case f.FileInfo().IsDir() || clutter(name):
		case !isLocked(f):
			open++
		default:
			if locked++; where == "" {
				where = passwordOf("/" + strings.ToLower(name))
			}
		}
	}
	p := &Problem{Code: "zip_locked", What: fmt.Sprintf("The %d files in this zip are protected by a password.", locked),
		Hint: where + "Unpack the zip with its password on a computer (7-Zip on Windows, The Unarchiver on a Mac), then add that folder here."}
	switch {
	case locked == 0:
		return nil
	case open > 0:
		p.What = fmt.Sprintf("%d of the %d files in this zip are protected by a password.", locked, locked+open)
	case locked == 1:
		p.What = "The file in this zip is protected by a password."
	}
	return p
}

// passwordOf says where the maker of an export gives its password, by the path of a
// file in it in lower case; "" for others. Huawei's is by its users' word
// (CTHRU/Hitrava#36), the two others' are unverified, and so worded.
func passwordOf(path string) string {
	has := func(parts ...string) bool {
		for _, p := range parts {
			if strings.Contains(path, p) {
				return true
			}
		}
		return false
	}
	switch {
	case has("motion path detail data", "huawei"):
		return "The password is the one you chose when you requested your data from Huawei Health. "
	case has("mifitness", "hlth_center_"):
		return "Look for the password where you requested your data from Xiaomi, or in the message about the download. "
	case has("/heartrate_auto", "/activity_minute", "/sleep/sleep_", "/sport/sport_"):
		return "Look for the password in the Zepp app, where you exported, or in the email with the download. "
	}
	return ""
}
