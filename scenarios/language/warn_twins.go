package language

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"corridor/scenarios/text"
)

// twins warns of figures many times as large as every other of the same kind: the same
// key of another market, segment, project.
func (w *warner) twins(strange map[string]bool) {
	groups := map[string][]numbered{}
	var kinds []string
	for i := range w.s.figures {
		f := &w.s.figures[i]
		kind, ok := kindOf(f.Path)
		v := figureValue(f)
		if !ok || v == 0 {
			continue
		}
		if groups[kind] == nil {
			kinds = append(kinds, kind)
		}
		groups[kind] = append(groups[kind], numbered{f, v})
	}
	for _, kind := range kinds {
		f, next, ok := outlier(groups[kind])
		if !ok || slices.ContainsFunc(parents(f.Path), func(parent string) bool { return strange[parent] }) {
			continue
		}
		w.report.Warn(f.Position, "%s is %s, more than %d times as large as any other figure of its kind: the next is %s (%s)",
			f.Path, withUnit(f.Value, f.Unit), far, withUnit(next.Value, next.Unit), next.Path)
	}
}

type numbered struct {
	*Figure
	amount float64 // without its sign
}

// outlier returns the largest figure of a kind if it is far from those that belong to
// other things, and the next.
func outlier(list []numbered) (f, next *Figure, found bool) {
	largest := slices.MaxFunc(list, compareAmounts)
	others := slices.DeleteFunc(slices.Clone(list), func(o numbered) bool { return owner(o.Path) == owner(largest.Path) })
	if len(others) < fewest {
		return nil, nil, false
	}
	second := slices.MaxFunc(others, compareAmounts)
	return largest.Figure, second.Figure, largest.amount > far*second.amount
}

func compareAmounts(a, b numbered) int { return cmp.Compare(a.amount, b.amount) }

// owner is the thing a figure belongs to: markets.boxes of markets.boxes.give_up_per_month.
func owner(path string) string {
	steps := strings.SplitN(path, ".", 3)
	return strings.Join(steps[:min(2, len(steps))], ".")
}

// parents lists the paths above a path.
func parents(path string) (out []string) {
	for i, r := range path {
		if r == '.' {
			out = append(out, path[:i])
		}
	}
	return out
}

// compared are the sections whose figures have twins; those of others are in units of
// their own.
var compared = []string{"segments", "rivals", "markets", "projects", "measures", "cargo"}

// kindOf is a path with * for the names and years in it. Items of lists have no twins.
func kindOf(path string) (kind string, ok bool) {
	steps := strings.Split(path, ".")
	if !slices.Contains(compared, steps[0]) {
		return "", false
	}
	s := schema
	for i, step := range steps {
		if s != nil && s.forms != nil {
			s = s.forms[1]
		}
		switch {
		case s == nil || s.form == formList:
			return "", false
		case s.hasNames():
			steps[i] = star
		}
		s = s.child(step)
	}
	return strings.Join(steps, "."), true
}

func figureValue(f *Figure) float64 {
	v, _ := parseNumber(&text.Tree{Text: f.Value})
	return math.Abs(v)
}

func withUnit(value, unit string) string {
	if unit == "" {
		return value
	}
	return value + " " + unit
}

// figure writes a number with three digits, one of a hundred or more as a whole one.
func figure(v float64) string {
	if math.Abs(v) >= 100 {
		return plainNumber(math.Round(v))
	}
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 2, 64), 64)
	return plainNumber(rounded)
}
