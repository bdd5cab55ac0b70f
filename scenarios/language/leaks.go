package language

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"corridor/model"
	"corridor/scenarios/text"
	"corridor/sim/hindcast"
)

// near is how close two numbers are that are taken for the same.
const near = 1e-3

// Leaks lists what a hindcast would be told of the years it is tested on: capacities,
// potentials, base shares and penalties of reliability that act in a test year and rest on
// what was observed in it. A figure does,
//
//   - by date, where it is given for a year after the origin and became known after it;
//   - by source, where it was assumed or worked out with a work that tells what came in the
//     test year, a capacity with no other;
//   - by value, where it is what came in the test year and has no date before it.
//
// What is given for the origin and the years before it had been observed by then, and is
// allowed; so are rates, water, closures and shocks, which a conditional hindcast is given.
func (s *Compiled) Leaks(h *hindcast.History) []text.Diagnostic {
	if s.Hindcast == nil {
		return nil
	}
	l := leaks{Compiled: s, history: h, years: map[string][]int{}}
	for i := range s.figures {
		if around, year, ok := dateOf(s.figures[i].Path); ok {
			l.years[around] = append(l.years[around], year)
		}
	}
	var out []text.Diagnostic
	for i := range s.figures {
		if why := l.of(&s.figures[i]); why != "" {
			out = append(out, text.Diagnostic{Position: s.figures[i].Position, Message: why})
		}
	}
	return out
}

type leaks struct {
	*Compiled
	history *hindcast.History
	years   map[string][]int // of the numbers by year, by the path around them
}

// dateOf splits a path that ends on a year or month.
func dateOf(path string) (around string, year int, ok bool) {
	i := strings.LastIndex(path, ".")
	if i < 0 {
		return "", 0, false
	}
	from, ok := beginning(path[i+1:])
	return path[:i], from.Year(), ok
}

// test is a year that is run from an origin.
type test struct{ origin, year int }

// tests lists those of the scenario, the rolling origins first.
func (l *leaks) tests() (all []test) {
	h := l.Hindcast
	for _, year := range h.TestYears() {
		all = append(all, test{year - 1, year})
	}
	for _, year := range h.FitYears[1:] {
		all = append(all, test{h.FitYears[0] - 1, year})
	}
	return all
}

// suspect is a figure that may say what came.
type suspect struct {
	*Figure
	what    string               // it is, in words
	year    int                  // it is given for; 0 for all
	counts  func(c string) bool  // cargo classes it is about
	segment string               // it is about, "" for none
	mt      func(t test) float64 // what it comes to in Mt a year, NaN where that is not known
}

// of says why a figure is a leak, or returns "".
func (l *leaks) of(f *Figure) string {
	c, ok := l.suspect(f)
	if !ok {
		return ""
	}
	for _, t := range l.tests() {
		if !l.acts(c, t) || c.year != 0 && c.year <= t.origin {
			continue // or observed by the origin
		}
		late := f.Known > hindcast.Year(t.origin).To.String()
		if late && c.year != 0 {
			return fmt.Sprintf("%s acts in the test of %d, and became known in %s, after the end of the origin year %d%s; %s",
				c.what, t.year, f.Known, t.origin, l.beside(c, t), instead)
		}
		if o := l.sameSource(c, t.year); o != nil {
			return fmt.Sprintf("%s acts in the test of %d, and rests on the work that tells %s; %s", c.what, t.year, told(o), instead)
		}
		if late || f.Known == "" {
			if o := l.sameValue(c, t); o != nil {
				return fmt.Sprintf("%s acts in the test of %d, and is to 0.1 %% what came, %s; %s", c.what, t.year, told(o), instead)
			}
		}
	}
	return ""
}

const instead = "give what was agreed or possible by then, with known: or a source of the time"

// told names an observation, with its place.
func told(o *hindcast.Observation) string {
	return fmt.Sprintf("%s of %v, %s %s (observed.csv:%d)", o.Series.Name, o.Period, plainNumber(o.Value), o.Series.Unit, o.Line)
}

// suspect says what a figure is; false where it cannot be a leak.
func (l *leaks) suspect(f *Figure) (*suspect, bool) {
	steps := strings.Split(f.Path, ".")
	c := &suspect{Figure: f, counts: func(string) bool { return true }, mt: func(test) float64 { return math.NaN() }}
	_, c.year, _ = dateOf(f.Path)
	in := ""
	if c.year != 0 {
		in = " in " + strconv.Itoa(c.year)
	}
	switch {
	case steps[0] == "segments" && len(steps) > 3 && steps[2] == "capacity":
		c.what, c.segment = "the capacity of "+steps[1]+in, steps[1]
		accepts := l.compiler.top.of("segments").of(steps[1]).of("accepts")
		c.counts = func(cargo string) bool { return cargo == "" || !accepts.given() || accepts.Get(cargo) != nil }
		c.mt = func(test) float64 { return l.capacityMt(f, steps) }
	case steps[0] == "rivals" && len(steps) > 2 && steps[2] == "reliability_usd_per_t":
		c.what = "the penalty of " + steps[1] + in
	case steps[0] == "markets" && len(steps) > 4 && steps[2] == "routes" && steps[4] == "reliability_usd_per_t":
		c.what = "the penalty of " + steps[3] + " in market " + steps[1] + in
	case steps[0] == "markets" && len(steps) > 4 && steps[2] == "routes" && steps[4] == "share":
		c.what = "the base share of " + steps[3] + " in market " + steps[1] + in
		if c.year == 0 && !l.Hindcast.BaseAtOrigin {
			c.year = l.compiler.baseYear
		}
		c.counts = func(cargo string) bool { return cargo == l.market(steps[1]).Cargo }
		c.mt = func(t test) float64 { return l.carriedMt(f, steps[1], t) }
	case steps[0] == "markets" && len(steps) > 4 && (steps[3] == pathKey || steps[3] == carriedKey):
		c.what = "the potential of " + steps[1] + in
		c.counts = func(cargo string) bool { return cargo == l.market(steps[1]).Cargo }
	default:
		return nil, false
	}
	return c, true
}

// acts reports whether a figure is used in a test year: of numbers by year the last one by
// then, or the first, and those that a straight line leads to. Potentials and shares are used
// where they had become known.
func (l *leaks) acts(c *suspect, t test) bool {
	around, year, byYear := dateOf(c.Path)
	if !byYear {
		return true
	}
	if strings.HasSuffix(around, "."+pathKey) || strings.HasSuffix(around, "."+carriedKey) || strings.HasSuffix(around, ".share") {
		return year <= t.year && (year <= t.origin || c.Known != "" && c.Known <= hindcast.Year(t.origin).To.String())
	}
	years := slices.Clone(l.years[around])
	slices.Sort(years)
	next, exact := slices.BinarySearch(years, t.year)
	if exact {
		return year == t.year
	}
	last := years[max(next-1, 0)]
	s := l.compiler.specAt(around)
	joined := s != nil && s.course == straight
	return year == last || joined && next < len(years) && year == years[next]
}

// market returns a market by name.
func (l *leaks) market(name string) *model.Market {
	return &l.Corridor.Markets[l.compiler.markets[name]]
}

// capacityMt returns a capacity in Mt a year; NaN where the figure is but a part of it.
func (l *leaks) capacityMt(f *Figure, steps []string) float64 {
	v, err := strconv.ParseFloat(f.Value, 64)
	switch {
	case err != nil:
		return math.NaN()
	case steps[3] == "fixed_mt_per_year":
		return v
	case steps[3] == "units":
		of := l.compiler.top.of("segments").of(steps[1]).of("capacity").of("units").of("of").string()
		return v * l.Labels.Cargo[of].TonnesPerUnit / 1e6
	}
	return math.NaN()
}

// carriedMt returns what a base share comes to in a test year, of the potential as it is known
// at the origin and grows from there.
func (l *leaks) carriedMt(f *Figure, market string, t test) float64 {
	share, err := strconv.ParseFloat(f.Value, 64)
	if m := l.market(market); err == nil && len(m.Schedule) == 0 {
		known := hindcast.From(l.Corridor, t.origin, nil).Markets[l.compiler.markets[market]].Growth
		return share * known.Path(t.year, 1)[0]
	}
	return math.NaN()
}

// sameSource returns an observation of a year that a work tells on which a figure rests
// otherwise than by saying it. A capacity that other works bear out as well does not.
func (l *leaks) sameSource(c *suspect, year int) *hindcast.Observation {
	if !c.Assumed() {
		return nil
	}
	var told *hindcast.Observation
	for _, name := range c.Works() {
		o := l.toldBy(address(l.compiler.top.of("sources").Get(name).TextOf("url")), year)
		if o == nil && c.segment != "" {
			return nil
		}
		if told == nil {
			told = o
		}
	}
	return told
}

// toldBy returns an observation of a year that a page tells, or nil.
func (l *leaks) toldBy(page string, year int) *hindcast.Observation {
	for i := range l.history.Observations {
		if o := &l.history.Observations[i]; page != "" && o.Within(year) && address(o.URL) == page {
			return o
		}
	}
	return nil
}

// address is what of an address tells one page from another.
func address(url string) string {
	_, rest, _ := strings.Cut(url, "://")
	return strings.TrimSuffix(strings.TrimPrefix(cmp.Or(rest, url), "www."), "/")
}

// sameValue returns the observation of the test year that a figure is the same as.
func (l *leaks) sameValue(c *suspect, t test) *hindcast.Observation {
	mt := c.mt(t)
	for i := range l.history.Observations {
		o := &l.history.Observations[i]
		if o.Period != hindcast.Year(t.year) || !c.counts(o.Series.Cargo()) {
			continue
		}
		if came := o.Value * o.Series.TonnesPerUnit(&l.Labels) / 1e6; came > 0 && math.Abs(mt/came-1) <= near {
			return o
		}
	}
	return nil
}

// beside names what came of a capacity in a test year, where a series counts it.
func (l *leaks) beside(c *suspect, t test) string {
	for i := range l.history.Observations {
		if o := &l.history.Observations[i]; c.segment != "" && o.Period == hindcast.Year(t.year) && o.Series.Through(c.segment) {
			return ", as did " + told(o)
		}
	}
	return ""
}
