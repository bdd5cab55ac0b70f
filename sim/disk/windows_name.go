package disk

import (
	"fmt"
	"slices"
	"strings"
)

// NotOnWindows says why Windows has no file of a name, which is one part of a path; "" for
// one that every system has. (Microsoft, Naming Files, Paths, and Namespaces.)
func NotOnWindows(name string) string {
	switch i := strings.IndexFunc(name, forbidden); {
	case name == "." || name == "..":
		return ""
	case i >= 0:
		return fmt.Sprintf("a name there has no %q", []rune(name[i:])[0])
	case Device(name):
		return "it keeps that name for a device"
	case strings.TrimRight(name, ". ") != name:
		return "a name there does not end in a full stop or a space"
	}
	return ""
}

// forbidden reports whether no name on Windows has a character.
func forbidden(r rune) bool { return r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) }

// Device reports whether Windows keeps a name for a device, whatever its extension and case.
func Device(name string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	stem = strings.TrimRight(stem, " ")
	if port, numbered := strings.CutPrefix(stem, "com"); numbered || strings.HasPrefix(stem, "lpt") {
		if !numbered {
			port = stem[len("lpt"):]
		}
		return slices.Contains([]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"}, port)
	}
	return slices.Contains([]string{"con", "prn", "aux", "nul", "conin$", "conout$"}, stem)
}
