package scenarios

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// maxExtends bounds a chain of scenarios that extend each other.
const maxExtends = 16

// loader reads the files a request names.
type loader struct {
	report diagnostics
	layers int // laid so far
}

// lay marks a file as laid on all before it.
func (l *loader) lay(f *File) {
	l.layers++
	f.layer = l.layers
}

// isPath tells a file from a name of the library.
func isPath(name string) bool {
	return strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml")
}

// read returns the tree of a file or library name. At is the place that asks for
// it; valid are the names of the library that would do.
func (l *loader) read(name string, at Position, valid []string) *tree {
	if isPath(name) {
		if name != tables.ShownInLine(name) {
			l.report.report(at, "the name of the file %s has control characters", name)
			return nil
		}
		file, err := readFile(name)
		if err != nil {
			l.report.report(at, "%v", err)
			return nil
		}
		return parse(file, &l.report)
	}
	if !slices.Contains(libraryNames(), name) {
		l.report.report(at, "there is no %q in the library%s", short(name), didYouMean(name, valid))
		return nil
	}
	return libraryTree(name)
}

func readFile(path string) (*File, error) {
	text, err := ReadFile(path, maxShown)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		for _, name := range libraryNames() {
			if strings.HasSuffix("/"+filepath.ToSlash(path), "/"+name+".yaml") {
				return nil, fmt.Errorf("there is no file %s; for that of the library write %s", path, name)
			}
		}
		return nil, fmt.Errorf("there is no file %s", path)
	case err != nil:
		return nil, err
	}
	return &File{Name: path, Text: string(text)}, nil
}

// extended returns a tree with all it extends underneath.
func (l *loader) extended(name string, at Position, chain []string) *tree {
	t := l.read(name, at, scenarioNames())
	if t == nil {
		return nil
	}
	chain = append(chain, t.File.Name)
	base := t.get("extends")
	if base == nil {
		if t.get("with") != nil {
			l.report.report(t.placeOf("with"), "with needs extends: its overlays change the scenario extended")
		}
		l.lay(t.File)
		return withoutRecalibrate(t)
	}
	if base.kind != scalarKind {
		l.report.report(base.Position, "extends is %v, expected the name of a scenario", base.kind)
		return nil
	}
	next, target := base.text, "library/"+base.text+".yaml"
	if isPath(next) {
		next = besideFile(base)
		target = next
	}
	if slices.Contains(chain, target) {
		l.report.report(base.Position, "the scenarios extend each other in a circle: %s", strings.Join(append(chain, target), " → "))
		return nil
	}
	if len(chain) >= maxExtends {
		l.report.report(base.Position, "a chain of more than %d scenarios that extend each other", maxExtends)
		return nil
	}
	under := l.extended(next, base.Position, chain)
	if under == nil {
		return nil
	}
	if under.get("overlay") != nil {
		l.report.report(base.Position, "%q is an overlay; a scenario extends a scenario, use --with for overlays", base.text)
		return nil
	}
	// What a scenario is called and what is said of it is its own, and its overlays
	// are applied here.
	under = under.dropped("scenario", "extends", "with", "title", "question", "description")
	for _, item := range l.listed(t.get("with")) {
		under = l.overlaid(under, besideFile(item), item.Position)
	}
	l.lay(t.File)
	merged := calibrated(under, kept(under, merge(under, t.dropped("with"), schema, &l.report)))
	merged.Position = t.Position
	return merged
}

// besideFile returns the name in a value, that of a file as it stands beside the file
// that names it.
func besideFile(t *tree) string {
	if !isPath(t.text) || filepath.IsAbs(t.text) {
		return t.text
	}
	return filepath.Join(filepath.Dir(t.File.Name), t.text)
}

// listed returns the names in a list of overlays.
func (l *loader) listed(t *tree) []*tree {
	if t == nil {
		return nil
	}
	if t.kind != listKind {
		l.report.report(t.Position, "with is %v, expected a list of overlays", t.kind)
	}
	return slices.DeleteFunc(slices.Clone(t.items), func(item *tree) bool {
		if item.kind != scalarKind {
			l.report.report(item.Position, "with is %v, expected names of overlays", item.kind)
		}
		return item.kind != scalarKind
	})
}

// overlaid applies an overlay to a scenario. At is the place that asks for it.
func (l *loader) overlaid(scenario *tree, name string, at Position) *tree {
	over := l.read(name, at, overlayNames())
	if over == nil {
		return scenario
	}
	if over.get("overlay") == nil {
		l.report.report(at, "%s is not an overlay: it has no key overlay", name)
		return scenario
	}
	for _, key := range overlayWords {
		if t := over.get(key); t != nil && t.kind != nullKind {
			(&checker{root: scenario, report: &l.report}).check(t, schema.field(key), key)
		}
	}
	if made := over.get("for"); made != nil && made.kind == scalarKind && !isPath(made.text) && !slices.Contains(scenarioNames(), made.text) {
		l.report.report(made.Position, "there is no scenario %q in the library%s", short(made.text), didYouMean(made.text, scenarioNames()))
	}
	for _, key := range []string{"scenario", "extends", "with"} {
		if over.get(key) != nil {
			l.report.report(over.placeOf(key), "an overlay cannot have the key %s, it is applied to any scenario", key)
		}
	}
	l.lay(over.File)
	only := over.dropped(append([]string{"scenario", "extends", "with"}, overlayWords...)...)
	laid := calibrated(scenario, kept(scenario, merge(scenario, only, schema, &l.report)))
	if len(l.report.list) == 0 && same(withoutFixed(scenario), withoutFixed(laid)) {
		l.report.warn(at, "the overlay %s changes nothing: the scenario says the same without it", name)
	}
	return laid
}

// overlayWords are the keys that speak of an overlay itself.
var overlayWords = []string{"overlay", "for", "title", "question", "description"}
