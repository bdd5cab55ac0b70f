package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

const noticesFile = ".github/NOTICES.md"

// systems are those that the program is built for; what is compiled in differs.
var systems = []string{"linux", "darwin", "windows"}

// notice is what the program holds that others wrote.
type notice struct {
	name    string // module path, or what it is
	version string
	licence string // by its SPDX name
	users   []string
	texts   []string // of the licence, and what it asks to be passed on
}

// row begins the line of a notice in the table of the page.
func (n notice) row() string { return fmt.Sprintf("| %s | %s | %s |", n.name, n.version, n.licence) }

// notices writes the page of what others wrote, with the licences as the modules hold
// them.
func notices(repository string) ([]byte, error) {
	list, err := noticesOf(repository, systems)
	if err != nil {
		return nil, err
	}
	others, err := otherWorks(repository, list)
	if err != nil {
		return nil, err
	}
	list = append(list, others...)
	var b bytes.Buffer
	b.WriteString(`# Notices

What others wrote and the program holds, compiled in or embedded, on Linux, macOS or Windows, with the licences as they come with it.
` + "`go run ./cmd/gallery`" + ` writes this page from the modules, and a test fails when one of them is not on it.

| what | version | licence | used by |
|---|---|---|---|
`)
	holders := map[string][]string{} // of each text, those it belongs to
	var texts []string
	for _, n := range list {
		fmt.Fprintf(&b, "%s %s |\n", n.row(), strings.Join(n.users, ", "))
		for _, text := range n.texts {
			if holders[text] == nil {
				texts = append(texts, text)
			}
			holders[text] = append(holders[text], n.name)
		}
	}
	for _, text := range texts {
		fmt.Fprintf(&b, "\n## %s\n\n```text\n%s\n```\n", strings.Join(holders[text], ", "), text)
	}
	return b.Bytes(), nil
}

// goPackage is what go list tells of a package.
type goPackage struct {
	ImportPath, Dir string
	Imports         []string
	Module          *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// noticesOf returns a notice for each module compiled into the program on one of the
// systems, by path.
func noticesOf(repository string, systems []string) ([]notice, error) {
	found := map[string]*notice{}
	for _, system := range systems {
		packages, err := compiledIn(repository, system)
		if err != nil {
			return nil, err
		}
		moduleOf := map[string]string{}
		for _, p := range packages {
			if p.Module == nil || p.Module.Main {
				continue
			}
			moduleOf[p.ImportPath] = p.Module.Path
			n := found[p.Module.Path]
			if n == nil {
				n = &notice{name: p.Module.Path, version: p.Module.Version}
				found[p.Module.Path] = n
			}
			if err := n.read(p.Module.Dir, p.Dir); err != nil {
				return nil, err
			}
		}
		for _, p := range packages {
			if p.Module == nil {
				continue
			}
			user := p.Module.Path
			if p.Module.Main {
				user, _, _ = strings.Cut(strings.TrimPrefix(p.ImportPath, p.Module.Path+"/"), "/")
			}
			for _, path := range p.Imports {
				if n := found[moduleOf[path]]; n != nil && n.name != user && !slices.Contains(n.users, user) {
					n.users = append(n.users, user)
				}
			}
		}
	}
	var list []notice
	for _, path := range slices.Sorted(maps.Keys(found)) {
		n := found[path]
		slices.Sort(n.users)
		if n.licence = licenceOf(n.texts); n.licence == "" {
			return nil, fmt.Errorf("which licence does %s have? licenceOf does not know its words", path)
		}
		list = append(list, *n)
	}
	return list, nil
}

// compiledIn lists the packages that the program is made of on a system.
func compiledIn(repository, system string) ([]goPackage, error) {
	c := exec.Command("go", "list", "-deps", "-json=ImportPath,Dir,Imports,Module", "./cmd/corridor")
	c.Dir = repository
	c.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	var told bytes.Buffer
	c.Stderr = &told
	text, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("go list for %s: %w: %s", system, err, told.Bytes())
	}
	var list []goPackage
	for d := json.NewDecoder(bytes.NewReader(text)); ; {
		var p goPackage
		switch err := d.Decode(&p); {
		case errors.Is(err, io.EOF):
			return list, nil
		case err != nil:
			return nil, err
		}
		list = append(list, p)
	}
}

// read adds the licences in the directories from a package up to its module's.
func (n *notice) read(module, dir string) error {
	for ; strings.HasPrefix(dir, module); dir = filepath.Dir(dir) {
		for _, pattern := range []string{"LICENSE*", "NOTICE*", "PATENTS*", "licenses/ftl.txt"} { // of the two that freetype leaves to choose
			paths, err := filepath.Glob(filepath.Join(dir, pattern))
			if err != nil {
				return err
			}
			for _, path := range paths {
				if info, err := os.Stat(path); err != nil || info.IsDir() {
					continue
				}
				text, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				if plain := plainText(string(text)); !slices.Contains(n.texts, plain) {
					n.texts = append(n.texts, plain)
				}
			}
		}
	}
	if len(n.texts) == 0 {
		return fmt.Errorf("%s has no file LICENSE", n.name)
	}
	return nil
}

// plainText is a text without spaces at the ends of its lines, around it, or a fence.
func plainText(text string) string {
	return strings.Trim(trailing.ReplaceAllString(strings.ReplaceAll(text, "```", "'''"), ""), "\n")
}

// licenceOf names licences by words that no other has.
func licenceOf(texts []string) string {
	all := strings.Join(strings.Fields(strings.Join(texts, "\n")), " ")
	var names []string
	for _, l := range []struct{ name, words string }{
		{"Apache-2.0", "Apache License Version 2.0, January 2004"},
		{"BSD-3-Clause", "may be used to endorse or promote products derived from"},
		{"BSD-2-Clause", "Redistributions in binary form must reproduce"},
		{"MIT", "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"},
		{"OFL-1.1", "SIL OPEN FONT LICENSE Version 1.1"},
		{"FTL", "The FreeType Project LICENSE"},
		{"Bitstream-Vera", "Bitstream Vera is a trademark of Bitstream"},
	} {
		if strings.Contains(all, l.words) && !(l.name == "BSD-2-Clause" && slices.Contains(names, "BSD-3-Clause")) {
			names = append(names, l.name)
		}
	}
	return strings.Join(names, " and ")
}

// otherWorks are those that are no modules: what the repository itself holds, and what
// modules hold of others.
func otherWorks(repository string, modules []notice) ([]notice, error) {
	textsOf := func(path string) []string {
		i := slices.IndexFunc(modules, func(n notice) bool { return n.name == path })
		return modules[max(i, 0)].texts
	}
	fonts, err := os.ReadFile(filepath.Join(repository, "plots/ink/fonts/LICENSE"))
	if err != nil {
		return nil, err
	}
	coasts, err := os.ReadFile(filepath.Join(repository, "plots/atlas/LICENSE"))
	if err != nil {
		return nil, err
	}
	sobol, err := excerpt(filepath.Join(repository, "sim/random/sobol_numbers.go"), "Copyright (c) 2008", "POSSIBILITY OF SUCH DAMAGE.")
	if err != nil {
		return nil, err
	}
	dir, err := exec.Command("go", "list", "-C", repository, "-f", "{{.Dir}}", "gonum.org/v1/plot/palette/brewer").Output()
	if err != nil {
		return nil, err
	}
	brewer, err := excerpt(filepath.Join(strings.TrimSpace(string(dir)), "generate_complete_palettes.go"), "Apache-Style Software License", "under the License.")
	if err != nil {
		return nil, err
	}
	list := []notice{
		{"Go, its standard library and runtime", "", "", []string{"all"}, textsOf("golang.org/x/sys")},
		{"DejaVu Sans Condensed, Armenian and Georgian letters", "2.37", "", []string{"plots"}, []string{plainText(string(fonts))}},
		{"Coasts and borders, Natural Earth 4.1 by way of world-atlas", "2.0.2", "ISC", []string{"plots"}, []string{plainText(string(coasts))}},
		{"Direction numbers new-joe-kuo-6 of S. Joe and F. Y. Kuo", "6.21201", "", []string{"sim"}, []string{sobol}},
		{"ColorBrewer colours", "", "Apache-2.0", []string{"plots"}, []string{brewer}},
	}
	for i, n := range list {
		if list[i].licence = cmp.Or(n.licence, licenceOf(n.texts)); list[i].licence == "" {
			return nil, fmt.Errorf("which licence does %s have?", n.name)
		}
	}
	return list, nil
}

// excerpt returns the lines of a comment from one with some words to one with others.
func excerpt(path, from, to string) (string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	_, after, begins := strings.Cut(string(text), from)
	inside, _, ends := strings.Cut(after, to)
	if !begins || !ends {
		return "", fmt.Errorf("%s has no text from %q to %q", path, from, to)
	}
	var lines []string
	for line := range strings.Lines(from + inside + to) {
		lines = append(lines, strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "//")))
	}
	return plainText(strings.Join(lines, "\n")), nil
}
