package runs

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"corridor/scenarios"
	"corridor/sim/discovery"
	"corridor/sim/ensemble"
	"corridor/sim/tables"
)

// Discovery is where a condition on the futures of a scenario holds.
type Discovery struct {
	Scenario *scenarios.Scenario
	Sampling Sampling
	Where    string // the condition
	Wanted   Wanted
	Kept     string // directory whose draws are read; "" for draws to be simulated, which are the same

	condition *tables.Condition // when it has been checked
	futures   *ensemble.Ensemble
	inputs    []ensemble.Uncertainty // that a box can limit

	Discovered *Discovered // when it has been done
}

// Wanted says which boxes are wanted.
type Wanted struct {
	Density  float64 `json:"density,omitempty"`  // the widest box of at least this density; 0 for the knee of the trajectory
	Coverage float64 `json:"coverage,omitempty"` // the densest of at least this coverage; 0 likewise
	Boxes    uint64  `json:"boxes"`              // at most
	Method   string  `json:"method"`             // one of DiscoveryMethods
}

// The methods by which boxes are found.
const (
	PRIM = "prim"
	CART = "cart"
)

// DiscoveryMethods lists them.
var DiscoveryMethods = []string{PRIM, CART}

// UsualBoxes are those of a discovery that says nothing else; MostBoxes is the most.
const UsualBoxes, MostBoxes = 3, 20

// LeastCases is how many draws must meet a condition, and how many must not, for what they have in
// common to be told from chance: half of them are held out.
const LeastCases = 40

// resamples is how often finding is repeated on random halves (Bryant & Lempert 2010 take ten).
const resamples = 10

// Name is that of the scenario's discovery.
func (p *Discovery) Name() string { return p.Scenario.Name + "-discovery" }

// OfKept returns the discovery on the draws that corridor ensemble --keep has kept in a directory.
func OfKept(dir, where string, wanted Wanted) (*Discovery, error) {
	kept, err := keptIn(dir)
	if err != nil {
		return nil, err
	}
	return &Discovery{Scenario: kept.Scenario, Sampling: kept.Sampling, Where: where, Wanted: wanted, Kept: dir}, nil
}

func (p *Discovery) check() (err error) {
	w := &p.Wanted
	switch {
	case w.Density < 0 || w.Density > 1 || math.IsNaN(w.Density):
		return invalidf("the density is %v, expected a share", w.Density)
	case w.Coverage < 0 || w.Coverage > 1 || math.IsNaN(w.Coverage):
		return invalidf("the coverage is %v, expected a share", w.Coverage)
	case w.Density > 0 && w.Coverage > 0:
		return invalidf("a density and a coverage are asked for, expected one of them: the other follows")
	case w.Boxes < 1 || w.Boxes > MostBoxes:
		return invalidf("%d boxes, expected from 1 to %d", w.Boxes, MostBoxes)
	case len(p.Where) > mostCondition:
		return invalidf("the condition has %d letters, expected at most %d", len(p.Where), mostCondition)
	case !slices.Contains(DiscoveryMethods, w.Method):
		return invalidf("there is no method %q, expected prim or cart", w.Method)
	}
	if p.condition, err = ParseCondition(p.Scenario, p.Where); err != nil {
		return err
	}
	if p.Kept != "" {
		if err := readable(p.condition); err != nil {
			return err
		}
	}
	if p.futures, err = p.Sampling.futures(p.Scenario, false); err != nil {
		return err
	}
	p.inputs = nil
	for _, u := range drawnOf(p.Scenario) {
		if u.Distribution.Quantile(0) < u.Distribution.Quantile(1) {
			p.inputs = append(p.inputs, u)
		}
	}
	row := uint64(len(p.futures.Alternatives[0].Inputs())+len(p.condition.Words())) * 16
	switch {
	case len(p.inputs) == 0:
		return invalidf("nothing is uncertain in %s but hazards, which no box can limit", p.Scenario.Name)
	case p.Sampling.Draws < 2*LeastCases:
		return invalidf("%s too few: at least %d must meet the condition, and as many must not", tables.Counted(p.Sampling.Draws, "draw is", "draws are"), LeastCases)
	case p.Sampling.Draws > mostMemory/row:
		return invalidf("%d draws would take %d GB of memory, expected at most %d", p.Sampling.Draws, p.Sampling.Draws*row>>30, mostMemory/row)
	}
	return nil
}

func (p *Discovery) asks(m *Manifest) {
	m.Command, m.Scenario, m.Cells = kindDiscovery, p.Scenario.Name, []Cell{NewCell(p.Scenario, p.Scenario.Name)}
	m.Where, m.Wanted = p.Where, &p.Wanted
	p.Sampling.enter(m)
}

func (p *Discovery) do(ctx context.Context, by *means) (*results, error) {
	var columns *drawnColumns
	var err error
	if p.Kept != "" {
		columns, err = p.readDraws(ctx)
	} else {
		columns, err = p.simulateDraws(ctx, by)
	}
	if err != nil {
		return nil, err
	}
	d, err := p.discover(ctx, columns)
	if err != nil {
		return nil, err
	}
	p.Discovered = d
	out := &results{described: Describe(p.Scenario, d.tables()), large: map[string]string{}}
	out.described.Seed = &p.Sampling.Seed
	for i := range d.found {
		text, err := p.overlay(d, i)
		if err != nil {
			return nil, err
		}
		scratch, err := by.scratch()
		if err != nil {
			return nil, err
		}
		name := BoxFile(i + 1)
		out.large[name] = filepath.Join(scratch, name)
		if err := os.WriteFile(out.large[name], []byte(text), 0o666); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// BoxFile is the overlay of a box, counted from 1, in the directory of a discovery.
func BoxFile(number int) string {
	if number == 1 {
		return "box.yaml"
	}
	return fmt.Sprintf("box-%d.yaml", number)
}

// boxFile is a name that BoxFile gives.
var boxFile = regexp.MustCompile(`^box(-[1-9][0-9]?)?\.yaml$`)

// overlay is a box as an overlay.
func (p *Discovery) overlay(d *Discovered, i int) (string, error) {
	o := scenarios.BoxOverlay{
		Name:     fmt.Sprintf("box-%d", i+1),
		Title:    fmt.Sprintf("Box %d: %s", i+1, p.Where),
		Question: "What if the uncertain figures lie where " + p.Where + "?",
		Description: fmt.Sprintf("Limits found by corridor discover: of the futures inside, %s %s.",
			share(d.found[i].Judged.Density()), p.Where),
	}
	for _, input := range d.found[i].Box.Restricted() {
		l := &d.found[i].Box[input]
		limit := scenarios.BoxLimit{Name: p.inputs[input].Name, AtLeast: l.Low, AtMost: l.High}
		if few := d.sample.Few(input); few != nil || len(l.Without) > 0 {
			limit.AtLeast, limit.AtMost = math.Inf(-1), math.Inf(1)
			limit.Among = slices.DeleteFunc(few, func(v float64) bool { return !l.Holds(v) })
		}
		o.Limits = append(o.Limits, limit)
	}
	return o.Text(p.Scenario)
}

func share(v float64) string {
	if math.IsNaN(v) {
		return "none"
	}
	return fmt.Sprintf("%.0f %% meet", 100*v)
}

// discover finds boxes in draws.
func (p *Discovery) discover(ctx context.Context, columns *drawnColumns) (*Discovered, error) {
	d := &Discovered{p: p}
	var cases []bool
	var rows []int // draws of which it is known
	for draw := range int(p.Sampling.Draws) {
		holds, known := p.condition.Holds(func(w *tables.Word) float64 { return columns.of(w)[draw] })
		if known {
			rows, cases = append(rows, draw), append(cases, holds)
			if holds {
				d.Cases++
			}
		}
	}
	d.Draws, d.Unknown = len(rows), int(p.Sampling.Draws)-len(rows)
	if err := p.enough(d, columns); err != nil {
		return nil, err
	}
	inputs := make([]discovery.Input, len(p.inputs))
	for i := range inputs {
		values := make([]float64, len(rows))
		for at, draw := range rows {
			values[at] = columns.inputs[i][draw]
		}
		inputs[i] = discovery.Input{Name: p.inputs[i].Name, Values: values}
	}
	var err error
	if d.sample, err = discovery.NewSample(inputs, cases); err != nil {
		return nil, err
	}
	return d, d.find(ctx)
}

// enough returns an error where too few draws meet the condition, or do not.
func (p *Discovery) enough(d *Discovered, columns *drawnColumns) error {
	n := tables.Counted(p.Sampling.Draws, "draw")
	rare, what := d.Cases, "meet"
	if others := d.Draws - d.Cases; others < rare {
		rare, what = others, "do not meet"
	}
	switch {
	case d.Draws == 0:
		return invalidf("whether %s is known of none of the %s: %s", p.Where, n, ranges(p.condition, columns.of))
	case d.Cases == 0:
		return invalidf("none of %s meets %s: %s", n, p.Where, ranges(p.condition, columns.of))
	case d.Cases == d.Draws:
		return invalidf("all of %s meet %s: %s", n, p.Where, ranges(p.condition, columns.of))
	case rare < LeastCases:
		return invalidf("%d of %s %s %s, too few to tell what they have in common: expected at least %d; about %d draws would have as many",
			rare, n, what, p.Where, LeastCases, roundedUp(float64(p.Sampling.Draws)*1.2*LeastCases/float64(rare)))
	}
	return nil
}

// roundedUp is a number of draws to two digits.
func roundedUp(n float64) int {
	unit := 1.0
	for n/unit >= 100 {
		unit *= 10
	}
	return int(math.Ceil(n/unit) * unit)
}
