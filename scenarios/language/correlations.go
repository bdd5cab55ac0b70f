package language

import (
	"errors"
	"fmt"
	"math"
	"path"
	"slices"
	"strings"

	"corridor/scenarios/text"
	"corridor/sim/ensemble"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// together are the uncertainties that go with each other.
type together struct {
	report  *text.Report
	factors []ensemble.Uncertainty
	pairs   map[[2]string]pairing
	order   [][2]string // of the pairs, as they were given
}

// pairing says that two uncertainties go together.
type pairing struct {
	rank float64 // rank correlation; of a factor, that which it gives all who have it
	rho  float64 // correlation of the normal scores
	by   string  // what says so
	at   text.Position
}

// correlations compiles which uncertainties go together: those of projects by their
// country and the two of one project, and those the scenario lists. Drawn are the
// uncertainties there are; what is certain may be named all the same.
func (c *compiler) correlations(s *Compiled, drawn []ensemble.Uncertainty) *together {
	t := &together{report: c.report, pairs: map[[2]string]pairing{}}
	isDrawn := func(name string) bool {
		return slices.ContainsFunc(drawn, func(u ensemble.Uncertainty) bool { return u.Name == name })
	}
	c.countries(t, isDrawn)
	known := c.top.of("uncertainties").names()
	for _, o := range outcomesOf(c.top) {
		known = append(known, o.Name())
	}
	for _, v := range c.top.of("correlations").each() {
		members, group := c.members(v, known)
		rank := v.of("rank")
		switch {
		case len(members) == 0:
			continue // reported
		case len(members) == 1:
			c.report.Mistake(v.of("of").place(v.value), "%s is alone here, expected at least two uncertainties that go together", members[0])
		case math.Abs(rank.number()) >= 1:
			c.report.Mistake(rank.place(v.value), "rank is %s, which makes one number follow from the other; expected a number between -1 and 1", plainNumber(rank.number()))
		case rank.number() < 0 && random.FromRank(rank.number())*float64(len(members)-1) <= -1:
			least := math.Ceil(float64(rankOf(-1/float64(len(members)-1))*100)+0.5) / 100
			c.report.Mistake(rank.place(v.value), "no %d numbers can all have a rank correlation of %s with each other, expected at least %s",
				len(members), plainNumber(rank.number()), plainNumber(least))
		default:
			s.Posterior.lost(v.name, members, isDrawn, v.of("of").place(v.value), c.report)
			if v.of("title").given() {
				s.Groups = append(s.Groups, Group{title(v), members})
			}
			t.group(v.name, title(v), members, rank.number(), rank.place(v.value), group && slices.ContainsFunc(members, isDrawn))
		}
	}
	return t
}

// members lists the uncertainties a correlation is of, and whether it is a group
// rather than a pair.
func (c *compiler) members(v namedValue, known []string) (members []string, group bool) {
	of := v.of("of")
	sound := true
	for _, item := range of.Items {
		found := false
		for _, name := range known {
			if match, _ := path.Match(item.Text, name); match {
				found = true
				if !slices.Contains(members, name) {
					members = append(members, name)
				}
			}
		}
		switch sound = sound && found; {
		case found:
		case strings.Contains(item.Text, star):
			c.report.Mistake(item.Position, "no uncertainty has a name like %q", text.Short(item.Text))
		default:
			c.report.Mistake(item.Position, "there is no uncertainty %q%s", text.Short(item.Text), text.DidYouMean(item.Text, known))
		}
	}
	if len(of.Items) == 0 {
		c.report.Mistake(of.place(v.value), "correlation %s names no uncertainty, expected at least two", v.name)
	}
	if !sound {
		return nil, false
	}
	return members, len(members) > 2
}

// group makes every two members go together. A group, other than a pair, does so by
// a factor of its own, so that nobody's numbers depend on who else is in it.
func (t *together) group(name, title string, members []string, rank float64, at text.Position, group bool) {
	rho := random.FromRank(rank)
	by := "correlation " + name
	shared := false // some two go together already
	for i, b := range members {
		for _, a := range members[:i] {
			shared = !t.pair(a, b, pairing{rank, rho, by, at}) || shared
		}
	}
	if !group || rank <= 0 || shared {
		return
	}
	factor := commonFactor("common/"+name, "What is common to "+title)
	t.factors = append(t.factors, factor)
	t.load(factor.Name, members, pairing{rank, rho, by, at})
}

// load makes a factor part of each member, so that it alone gives every two of them
// the correlation rho.
func (t *together) load(factor string, members []string, p pairing) {
	p.rho = math.Sqrt(p.rho)
	for _, member := range members {
		t.pair(factor, member, p)
	}
}

// pair makes two uncertainties go together, and reports whether they did not
// already. Whoever says something else of them later is mistaken.
func (t *together) pair(a, b string, p pairing) bool {
	key := [2]string{min(a, b), max(a, b)}
	have, given := t.pairs[key]
	if !given {
		t.pairs[key] = p
		t.order = append(t.order, key)
		return true
	}
	if have.rank != p.rank {
		t.report.Mistake(p.at, "%s and %s have a rank correlation of %s already, by %s; here it is %s",
			a, b, plainNumber(have.rank), have.by, plainNumber(p.rank))
	}
	return false
}

// countries makes delays and costs of the projects of a country go together by one
// factor, and more so those of one project.
func (c *compiler) countries(t *together, drawn func(string) bool) {
	delivery := c.top.of("delivery")
	country, own := delivery.of("same_country"), delivery.of("time_and_cost")
	all := outcomesOf(c.top)
	projects := map[string][]string{} // country to the outcomes that go together
	var countries []string
	for i, o := range all {
		if o.kind == "cost" && own.number() != 0 && i > 0 && all[i-1].kind == "delay" && all[i-1].project.name == o.project.name {
			t.pair(all[i-1].Name(), o.Name(), pairing{own.number(), random.FromRank(own.number()), "time_and_cost of delivery", own.place(delivery)})
		}
		if at := o.project.of("country").string(); at != "" && (o.kind == "delay" || o.kind == "cost") {
			if projects[at] == nil {
				countries = append(countries, at)
			}
			projects[at] = append(projects[at], o.Name())
		}
	}
	if country.number() == 0 {
		return
	}
	p := pairing{country.number(), random.FromRank(country.number()), "same_country of delivery", country.place(delivery)}
	for _, at := range countries {
		members := projects[at]
		if !slices.ContainsFunc(members, drawn) {
			continue
		}
		for i, b := range members {
			for _, a := range members[:i] {
				if _, own := t.pairs[[2]string{min(a, b), max(a, b)}]; !own {
					t.pair(a, b, p)
				}
			}
		}
		factor := commonFactor("country/"+at, "What delays and costs in "+tables.CountryName(at)+" have in common")
		t.factors = append(t.factors, factor)
		t.load(factor.Name, members, p)
	}
}

// copula returns what makes the drawn uncertainties go together, nil where none do.
func (t *together) copula(drawn []ensemble.Uncertainty) *random.Copula {
	names := make([]string, len(drawn))
	isDrawn := map[string]bool{}
	for i := range drawn {
		names[i], isDrawn[drawn[i].Name] = drawn[i].Name, true
	}
	c, err := random.NewCorrelation(names)
	if err != nil {
		panic(err) // the names are the keys of maps
	}
	any := false
	for _, key := range t.order {
		if isDrawn[key[0]] && isDrawn[key[1]] {
			any = true
			if err := c.Set(key[0], key[1], t.pairs[key].rho); err != nil {
				panic(err) // between −1 and 1, of two names
			}
		}
	}
	if !any {
		return nil
	}
	q, err := c.Copula()
	if wrong := (*random.IndefiniteError)(nil); errors.As(err, &wrong) {
		t.impossible(wrong)
	}
	return q
}

// impossible reports a correlation that the others do not allow.
func (t *together) impossible(e *random.IndefiniteError) {
	p := t.pairs[[2]string{min(e.A, e.B), max(e.A, e.B)}]
	low, high := rankOf(e.Low), rankOf(e.High)
	both, fits := e.A+" and "+e.B, "none would fit"
	// To two digits, and inward.
	low, high = math.Ceil(float64(low*100))/100, math.Floor(float64(high*100))/100
	if e.Low < e.High && low < high {
		fits = fmt.Sprintf("from %s to %s would fit", plainNumber(low), plainNumber(high))
	}
	if slices.ContainsFunc(t.factors, func(u ensemble.Uncertainty) bool { return u.Name == e.B }) {
		// The correlation with a factor is the root of that of those who have it.
		both, fits = e.A+" and the others of "+p.by, "none would fit"
		if most := math.Floor(float64(rankOf(float64(e.High*e.High))*100)) / 100; e.High > 0 && most > 0 {
			fits = fmt.Sprintf("at most %s would fit", plainNumber(most))
		}
	}
	t.report.Mistake(p.at, "%s cannot have a rank correlation of %s: beside what else is said of them %s", both, plainNumber(p.rank), fits)
}

// rankOf is the rank correlation of two numbers with a correlation of normal scores:
// 6/π asin(ρ/2) (K. Pearson, 1907).
func rankOf(rho float64) float64 { return 6 / math.Pi * math.Asin(rho/2) }
