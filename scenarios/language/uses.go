package language

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios/text"
)

// Use is a place of a scenario that speaks of something else in it.
type Use struct {
	Section string `json:"section" doc:"key at the top of the file"`
	Name    string `json:"name" doc:"name of what uses it"`
	Title   string `json:"title,omitempty" doc:"name for readers"`
	Path    string `json:"path" doc:"where that is said"`
	What    string `json:"what,omitempty" doc:"what it uses it for"`
}

// used is what uses are looked for: a path, and the thing it leads to or into.
type used struct {
	path, section, name string
	key                 string // of the thing, into which the path leads; "" for the thing itself
}

// uses lists what uses the thing that a path leads to or into, in the order of the file.
func (s *Compiled) uses(p *place) []Use {
	if len(p.steps) < 2 {
		return nil
	}
	of := &used{path: strings.Join(p.steps, "."), section: p.steps[0]}
	if section := schema.field(of.section); section != nil && section.form == formNamed {
		of.name = p.steps[1]
		if len(p.steps) > 2 {
			of.key = p.steps[2]
		}
	}
	f := finder{root: s.compiler.top.Tree, of: of, in: s}
	f.passing()
	f.walk(f.root, schema, nil)
	f.outcomes()
	slices.SortStableFunc(f.found, func(a, b Use) int { return cmp.Compare(sectionIndex(a.Section), sectionIndex(b.Section)) })
	return f.found
}

func sectionIndex(name string) int { return slices.Index(schema.names(), name) }

// finder finds uses.
type finder struct {
	root  *text.Tree
	of    *used
	in    *Compiled
	found []Use
}

// add notes a use at a path, and what is said there or, where that is "", the whole entry.
func (f *finder) add(at []string, what string) {
	u := Use{Section: at[0], Path: strings.Join(at, "."), What: what}
	if below(u.Path, f.of.path) {
		return // what a thing says of itself
	}
	if len(at) > 1 {
		u.Name = at[1]
		entry := f.root.Get(u.Section).Get(u.Name)
		u.Title = English(entry.Get("title"))
		if what == "" {
			u.Path, u.What = u.Section+"."+u.Name, brief(entry, nil)
		}
	}
	if !slices.Contains(f.found, u) {
		f.found = append(f.found, u)
	}
}

// below reports whether a path leads to or below another.
func below(path, other string) bool { return path == other || strings.HasPrefix(path, other+".") }

// touches reports whether one of two paths leads to or below the other.
func touches(a, b string) bool { return below(a, b) || below(b, a) }

// passing finds the markets whose routes pass a segment, those that are found on the network
// too.
func (f *finder) passing() {
	if f.of.section != "segments" {
		return
	}
	index, known := f.in.compiler.segments[f.of.name]
	if !known {
		return
	}
	for i := range f.in.Corridor.Markets {
		var routes []string
		for _, r := range f.in.Corridor.Markets[i].Routes {
			if slices.Contains(r.Segments, index) {
				routes = append(routes, r.Name)
			}
		}
		if len(routes) > 0 {
			f.add([]string{"markets", f.in.Corridor.Markets[i].Name, "routes"}, "routes "+strings.Join(routes, ", "))
		}
	}
}

// outcomes finds what is drawn about a project by its class and kind.
func (f *finder) outcomes() {
	for _, u := range f.in.Uncertainties {
		if strings.Contains(u.Name, "/") && u.Path != "" && touches(u.Path, f.of.path) {
			f.found = append(f.found, Use{Section: "delivery", Name: u.Name, Path: "delivery", What: "draws " + u.Path})
		}
	}
}

// walk looks at every value of the scenario.
func (f *finder) walk(t *text.Tree, s *spec, at []string) {
	if t == nil || s == nil || s.told {
		return
	}
	s = s.resolve(t)
	switch {
	case t.Kind == text.Scalar:
		if f.speaks(t.Text, s, at) {
			f.add(at, f.says(at, t))
		}
	case t.Kind == text.List:
		f.items(t, s, at)
	default:
		for _, e := range t.Entries {
			f.entry(e, s, append(slices.Clip(at), e.Key))
		}
	}
}

// says is what is said of the thing at a place: of entries that have much else to say the key and
// its value, of others "", so that they are told whole.
func (f *finder) says(at []string, t *text.Tree) string {
	key := strings.Join(at[min(2, len(at)):], ".")
	switch {
	case f.of.section == "sources":
		return key
	case slices.Contains([]string{"markets", "measures", "projects", "segments", "rivals", "pools"}, at[0]):
		return key + ": " + brief(t, nil)
	}
	return ""
}

// items looks at the items of a list, all of which are one use.
func (f *finder) items(t *text.Tree, s *spec, at []string) {
	item := s.item
	if s.form == formSource {
		item = s
	}
	for _, one := range t.Items {
		switch {
		case one.Kind != text.Scalar:
			f.walk(one, item, at)
		case item != nil && f.speaks(one.Text, item, at):
			f.add(at, f.says(at, t))
			return
		}
	}
}

// entry looks at an entry of a map, whose name may be that of a thing elsewhere.
func (f *finder) entry(e text.Entry, s *spec, at []string) {
	if f.of.name != "" && s.by == f.of.section && (e.Key == f.of.name || s.selects != "" && f.selected(e.Key)) {
		switch what, bears := f.bearing(e.Tree, s); {
		case !bears:
		case s.item == changeSpec:
			f.add(at, what+f.serves(at))
		default:
			f.add(at, f.says(at, e.Tree))
		}
		return
	}
	item := s.child(e.Key)
	if item == nil {
		item = commentary[e.Key] // beside a number
	}
	f.walk(e.Tree, item, at)
}

// bearing is what an entry says of the thing, as far as it bears on the key that the path leads
// to.
func (f *finder) bearing(t *text.Tree, s *spec) (what string, bears bool) {
	if s.item != changeSpec || f.of.key == "" {
		return brief(t, nil), s.item == changeSpec || f.refers(nil)
	}
	on := *t
	on.Entries = slices.DeleteFunc(slices.Clone(t.Entries), func(e text.Entry) bool {
		i := slices.IndexFunc(changes, func(c change) bool { return c.key == e.Key })
		return i < 0 || !slices.Contains(changedKeys(changes[i].quantity), f.of.key)
	})
	return brief(&on, nil), len(on.Entries) > 0
}

// serves says from when a project or measure that changes something serves.
func (f *finder) serves(at []string) string {
	if at[0] != "projects" && at[0] != "measures" {
		return ""
	}
	from := f.in.Corridor.Projects[f.in.compiler.projects[at[1]]].Completion()
	if from == calendar.Never {
		return "; does not go ahead"
	}
	return "; serves from " + from.String()
}

// changedKeys are the keys of a segment that say what a change is made to.
func changedKeys(q model.Quantity) []string {
	switch q {
	case model.Effectiveness:
		return []string{"capacity", "effectiveness"}
	case model.FreeFlowDays:
		return []string{"free_flow_days"}
	case model.CostUSDPerT:
		return []string{"cost_usd_per_t"}
	case model.StorageMt:
		return []string{"storage_mt"}
	case model.DepthM:
		return []string{"draft"}
	case model.Closure, model.Availability:
		return []string{"availability"}
	}
	return []string{"capacity"}
}

// speaks reports whether a value names the thing, or leads to the path or into it.
func (f *finder) speaks(said string, s *spec, at []string) bool {
	switch s.form {
	case formReference:
		return f.of.name != "" && said == f.of.name && slices.Contains(s.sections, f.of.section) && f.refers(at)
	case formSelector:
		return s.sections[0] == f.of.section && f.selected(said) && f.refers(at)
	case formRival:
		return said == f.of.name && f.of.section == "rivals"
	case formSource:
		return said == f.of.name && f.of.section == "sources"
	case formPattern:
		return f.of.section == "uncertainties" && matches(said, f.of.name)
	case formExpression:
		return f.of.section == "metrics" && regexp.MustCompile(`\b`+regexp.QuoteMeta(f.of.name)+`\b`).MatchString(said)
	case formPath:
		if at[0] == "studies" {
			market, route, _ := strings.Cut(said, ".")
			return touches("markets."+market+".routes."+route, f.of.path)
		}
		return slices.ContainsFunc(Paths(f.root, said), func(one string) bool { return touches(one, f.of.path) })
	case formText:
		to, _, set := strings.Cut(said, "=")
		return set && at[0] == "levers" && at[len(at)-1] == "set" && slices.ContainsFunc(Paths(f.root, to), func(one string) bool { return touches(one, f.of.path) })
	}
	return false
}

// selected reports whether a selector names the thing, or what it is one of.
func (f *finder) selected(selector string) bool {
	names, _ := selected(f.root, f.of.section, selector)
	return slices.Contains(names, f.of.name)
}

// matches reports whether a pattern stands for a name.
func matches(pattern, name string) bool {
	match, _ := path.Match(pattern, name)
	return match
}

// refers reports whether a place that names the thing says something of the key that the path
// leads to. Routes through segments are found otherwise, and what shuts a segment or counts its
// capacity says nothing of its price.
func (f *finder) refers(at []string) bool {
	if f.of.section != "segments" {
		return true
	}
	return (len(at) == 0 || at[0] != "markets") && (f.of.key == "" || slices.Contains(limiting, f.of.key))
}

// limiting are the keys of a segment that limit what passes it.
var limiting = []string{"capacity", "availability", "effectiveness", "catch_up", "storage_mt", "draft", "other_traffic_mt_per_year", "includes_weather"}
