package scenarios

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Request says which scenario is wanted: a scenario of the library or a file, the
// overlays on it in order, and single values set on top.
type Request struct {
	Scenario string   // stated, or path/to/mine.yaml
	With     []string // growth/low, or path/to/overlay.yaml
	Set      []string // segments.corridor.effectiveness=0.8
}

// Name returns the name of the results: the scenario's with the overlays',
// joined by +.
func (r Request) name(scenario string) string {
	parts := []string{scenario}
	for _, overlay := range r.With {
		name := strings.TrimSuffix(overlay, ".yaml")
		if isPath(overlay) {
			name = filepath.Base(name)
		}
		parts = append(parts, strings.ReplaceAll(name, "/", "-"))
	}
	if len(r.Set) > 0 {
		parts = append(parts, "set")
	}
	return strings.Join(parts, "+")
}

// maxExtends bounds a chain of scenarios that extend each other.
const maxExtends = 16

// loader reads the files a request names.
type loader struct {
	report diagnostics
}

// isPath tells a file from a name of the library.
func isPath(name string) bool {
	return strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml")
}

// read returns the tree of a file or library name. At is the place that asks for
// it; from is the directory paths are relative to.
func (l *loader) read(name, from string, at Position) *tree {
	file, ok := libraryFile(name)
	if isPath(name) {
		path := name
		if !filepath.IsAbs(path) {
			path = filepath.Join(from, name)
		}
		var err error
		if file, err = readFile(path); err != nil {
			l.report.report(at, "%v", err)
			return nil
		}
		ok = true
	}
	if !ok {
		l.report.report(at, "there is no %q in the library%s", name, didYouMean(name, libraryNames()))
		return nil
	}
	return parse(file, &l.report)
}

func readFile(path string) (*File, error) {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a directory, expected a scenario file", path)
	}
	if err == nil && info.Size() > maxFileBytes {
		return nil, fmt.Errorf("%s has %d bytes, expected at most %d", path, info.Size(), maxFileBytes)
	}
	if err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file", path)
	}
	text, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no file %s", path)
	case err != nil:
		return nil, err
	}
	return &File{path, string(text)}, nil
}

// extended returns a tree with all it extends underneath.
func (l *loader) extended(name, from string, at Position, chain []string) *tree {
	t := l.read(name, from, at)
	if t == nil {
		return nil
	}
	chain = append(chain, t.File.Name)
	base := t.get("extends")
	if base == nil {
		return t
	}
	if base.kind != scalarKind {
		l.report.report(base.Position, "extends is %v, expected the name of a scenario", base.kind)
		return nil
	}
	dir := filepath.Dir(t.File.Name)
	next := base.text
	if isPath(next) && !filepath.IsAbs(next) {
		next = filepath.Join(dir, next)
	}
	target := next
	if !isPath(next) {
		target = "library/" + next + ".yaml"
	}
	if slices.Contains(chain, target) {
		l.report.report(base.Position, "the scenarios extend each other in a circle: %s", strings.Join(append(chain, target), " → "))
		return nil
	}
	if len(chain) >= maxExtends {
		l.report.report(base.Position, "a chain of more than %d scenarios that extend each other", maxExtends)
		return nil
	}
	under := l.extended(next, "", base.Position, chain)
	if under == nil {
		return nil
	}
	if under.get("overlay") != nil {
		l.report.report(base.Position, "%q is an overlay; a scenario extends a scenario, use --with for overlays", base.text)
	}
	// What the scenario is called and asks is its own.
	stripped := *under
	stripped.entries = slices.Clone(under.entries)
	stripped.remove("scenario")
	stripped.remove("extends")
	merged := merge(&stripped, t, &l.report)
	merged.Position = t.Position
	return merged
}

// overlaid applies an overlay to a scenario.
func (l *loader) overlaid(scenario *tree, name string) *tree {
	at := Position{File: &File{Name: "--with " + name}}
	over := l.read(name, "", at)
	if over == nil {
		return scenario
	}
	if over.get("overlay") == nil {
		l.report.report(at, "%s is not an overlay: it has no key overlay", name)
		return scenario
	}
	only := *over
	only.entries = slices.Clone(over.entries)
	for _, key := range []string{"overlay", "title", "question", "description"} {
		only.remove(key)
	}
	if extends := only.get("extends"); extends != nil {
		l.report.report(extends.Position, "an overlay cannot extend a scenario")
		only.remove("extends")
	}
	return merge(scenario, &only, &l.report)
}

// assigned sets one value from path=value.
func (l *loader) assigned(scenario *tree, assignment string) *tree {
	file := &File{Name: "--set", Text: assignment}
	path, value, ok := strings.Cut(assignment, "=")
	if !ok || path == "" || value == "" {
		l.report.report(Position{file, 1, 1}, "expected path=value, such as segments.corridor.effectiveness=0.8")
		return scenario
	}
	at := Position{file, 1, len([]rune(path)) + 2}
	leaf := parseScalar(file, value, at)
	steps := strings.Split(path, ".")
	over := leaf
	for i := len(steps) - 1; i >= 0; i-- {
		over = &tree{Position: at, kind: mapKind, entries: []entry{{steps[i], Position{file, 1, 1}, over}}}
	}
	if missing, valid := missingStep(scenario, steps); missing != "" && missing != "*" {
		l.report.report(Position{file, 1, strings.Index(path, missing) + 1}, "unknown name %q in %s%s", missing, path, didYouMean(missing, valid))
		return scenario
	}
	return merge(scenario, over, &l.report)
}

// parseScalar reads the value of an assignment: one scalar.
func parseScalar(file *File, text string, at Position) *tree {
	if text == "null" || text == "~" {
		return &tree{Position: at, kind: nullKind}
	}
	return &tree{Position: at, text: text}
}

// missingStep returns the first step of a path that neither the scenario has nor
// the language allows, and what would be valid there.
func missingStep(root *tree, steps []string) (string, []string) {
	at, s := root, schema
	for _, step := range steps {
		if s == nil {
			return step, nil
		}
		s = s.resolve(at)
		var next *spec
		switch s.form {
		case formObject:
			if next = s.field(step); next == nil {
				return step, s.names()
			}
		case formNamed:
			if step != "*" && at.get(step) == nil {
				return step, at.keys()
			}
			next = s.item
		case formByYear:
			next = s.item
		default:
			return step, nil
		}
		at, s = at.get(step), next
	}
	return "", nil
}
