package language

import (
	"slices"
	"strconv"

	"corridor/model/calendar"
	"corridor/scenarios/text"
	"corridor/sim/hindcast"
)

// AsKnown returns a checked tree as a kind of hindcast knows it at the end of an origin year.
//
// Of numbers by year or date, those for the origin and before stay: what had happened by then
// is taken from whoever wrote of it later. Of those for later, the ones that had become known
// stay. The others go, so that the last one holds; an assumption for a later year without a
// date of its own is hindsight, and goes too. A conditional hindcast is given them as they
// came, but for potentials and shares. Numbers for all years are the model's own and stay.
//
// What was not agreed, begun or published by then is not there: agreements come to nothing, but
// to an informed run, and projects and measures do not go ahead; to a forecast, dated shocks
// neither.
func AsKnown(root *text.Tree, figures []Figure, kind hindcast.Kind, origin int) *text.Tree {
	k := knower{by: hindcast.Year(origin).To, kind: kind, origin: origin, known: map[string]string{}}
	for i := range figures {
		k.known[figures[i].Path] = figures[i].Known
	}
	out := k.below(root, schema, "").Dropped("levers") // which may be of what came later
	if (value{root, schema}).of("hindcast").of("base_at_origin").boolean() {
		return with(out, "base_year", strconv.Itoa(origin))
	}
	return out
}

type knower struct {
	by     calendar.Month
	kind   hindcast.Kind
	origin int
	known  map[string]string // month by path of figure
}

// seen reports whether a figure had become known.
func (k *knower) seen(path string) bool {
	known := k.known[path]
	return known != "" && known <= k.by.String()
}

// below returns a tree as it was known. What it changes it copies.
func (k *knower) below(t *text.Tree, s *spec, path string) *text.Tree {
	if t == nil || s == nil || t.Kind != text.Map || isValue(t) {
		return t
	}
	s = s.resolve(t)
	switch {
	case s.form == formByYear:
		return k.byDate(t, s, path)
	case s == agreementSpec && k.kind != hindcast.Informed && !k.seen(join(path, "mt_per_year")) && (value{t, s}).of("from").month() > k.by:
		return with(t, "mt_per_year", "0")
	case (s == projectSpec || s == measureSpec) && startOf(value{t, s}) > k.by && !k.announced(t, s, path):
		return with(t, "enabled", "false")
	}
	out := *t
	out.Entries = nil
	for _, e := range t.Entries {
		child := s.child(e.Key)
		if child == shockSpec && k.kind == hindcast.Forecast && beginsIn(value{e.Tree, child}) > k.by && !k.announced(e.Tree, child, join(path, e.Key)) {
			continue
		}
		if e.Tree = k.below(e.Tree, child, join(path, e.Key)); e.Tree != nil {
			out.Entries = append(out.Entries, e)
		}
	}
	if s == growthSpec && out.Get(pathKey) == nil && out.Get(carriedKey) == nil {
		none := text.Entry{Key: strconv.Itoa(k.origin), At: t.Position, Tree: &text.Tree{Position: t.Position, Text: "0"}}
		out.Set(text.Entry{Key: pathKey, At: t.Position, Tree: &text.Tree{Position: t.Position, Kind: text.Map, Entries: []text.Entry{none}}})
	}
	return &out
}

// byDate drops the numbers of a map by year or date that were not known. Of potentials, or of
// what was carried, it returns nil where none was; of others the first stays, which holds
// before its year too.
func (k *knower) byDate(t *text.Tree, s *spec, path string) *text.Tree {
	potential := s == potentialSpec || s == carriedSpec
	demand := potential || s == sharesSpec
	if k.kind != hindcast.Forecast && !demand {
		return t
	}
	out := *t
	out.Entries = nil
	var first *text.Entry
	left := 0
	for i, e := range t.Entries {
		from, dated := beginning(e.Key)
		if dated && (first == nil || from < k.from(first)) {
			first = &t.Entries[i]
		}
		if dated && from > k.by && !k.seen(join(path, e.Key)) {
			continue
		}
		if dated {
			left++
		}
		out.Entries = append(out.Entries, e)
	}
	switch {
	case left > 0 || first == nil:
	case potential:
		return nil
	default:
		out.Entries = append(out.Entries, *first)
	}
	return &out
}

func (k *knower) from(e *text.Entry) calendar.Month {
	from, _ := beginning(e.Key)
	return from
}

// announced reports whether any figure below a tree had become known.
func (k *knower) announced(t *text.Tree, s *spec, path string) bool {
	if t == nil || s == nil {
		return false
	}
	s = s.resolve(t)
	if s.form == formNumber {
		return k.seen(path)
	}
	return slices.ContainsFunc(t.Entries, func(e text.Entry) bool {
		return commentary[e.Key] == nil && k.announced(e.Tree, s.child(e.Key), join(path, e.Key))
	})
}

// with returns a map with another plain value under a key.
func with(t *text.Tree, key, to string) *text.Tree {
	out := *t
	out.Entries = slices.Clone(t.Entries)
	at := t.PlaceOf(key)
	out.Set(text.Entry{Key: key, At: at, Tree: &text.Tree{Position: at, Text: to}})
	return &out
}
