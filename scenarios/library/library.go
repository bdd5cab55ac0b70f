package library

import (
	"embed"
	"io/fs"
	"strings"

	"corridor/scenarios/text"
)

//go:embed *.yaml calibration demand economics growth investment policy shock structure
var files embed.FS

// Bibliography is the name of the file of works that figures come from.
const Bibliography = "sources"

// File returns a file by name, such as growth/low.
func File(name string) (*text.File, bool) {
	content, err := files.ReadFile(name + ".yaml")
	if err != nil {
		return nil, false
	}
	return &text.File{Name: "library/" + name + ".yaml", Text: string(content), Library: true}, true
}

// Names lists the scenarios and overlays by name.
func Names() (names []string) {
	_ = fs.WalkDir(files, ".", func(file string, _ fs.DirEntry, err error) error {
		name, isYAML := strings.CutSuffix(file, ".yaml")
		if err == nil && isYAML && name != Bibliography {
			names = append(names, name)
		}
		return nil
	})
	return names
}
