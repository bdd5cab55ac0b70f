package scenarios

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"corridor/scenarios/language"
	"corridor/sim/disk"
)

// name returns the name of the results: what the scenario is called in its file, with
// the overlays and the values set, joined by +. It is a file name on every system, the
// same for the same request and another for another, but for files of the same name. A name
// that is given is used in place of all.
func (r Request) name(scenario string) string {
	if r.Name != "" {
		return fileNameOf(r.Name)
	}
	parts := []string{scenario}
	for _, overlay := range r.With {
		if language.IsPath(overlay) {
			overlay = filepath.Base(overlay)
			overlay = strings.TrimSuffix(overlay, filepath.Ext(overlay))
		}
		parts = append(parts, strings.ReplaceAll(overlay, "/", "-"))
	}
	parts = append(parts, r.Set...)
	plain := make([]string, len(parts))
	for i, part := range parts {
		part = strings.ReplaceAll(part, "=+", "=plus-")
		plain[i] = strings.ReplaceAll(part, "+", "-") // which must not look like the next part
	}
	exact, safe := strings.Join(parts, "\x00"), strings.Join(plain, "+")
	if safe == strings.Join(parts, "+") {
		exact = safe
	}
	return fileName(safe, exact, mostName)
}

// mostName bounds the name of a scenario's results in bytes, so that what is put
// before and after it still makes a file name.
const mostName = 100

// FileName makes a text of at most so many bytes, 20 or more, that is a file name on
// Linux, macOS and Windows, where Aktau and aktau are one. A text that is none, or too
// long, is changed, and ends in ~ and a short hash of what it was.
func FileName(text string, most int) string { return fileName(text, text, most) }

func fileName(text, exact string, most int) string {
	safe := strings.Map(fileLetter, strings.ReplaceAll(text, "*", "all"))
	safe = strings.TrimRight(safe, ". ")
	if safe == exact && len(safe) <= most && safe != "" && !disk.Device(safe) {
		return safe
	}
	sum := sha256.Sum256([]byte(exact))
	hash := "~" + hex.EncodeToString(sum[:4])
	for len(safe) > most-len(hash) {
		_, size := utf8.DecodeLastRuneInString(safe)
		safe = safe[:len(safe)-size]
	}
	return strings.TrimRight(safe, "-.+ ") + hash
}

// fileLetter returns the letter that stands in a file name for another.
func fileLetter(r rune) rune {
	switch {
	case r < utf8.RuneSelf && strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789-_.+=,", r):
		return r
	case unicode.IsLetter(r) && r != utf8.RuneError || unicode.IsMark(r):
		return unicode.ToLower(r)
	default:
		return '-'
	}
}
