package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"corridor/sim/tables"
)

// work is a project with the months that matter on a timeline.
type work struct {
	title          string
	start, service month
	full           month // 0 when not given
	never          bool  // not in service before the horizon
	cost, mt       float64
}

// readWorks returns the projects in order of entry into service, those that do
// not enter last.
func readWorks(p *tables.Package) ([]work, error) {
	if t := p.Table(tables.Projects); t != nil && t.Len() == 0 {
		return nil, blank{text: text("The scenario has no projects.")}
	}
	t, err := rowsOf(p, tables.Projects)
	if err != nil {
		return nil, err
	}
	cost, err := measure(t, "cost_musd")
	if err != nil {
		return nil, err
	}
	added, err := signed(t, "added_capacity_mt")
	if err != nil {
		return nil, err
	}
	var out []work
	for row := range t.Len() {
		w := work{title: titleOr(t.Text("title")[row], t.Text("project")[row]), cost: cost[row], mt: added[row]}
		for i, to := range []*month{&w.start, &w.service, &w.full} {
			column := []string{"start", "in_service", "full_effect"}[i]
			text := t.Text(column)[row]
			if text == "" && i > 0 {
				continue
			}
			if *to, err = parseMonth(text); err != nil {
				return nil, fmt.Errorf("%s row %d: %s %w", t.Schema.File(), row+1, column, err)
			}
		}
		w.never = t.Text("in_service")[row] == ""
		out = append(out, w)
	}
	slices.SortStableFunc(out, func(a, b work) int {
		when := func(w work) month {
			if w.never {
				return math.MaxInt
			}
			return w.service
		}
		return cmp.Or(cmp.Compare(when(a), when(b)), cmp.Compare(a.start, b.start))
	})
	return out, nil
}
