package language

import (
	"path/filepath"
	"strings"

	"corridor/scenarios/text"
)

// IsPath tells a file from a name of the library.
func IsPath(name string) bool {
	return strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml")
}

// BesideFile returns the name in a value, that of a file as it stands beside the file
// that names it.
func BesideFile(t *text.Tree) string {
	if !IsPath(t.Text) || filepath.IsAbs(t.Text) {
		return t.Text
	}
	return filepath.Join(filepath.Dir(t.File.Name), t.Text)
}
