package scenarios

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"corridor/scenarios/language"
	"corridor/scenarios/library"
	"corridor/scenarios/spreadsheet"
	"corridor/scenarios/text"
	"corridor/sim/tables"
)

// Load reads, overlays, checks and compiles a scenario. Mistakes in it are
// returned all at once, as an *Error.
func Load(r Request) (*Scenario, error) {
	l := &loader{}
	root := l.extended(r.Scenario, r.scenarioAt(), nil)
	if root == nil {
		return nil, l.report.Err()
	}
	if overlay := root.Get("overlay"); overlay != nil && root.Get("scenario") == nil {
		l.report.Mistake(root.PlaceOf("overlay"), "this is an overlay, not a scenario: apply it with --with")
	}
	if l.report.Found() && root.Get("overlay") != nil {
		return nil, l.report.Err()
	}
	below, first := l.under, l.first
	if below == nil {
		first = l.layers + 1
	}
	if len(r.With)+len(r.Set) > 0 {
		below = root
	}
	for i, name := range r.With {
		root = l.overlaid(root, name, r.overlayAt(i))
	}
	for i, assignment := range r.Set {
		root = l.assigned(root, assignment, r.valueAt(i))
	}
	if !fits(root, &l.report) {
		return nil, l.report.Err()
	}
	s, err := l.compiled(root, r.name)
	if err != nil {
		return nil, err
	}
	if !s.fits(&l.report) {
		return nil, l.report.Err()
	}
	if below != nil {
		s.below = language.Certain(below, &text.Report{})
	}
	s.first = first
	s.Overlays = l.titles[len(l.titles)-len(r.With):]
	s.Variant = r.variant(s.Overlays)
	return s, nil
}

// compiled compiles what was loaded.
func (l *loader) compiled(root *text.Tree, name func(string) string) (*Scenario, error) {
	s, err := compile(language.Certain(root, &l.report), name, &l.report)
	if s != nil {
		s.layers = l.layers
	}
	return s, err
}

// maxExtends bounds a chain of scenarios that extend each other.
const maxExtends = 16

// loader reads the files a request names.
type loader struct {
	report text.Report
	values int                                          // of the files read so far
	bytes  int                                          // of their keys and texts
	layers int                                          // laid so far
	from   []string                                     // the scenarios of the library it starts from, the last one first
	sheets map[*text.File]map[string]*spreadsheet.Table // read for a file, by their names in it
	under  *text.Tree                                   // what the last file of the chain extends, nil for nothing
	first  int                                          // layer of what is laid on that
	titles []string                                     // of the overlays laid, those of the request last; "" for one without
}

// lay marks a file as laid on all before it.
func (l *loader) lay(f *text.File) {
	l.layers++
	f.Layer = l.layers
	for _, t := range l.sheets[f] {
		if t != nil {
			t.File.Layer = l.layers
		}
	}
}

// read returns the tree of a file or library name, nil where there is none or all files
// together are too large. At is the place that asks for it; valid lists the names of the
// library that would do.
func (l *loader) read(name string, at text.Position, valid func() []string) *text.Tree {
	if tooLarge(l.values, l.bytes) {
		return nil // reported
	}
	t := l.parsed(name, at, valid)
	if t == nil {
		return nil
	}
	values, bytes := t.Size()
	l.values, l.bytes = l.values+values, l.bytes+bytes
	if !tooLarge(l.values, l.bytes) {
		return t
	}
	n, what, most := l.values, "values", text.MaxNodes
	if n <= most {
		n, what, most = l.bytes, "bytes", text.MaxFileBytes
	}
	l.report.Mistake(at, "with this file the scenario, all it extends and all overlays have %d %s, expected at most %d", n, what, most)
	return nil
}

func tooLarge(values, bytes int) bool { return values > text.MaxNodes || bytes > text.MaxFileBytes }

// parsed returns it as it stands.
func (l *loader) parsed(name string, at text.Position, valid func() []string) *text.Tree {
	if language.IsPath(name) {
		if name != tables.ShownInLine(name) {
			l.report.Mistake(at, "the name of the file %s has control characters", name)
			return nil
		}
		file, err := readFile(name)
		if err != nil {
			l.report.Mistake(at, "%v", err)
			return nil
		}
		t := text.Parse(file, scenarioText, &l.report)
		if t != nil {
			language.FromTables(t, l.sheet, &l.report)
			l.nameOfAnother(t)
		}
		return t
	}
	if !slices.Contains(scenarioNames(), name) && !slices.Contains(overlayNames(), name) {
		l.report.Mistake(at, "there is no %q in the library%s", text.Short(name), nearName(name, at, valid()))
		return nil
	}
	return libraryTree(name)
}

// nameOfAnother warns of a scenario of one's own that has the name of one of the library: tables and
// charts would not tell them apart. A whole scenario that a run or a command wrote has that name
// by right, and extends nothing.
func (l *loader) nameOfAnother(t *text.Tree) {
	name := t.Get("scenario")
	if name == nil || name.Kind != text.Scalar || t.Get("extends") == nil {
		return
	}
	if file, found := library.File(name.Text); found && slices.Contains(scenarioNames(), name.Text) && file.Text != t.File.Text {
		l.report.Warn(name.Position, "the library has a scenario %s too, and results would not tell them apart: give this one a name of its own", name.Text)
	}
}

func readFile(path string) (*text.File, error) {
	content, err := text.ReadFile(path, text.MaxShown)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		for _, name := range library.Names() {
			if strings.HasSuffix("/"+filepath.ToSlash(path), "/"+name+".yaml") {
				return nil, fmt.Errorf("there is no file %s; for that of the library write %s", path, name)
			}
		}
		return nil, fmt.Errorf("there is no file %s", path)
	case err != nil:
		return nil, err
	}
	return &text.File{Name: path, Text: string(content)}, nil
}

// extended returns a tree with all it extends underneath.
func (l *loader) extended(name string, at text.Position, chain []string) *text.Tree {
	t := l.read(name, at, scenarioNames)
	if t == nil {
		return nil
	}
	chain = append(chain, t.File.Name)
	if !language.IsPath(name) {
		l.from = append(l.from, name)
	}
	base := t.Get("extends")
	if base == nil {
		if t.Get("with") != nil {
			l.report.Mistake(t.PlaceOf("with"), "with needs extends: its overlays change the scenario extended")
		}
		l.lay(t.File)
		return language.Lay(nil, t, &l.report)
	}
	if base.Kind != text.Scalar {
		l.report.Mistake(base.Position, "extends is %v, expected the name of a scenario", base.Kind)
		return nil
	}
	next, target := base.Text, "library/"+base.Text+".yaml"
	if language.IsPath(next) {
		next = language.BesideFile(base)
		target = next
	}
	if slices.Contains(chain, target) {
		l.report.Mistake(base.Position, "the scenarios extend each other in a circle: %s", strings.Join(append(chain, target), " → "))
		return nil
	}
	if len(chain) >= maxExtends {
		l.report.Mistake(base.Position, "a chain of more than %d scenarios that extend each other", maxExtends)
		return nil
	}
	under := l.extended(next, base.Position, chain)
	if under == nil {
		return nil
	}
	if under.Get("overlay") != nil {
		l.report.Mistake(base.Position, "%q is an overlay; a scenario extends a scenario, use --with for overlays", base.Text)
		return nil
	}
	// What a scenario is called and what is said of it is its own, and its overlays
	// are applied here.
	l.under, l.first = under, l.layers+1
	under = under.Dropped("scenario", "extends", "with", "title", "question", "description")
	for _, item := range l.listed(t.Get("with")) {
		under = l.overlaid(under, language.BesideFile(item), item.Position)
	}
	l.lay(t.File)
	merged := language.Lay(under, t.Dropped("with"), &l.report)
	merged.Position = t.Position
	return merged
}

// listed returns the names in a list of overlays.
func (l *loader) listed(t *text.Tree) []*text.Tree {
	if t == nil {
		return nil
	}
	if t.Kind != text.List {
		l.report.Mistake(t.Position, "with is %v, expected a list of overlays", t.Kind)
	}
	return slices.DeleteFunc(slices.Clone(t.Items), func(item *text.Tree) bool {
		if item.Kind != text.Scalar {
			l.report.Mistake(item.Position, "with is %v, expected names of overlays", item.Kind)
		}
		return item.Kind != text.Scalar
	})
}

// overlaid applies an overlay to a scenario. At is the place that asks for it.
func (l *loader) overlaid(scenario *text.Tree, name string, at text.Position) *text.Tree {
	over := l.read(name, at, l.overlays)
	if over == nil {
		return scenario
	}
	if over.Get("overlay") == nil {
		l.report.Mistake(at, "%s", notAnOverlay(over, name))
		return scenario
	}
	for _, key := range overlayWords {
		if t := over.Get(key); t != nil && t.Kind != text.Null {
			language.CheckKey(scenario, key, t, &l.report)
		}
	}
	if made := over.Get("for"); made != nil && made.Kind == text.Scalar && !language.IsPath(made.Text) {
		l.madeFor(made, name, at)
	}
	for _, key := range []string{"scenario", "extends", "with"} {
		if over.Get(key) != nil {
			l.report.Mistake(over.PlaceOf(key), "an overlay cannot have the key %s, it is applied to any scenario", key)
		}
	}
	l.lay(over.File)
	l.titles = append(l.titles, language.English(over.Get("title")))
	only := over.Dropped(append([]string{"scenario", "extends", "with"}, overlayWords...)...)
	laid := language.Lay(scenario, only, &l.report)
	certain := func(t *text.Tree) *text.Tree { return language.Certain(t, &text.Report{}) }
	if !l.report.Found() && text.Same(certain(scenario), certain(laid)) {
		l.report.Warn(at, "the overlay %s changes nothing: the scenario says the same without it", name)
	}
	return laid
}

// madeFor reports an overlay that is made for a scenario of the library and laid on one
// that starts from others of it: growth of what one line carries is not that of markets
// which choose their way.
func (l *loader) madeFor(made *text.Tree, overlay string, at text.Position) {
	switch {
	case !slices.Contains(scenarioNames(), made.Text):
		l.report.Mistake(made.Position, "there is no scenario %q in the library%s", text.Short(made.Text), text.DidYouMean(made.Text, scenarioNames()))
	case len(l.from) > 0 && !slices.Contains(l.from, made.Text):
		hint := ""
		for _, e := range Library() {
			if e.Overlay() && path.Base(e.Name) == path.Base(overlay) && slices.Contains(l.from, e.For) {
				hint = fmt.Sprintf(", did you mean %q?", e.Name)
			}
		}
		l.report.Mistake(at, "%s is made for %s, and this is %s%s", overlay, made.Text, l.from[0], hint)
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
