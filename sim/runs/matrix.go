package runs

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"corridor/model"
	"corridor/scenarios"
	"corridor/sim/matrix"
	"corridor/sim/tables"
)

// Matrix is a scenario run once for each pair of a growth and an investment overlay.
type Matrix struct {
	Scenario  string // that all cells vary
	Cells     []Cell
	Scenarios []*scenarios.Scenario // of the cells

	Base *scenarios.Scenario // nil where the plan is that of a manifest
	name string

	Table *tables.Table // when it has been done
}

// NewMatrix loads the pairs of overlays of a scenario. Without names the overlays are
// those of its levers growth and investment.
func NewMatrix(ctx context.Context, asked scenarios.Request, growth, investment []string) (*Matrix, error) {
	base, err := Load(ctx, asked)
	if err != nil {
		return nil, err
	}
	p := &Matrix{Scenario: base.Name, Base: base, name: matrixName(base.Name, growth, investment)}
	if growth, err = leverOf(base, "growth", growth); err != nil {
		return nil, err
	}
	if investment, err = leverOf(base, "investment", investment); err != nil {
		return nil, err
	}
	for _, g := range growth {
		for _, i := range investment {
			s, err := Load(ctx, asked.Under("--growth", g).Under("--investment", i))
			if err != nil {
				return nil, err
			}
			cell := NewCell(s, s.Name)
			cell.Growth, cell.Investment = shortName(g), shortName(i)
			cell.GrowthTitle, cell.InvestmentTitle = s.Overlays[len(s.Overlays)-2], s.Overlays[len(s.Overlays)-1]
			cell.Variant = base.Variant // of all of them
			p.Scenarios, p.Cells = append(p.Scenarios, s), append(p.Cells, cell)
		}
	}
	return p, nil
}

// matrixName names the results: a choice of overlays stands in the name.
func matrixName(scenario string, growth, investment []string) string {
	name := scenario + "-matrix"
	for _, chosen := range []struct {
		lever    string
		overlays []string
	}{{"growth", growth}, {"investment", investment}} {
		var short []string
		for _, overlay := range chosen.overlays {
			short = append(short, shortName(overlay))
		}
		if len(short) > 0 {
			name += "-" + chosen.lever + "-" + strings.Join(short, ",")
		}
	}
	return scenarios.FileName(name, LongestName)
}

// LongestName bounds the names of results of several scenarios, in bytes.
const LongestName = 150

// leverOf returns the overlays to compare: those asked for, a short name being that of
// one in the scenario's lever or else in the group of that name, or those of the lever.
func leverOf(s *scenarios.Scenario, group string, asked []string) ([]string, error) {
	if len(asked) == 0 {
		if asked = s.Lever(group); len(asked) == 0 {
			return nil, misusedf("%s has no lever %s; give --%s", s.Name, group, group)
		}
		return asked, nil
	}
	out := make([]string, len(asked))
	for i, name := range asked {
		out[i] = name
		if path.Dir(name) != "." || path.Ext(name) != "" {
			continue
		}
		out[i] = group + "/" + name
		lever := s.Lever(group)
		if own := slices.IndexFunc(lever, func(overlay string) bool { return shortName(overlay) == name }); own >= 0 {
			out[i] = lever[own]
		}
	}
	return out, nil
}

func shortName(overlay string) string {
	return path.Base(overlay[:len(overlay)-len(path.Ext(overlay))])
}

// Name says which overlays were chosen, if any were.
func (p *Matrix) Name() string { return p.name }

func (p *Matrix) check() error { return nil }

func (p *Matrix) asks(m *Manifest) {
	m.Command, m.Scenario, m.Cells = kindMatrix, p.Scenario, p.Cells
}

// do runs every cell from its effective scenario, as one made again does.
func (p *Matrix) do(ctx context.Context, _ *means) (*results, error) {
	grid := matrix.New(p.Scenario)
	var loaded []*scenarios.Scenario
	for _, cell := range p.Cells {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s, err := cell.Parse()
		if err != nil {
			return nil, err
		}
		run := s.Run()
		run.Wanted = matrix.Tables
		result, err := run.RunContext(ctx)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", cell.Name, err)
		}
		growth, investment := matrix.Overlay{Name: cell.Growth, Title: cell.GrowthTitle}, matrix.Overlay{Name: cell.Investment, Title: cell.InvestmentTitle}
		if err := grid.Add(growth, investment, result); err != nil {
			return nil, invalidf("%s: %w", cell.Name, err)
		}
		loaded = append(loaded, s)
	}
	p.Table = grid.Table
	described := Describe(loaded[0], []*tables.Table{grid.Table}, loaded[1:]...)
	described.Name = p.Scenario
	for _, titles := range [][]string{tables.Matrix.GrowthTitle.Of(grid.Table), tables.Matrix.InvestmentTitle.Of(grid.Table)} {
		translate(described, loaded[0].Translations(titles...), titles...)
	}
	described.Tables = slices.DeleteFunc(described.Tables, func(t *tables.Table) bool {
		return t.Schema == tables.Figures.Schema // which are of one cell alone
	})
	return &results{described: described}, nil
}

// ShippersChoose reports whether cargo of some market can go another way than the
// corridor, and does so by what that costs.
func (p *Matrix) ShippersChoose() bool {
	return slices.ContainsFunc(p.Base.Corridor.Markets, func(m model.Market) bool {
		return m.Sensitivity > 0 && slices.ContainsFunc(m.Routes, func(r model.Route) bool { return r.Rival })
	})
}
