package runs

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"corridor/sim/discovery"
	"corridor/sim/findings"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Discovered is what a discovery comes to.
type Discovered struct {
	Draws, Cases int // of which the condition is known, and that meet it
	Unknown      int // draws without a value that it needs

	Boxes, Limits, Trajectory, Tree *tables.Table

	p           *Discovery
	sample      *discovery.Sample
	train, test []bool // draws on which boxes are found, and that judge them
	found       []*discovery.Found
	tree        discovery.Tree
}

func (d *Discovered) tables() []*tables.Table {
	return []*tables.Table{d.Boxes, d.Limits, d.Trajectory, d.Tree}
}

// Peeling stops at a twentieth of the draws or a quarter of those that meet
// the condition, whichever is less, and at ten.
const (
	leastMass, leastOfCases = 0.05, 0.25
	leastInside             = 10
)

func (d *Discovered) find(ctx context.Context) (err error) {
	s, seed := d.sample, d.p.Sampling.Seed
	d.train, d.test = s.Halves(seed, "discovery/judge", 0, nil)
	all := s.All(d.train)
	least := max(leastInside, int(min(leastMass*float64(all.Draws), leastOfCases*float64(all.Cases))))
	search := discovery.Search{
		Peeling:   discovery.Peeling{Alpha: discovery.UsualAlpha, Least: least},
		Rule:      discovery.Rule{Density: d.p.Wanted.Density, Coverage: d.p.Wanted.Coverage},
		Resamples: resamples, Seed: seed,
	}
	found, err := s.Cover(search, int(d.p.Wanted.Boxes), d.train, d.test)
	if err != nil {
		return invalid(err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	d.tree = s.Grow(discovery.Growing{Least: least, Folds: discovery.UsualFolds, Seed: seed}, d.train)
	d.Trajectory = tables.New(tables.Trajectory)
	d.trajectories(found)
	if d.p.Wanted.Method == CART {
		found = d.leaves()
	}
	d.found = found
	d.Boxes, d.Limits, d.Tree = tables.New(tables.Boxes), tables.New(tables.Limits), tables.New(tables.Tree)
	for i, f := range found {
		d.box(i+1, f)
	}
	d.treeRows()
	return ctx.Err()
}

// leaves are the boxes of a tree: its leaves that are dense enough, those with most cases first.
// Without a wish they are those denser than all draws by half of what is left to 1.
func (d *Discovered) leaves() (found []*discovery.Found) {
	all := d.sample.All(d.train)
	enough := d.p.Wanted.Density
	if enough == 0 {
		enough = (all.Density() + 1) / 2
	}
	for at := range d.tree {
		n := &d.tree[at]
		if n.IsLeaf() && n.Parent >= 0 && n.Density() >= enough {
			b := d.sample.Rounded(d.tree.Box(d.sample, at))
			found = append(found, &discovery.Found{Box: b, In: d.sample.In(b, d.train), Judged: d.sample.In(b, d.test), Rated: d.sample.Rate(b, d.train)})
		}
	}
	slices.SortStableFunc(found, func(a, b *discovery.Found) int { return cmp.Compare(b.In.Cases, a.In.Cases) })
	return found[:min(len(found), int(d.p.Wanted.Boxes))]
}

// discoveryConfidence is that of the intervals.
const discoveryConfidence = 0.95

// box writes the rows of a box.
func (d *Discovered) box(number int, f *discovery.Found) {
	all, judged := d.sample.All(d.train), d.sample.All(d.test)
	densityLow, densityHigh := stats.Wilson(uint64(f.Judged.Cases), uint64(f.Judged.Draws), discoveryConfidence)
	coverageLow, coverageHigh := stats.Wilson(uint64(f.Judged.Cases), uint64(judged.Cases), discoveryConfidence)
	name, p := d.p.Scenario.Name, d.p
	d.Boxes.Append(name, p.Where, p.Wanted.Method, number, len(f.Box.Restricted()), all.Draws, all.Cases, f.In.Draws, f.In.Cases, f.In.Density(), part(f.In.Cases, all.Cases),
		judged.Draws, judged.Cases, f.Judged.Draws, f.Judged.Cases,
		tables.Finite(f.Judged.Density()), densityLow, densityHigh, part(f.Judged.Cases, judged.Cases), coverageLow, coverageHigh,
		part(f.Judged.Draws, judged.Draws), BoxFile(number))
	for _, r := range f.Rated {
		d.side(number, f, &r, all)
	}
}

// side writes the row of a side of a box. The two of an input that takes a few values are one row.
func (d *Discovered) side(number int, f *discovery.Found, r *discovery.Rated, all discovery.Tally) {
	u, l := &d.p.inputs[r.Input], &f.Box[r.Input]
	side, limit, among, labels := tables.AtLeast, any(l.Low), "", ""
	if r.End == discovery.High {
		side, limit = tables.AtMost, l.High
	}
	alone := discovery.None()
	switch few := d.sample.Few(r.Input); {
	case few != nil || r.End == discovery.Categories:
		if r.End == discovery.High && l.HasLow() {
			return // said with the least value
		}
		side, limit, alone = tables.Among, nil, *l
		var inside, stand []string
		for _, v := range few {
			if l.Holds(v) {
				inside = append(inside, strconv.FormatFloat(v, 'g', -1, 64))
				if u.Labels != nil {
					stand = append(stand, u.Labels[v])
				}
			}
		}
		among, labels = strings.Join(inside, ";"), strings.Join(stand, ";")
	case r.End == discovery.Low:
		alone.Low = l.Low
	default:
		alone.High = l.High
	}
	values := slices.Clone(d.sample.Inputs[r.Input].Values)
	beyond := 0
	for _, v := range values {
		if !alone.Holds(v) {
			beyond++
		}
	}
	slices.Sort(values)
	var atCoverage, atDensity any
	if f.Reproduced != nil {
		atCoverage, atDensity = f.Reproduced[r.Input].AtCoverage, f.Reproduced[r.Input].AtDensity
	}
	title, unit := findings.FigureWords(u.Name, u.Title, u.Path, &d.p.Scenario.Labels)
	row := []any{d.p.Scenario.Name, number, u.Name, title, unit, u.Path, side, limit, among, part(beyond, len(values)),
		r.QuasiP, r.Without.Density(), part(r.Without.Cases, all.Cases), atCoverage, atDensity, values[0]}
	for _, q := range []float64{0.05, 0.25, 0.5, 0.75, 0.95} {
		row = append(row, stats.Quantile(values, q))
	}
	last := values[len(values)-1]
	d.Limits.Append(append(row, last, labels, u.Labels[values[0]], u.Labels[last])...)
}

// trajectories writes the steps of peeling.
func (d *Discovered) trajectories(found []*discovery.Found) {
	all, judged := d.sample.All(d.train), d.sample.All(d.test)
	test := slices.Clone(d.test)
	for i, f := range found {
		for step := range f.Steps {
			st := &f.Steps[step]
			in := d.sample.In(st.Box, test)
			cut := ""
			if st.Cut >= 0 {
				cut = d.p.inputs[st.Cut].Name
			}
			d.Trajectory.Append(d.p.Scenario.Name, i+1, step, cut, st.Draws, st.Cases, st.Density(), part(st.Cases, all.Cases), part(st.Draws, all.Draws),
				len(st.Box.Restricted()), tables.Finite(in.Density()), part(in.Cases, judged.Cases), step == f.Chosen)
		}
		for draw := range test {
			test[draw] = test[draw] && !d.sample.Holds(f.Box, draw)
		}
	}
}

// treeRows writes the tree.
func (d *Discovered) treeRows() {
	judged := make([]discovery.Tally, len(d.tree))
	for draw, isTest := range d.test {
		if isTest {
			for at := d.tree.Leaf(d.sample, draw); at >= 0; at = d.tree[at].Parent {
				judged[at].Count(d.sample.Cases[draw])
			}
		}
	}
	depth := make([]int, len(d.tree))
	for at := range d.tree {
		n := &d.tree[at]
		var parent, left, right, split any
		input, title, among := "", "", ""
		if n.Parent >= 0 {
			parent, depth[at] = n.Parent, depth[n.Parent]+1
		}
		if !n.IsLeaf() {
			left, right = n.Left, n.Right
			u := &d.p.inputs[n.Input]
			input = u.Name
			title, _ = findings.FigureWords(u.Name, u.Title, u.Path, &d.p.Scenario.Labels)
			if split = n.At; n.Take != nil {
				split, among = nil, strings.Trim(strings.ReplaceAll(fmt.Sprint(n.Take), " ", ";"), "[]")
			}
		}
		d.Tree.Append(d.p.Scenario.Name, at, parent, depth[at], input, title, split, among, n.Draws, n.Cases, n.Density(),
			judged[at].Draws, tables.Finite(judged[at].Density()), left, right)
	}
}

// part is a share, no value of nothing.
func part(of, all int) any { return tables.Finite(float64(of) / float64(all)) }
