package scenarios

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
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
	layers int      // laid so far
	from   []string // the scenarios of the library it starts from, the last one first
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
	if !isPath(name) {
		l.from = append(l.from, name)
	}
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
	over := l.read(name, at, l.overlays())
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
	if made := over.get("for"); made != nil && made.kind == scalarKind && !isPath(made.text) {
		l.madeFor(made, name, at)
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

// madeFor reports an overlay that is made for a scenario of the library and laid on one
// that starts from others of it: growth of what one line carries is not that of markets
// which choose their way.
func (l *loader) madeFor(made *tree, overlay string, at Position) {
	switch {
	case !slices.Contains(scenarioNames(), made.text):
		l.report.report(made.Position, "there is no scenario %q in the library%s", short(made.text), didYouMean(made.text, scenarioNames()))
	case len(l.from) > 0 && !slices.Contains(l.from, made.text):
		hint := ""
		for _, e := range Library() {
			if e.Overlay() && path.Base(e.Name) == path.Base(overlay) && slices.Contains(l.from, e.For) {
				hint = fmt.Sprintf(", did you mean %q?", e.Name)
			}
		}
		l.report.report(at, "%s is made for %s, and this is %s%s", overlay, made.text, l.from[0], hint)
	}
}

// overlays lists those of the library that are made for the scenario or for any.
func (l *loader) overlays() (names []string) {
	for _, e := range Library() {
		if e.Overlay() && (e.For == "" || len(l.from) == 0 || slices.Contains(l.from, e.For)) {
			names = append(names, e.Name)
		}
	}
	return names
}

// overlayWords are the keys that speak of an overlay itself.
var overlayWords = []string{"overlay", "for", "title", "question", "description"}
