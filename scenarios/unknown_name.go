package scenarios

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"corridor/scenarios/language"
	"corridor/scenarios/text"
)

// nearName says what may be meant by a name that the library does not have: a file without its
// ending, a directory, a group of overlays, or the nearest of the valid names. Files stand beside
// the one that names them.
func nearName(name string, at text.Position, valid []string) string {
	beside := name
	if at.File != nil && at.Line > 0 && language.IsPath(at.File.Name) && !filepath.IsAbs(name) {
		beside = filepath.Join(filepath.Dir(at.File.Name), name)
	}
	for _, ending := range []string{".yaml", ".yml"} {
		if isFile(beside + ending) {
			return fmt.Sprintf(", did you mean the file %s?", text.Short(name+ending))
		}
	}
	group := slices.DeleteFunc(slices.Clone(valid), func(of string) bool { return !strings.HasPrefix(of, strings.TrimSuffix(name, "/")+"/") })
	if len(group) > 0 {
		return "; of that group: " + strings.Join(group, ", ")
	}
	if info, err := os.Stat(beside); err == nil && info.IsDir() {
		return "; that is a directory, expected the name of a scenario or a .yaml file"
	}
	return text.DidYouMean(name, valid)
}

// notAnOverlay says of a file that was to be an overlay what it is, and what to do.
func notAnOverlay(t *text.Tree, name string) string {
	said := name + " is not an overlay: it has no key overlay"
	switch {
	case t.Get("scenario") == nil:
		return said
	case !language.IsPath(name):
		return said + "; it is a scenario, to be given by itself"
	}
	return said + "; it is a scenario: give it by itself, or begin it with overlay in the place of scenario and extends"
}
