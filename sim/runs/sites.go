package runs

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// site is a path at which a part may be.
type site struct {
	path     string
	named    bool // and not found in a directory that was
	finished bool // a directory, and no journal
}

// sites lists where parts may be, the finished ones first, and notes which sources are not there.
func (g *gathering) sites() ([]site, error) {
	g.absent = nil
	var finished, journals []site
	for _, source := range g.sources {
		found, err := sitesOf(source)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			g.absent = append(g.absent, source)
		}
		for _, s := range found {
			if s.finished {
				finished = append(finished, s)
			} else {
				journals = append(journals, s)
			}
		}
	}
	if len(g.absent) > 0 && !g.lenient {
		return nil, invalidf("%s is no part of an ensemble: there is neither %s in it, nor a part, nor a journal %s",
			g.absent[0], ManifestFile, g.absent[0]+journalEnd)
	}
	return append(finished, journals...), nil
}

// sitesOf lists where parts may be by a source.
func sitesOf(source string) ([]site, error) {
	if isThere(source) || !strings.ContainsAny(source, "*?[") {
		return sitesAt(source)
	}
	paths, err := filepath.Glob(source)
	if err != nil {
		return nil, misusedf("%s is no pattern: a bracket is not closed", source)
	}
	var all []site
	for _, path := range paths {
		found, err := sitesAt(path)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// journalEnd ends the name of a journal, after the directory of the results.
const journalEnd = ".journal"

// sitesAt lists where parts may be by the path of a directory or a journal.
func sitesAt(path string) ([]site, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return siteBeside(path), nil
	case err != nil:
		return nil, err
	case !info.IsDir():
		return []site{{path: path, named: true}}, nil
	case isThere(filepath.Join(path, ManifestFile)):
		return []site{{path: path, named: true, finished: true}}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	found := siteBeside(path)
	for _, e := range entries {
		within := filepath.Join(path, e.Name())
		switch {
		case e.Type().IsRegular() && filepath.Ext(within) == journalEnd:
			found = append(found, site{path: within})
		case e.IsDir() && isThere(filepath.Join(within, ManifestFile)) && !passing(e.Name()):
			found = append(found, site{path: within, finished: true})
		}
	}
	return found, nil
}

// siteBeside is the journal of a part whose directory is not made yet.
func siteBeside(dir string) []site {
	if path := filepath.Clean(dir) + journalEnd; isThere(path) {
		return []site{{path: path, named: true}}
	}
	return nil
}

func isThere(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
