package series

import (
	"fmt"
	"slices"

	"corridor/sim/tables"
)

// RowsOf returns the table of a schema, for one scenario. A table that is
// missing, empty or of several scenarios is an error.
func RowsOf(p *tables.Package, of tables.Described) (*tables.Table, error) {
	s := of.Describe()
	t := p.Table(s)
	if t == nil {
		return nil, fmt.Errorf("there is no %s", s.File())
	}
	for _, c := range s.Columns {
		if !slices.ContainsFunc(t.Schema.Columns, func(d tables.Column) bool { return d.Name == c.Name && d.Type == c.Type }) {
			return nil, fmt.Errorf("%s has no column %s", s.File(), c.Name)
		}
	}
	if t.Len() == 0 {
		return nil, fmt.Errorf("%s has no rows", s.File())
	}
	scenario := tables.Annual.Scenario // the same column in all tables
	if row := scenario.FirstOther(t); row >= 0 {
		names := scenario.Of(t)
		return nil, fmt.Errorf("%s: a chart draws one scenario, found %q after %q", t.Place(row), names[row], names[0])
	}
	return t, nil
}

// OfBaseline returns a table of differences, which are all from the same baseline.
func OfBaseline(p *tables.Package, of tables.Described) (*tables.Table, error) {
	s := of.Describe()
	t := p.Table(s)
	if t == nil {
		return nil, fmt.Errorf("there is no %s", s.File())
	}
	if t.Len() == 0 {
		return nil, fmt.Errorf("%s has no rows", s.File())
	}
	names := tables.Differences.Baseline.Of(t) // the same column in all of them
	for row, name := range names {
		if name != names[0] {
			return nil, fmt.Errorf("%s: a chart has one baseline, found %q after %q", t.Place(row), name, names[0])
		}
	}
	return t, nil
}

// RowsWhere returns the rows of a table for which keep is true, in order.
func RowsWhere(t *tables.Table, keep func(row int) bool) []int {
	var out []int
	for row := range t.Len() {
		if keep(row) {
			out = append(out, row)
		}
	}
	return out
}
