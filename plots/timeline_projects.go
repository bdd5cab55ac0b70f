package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

// project is a project with the months that matter on a timeline.
type project struct {
	title          string
	start, service words.Month
	full           words.Month // 0 when not given
	never          bool        // not in service before the horizon
	cost, mt       float64
}

// readProjects returns the projects in order of entry into service, those that do
// not enter last.
func readProjects(p *tables.Package) ([]project, error) {
	if t := p.Table(tables.Projects); t != nil && t.Len() == 0 {
		return nil, series.Nothing{Text: words.Text("The scenario has no projects.")}
	}
	t, err := series.RowsOf(p, tables.Projects)
	if err != nil {
		return nil, err
	}
	cost, err := series.Measure(t, "cost_musd")
	if err != nil {
		return nil, err
	}
	added, err := series.Signed(t, "added_capacity_mt")
	if err != nil {
		return nil, err
	}
	var out []project
	for row := range t.Len() {
		w := project{title: titleOr(t.Text("title")[row], t.Text("project")[row]), cost: cost[row], mt: added[row]}
		for i, to := range []*words.Month{&w.start, &w.service, &w.full} {
			column := []string{"start", "in_service", "full_effect"}[i]
			text := t.Text(column)[row]
			if text == "" && i > 0 {
				continue
			}
			if *to, err = words.ParseMonth(text); err != nil {
				return nil, fmt.Errorf("%s row %d: %s %w", t.Schema.File(), row+1, column, err)
			}
		}
		w.never = t.Text("in_service")[row] == ""
		out = append(out, w)
	}
	slices.SortStableFunc(out, func(a, b project) int {
		when := func(w project) words.Month {
			if w.never {
				return math.MaxInt
			}
			return w.service
		}
		return cmp.Or(cmp.Compare(when(a), when(b)), cmp.Compare(a.start, b.start))
	})
	return out, nil
}
