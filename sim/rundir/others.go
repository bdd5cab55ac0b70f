package rundir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// others lists what the directory holds and no results of ours list. Of a directory
// that is not listed only the name is given, as it may hold any number of files.
func (p *Place) others() ([]string, error) {
	list, err := p.listed(p.dir)
	if err != nil {
		list = nil // a manifest of something else lists nothing
	}
	return others(p.dir, list, !p.beside)
}

func others(dir string, listed []string, mount bool) ([]string, error) {
	ours, above := map[string]bool{}, map[string]bool{}
	for _, file := range listed {
		ours[file] = true
		for d := path.Dir(file); d != "." && d != "/"; d = path.Dir(d) {
			above[d] = true
		}
	}
	var found []string
	var look func(string) error
	look = func(within string) error {
		entries, err := os.ReadDir(filepath.Join(dir, filepath.FromSlash(within)))
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		for _, e := range entries {
			name := path.Join(within, e.Name())
			switch {
			case e.IsDir() && above[name]:
				if err := look(name); err != nil {
					return err
				}
			case e.IsDir() && mount && name == "lost+found": // of the file system
			case e.IsDir():
				if !Passing(name) {
					found = append(found, name+"/")
				}
			case ours[name] && e.Type().IsRegular(), Passing(name), slices.Contains(ofFileManagers, e.Name()):
			default:
				found = append(found, name)
			}
		}
		return nil
	}
	err := look("")
	return found, err
}

// ofFileManagers are files that file managers make by themselves.
var ofFileManagers = []string{".DS_Store", "Thumbs.db", "desktop.ini"}

// few names some of many files, and says how many more there are.
func few(names []string) string {
	const most = 5
	var shown []string
	for _, name := range names[:min(most, len(names))] {
		if strings.ContainsFunc(name, func(r rune) bool { return !strconv.IsPrint(r) }) {
			name = strconv.Quote(name)
		}
		shown = append(shown, name)
	}
	text := strings.Join(shown, ", ")
	if more := len(names) - len(shown); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
