package plots

import (
	"cmp"
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

// begunBefore reports whether it is built when a month begins, and has been before.
func (w project) begunBefore(first words.Month) bool {
	return w.start < first && (w.never || w.service > first)
}

// dearest returns at most n projects, those that cost most, in their order.
func dearest(projects []project, n int) []project {
	if len(projects) <= n {
		return projects
	}
	ranked := make([]int, len(projects))
	for i := range ranked {
		ranked[i] = i
	}
	slices.SortStableFunc(ranked, func(a, b int) int { return cmp.Compare(projects[b].cost, projects[a].cost) })
	kept := ranked[:n]
	slices.Sort(kept)
	var out []project
	for _, i := range kept {
		out = append(out, projects[i])
	}
	return out
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
	cost, err := series.Measure(t, tables.Projects.CostMUSD)
	if err != nil {
		return nil, err
	}
	added, err := series.Signed(t, tables.Projects.AddedCapacityMt)
	if err != nil {
		return nil, err
	}
	var out []project
	for row := range t.Len() {
		w := project{
			title: titleOr(tables.Projects.Title.Of(t)[row], tables.Projects.Project.Of(t)[row]), cost: cost[row], mt: added[row],
			never: tables.Projects.InService.Of(t)[row] == "",
		}
		if w.start, err = series.MonthAt(t, tables.Projects.Start, row); err != nil {
			return nil, err
		}
		if w.service, err = series.MonthOrNever(t, tables.Projects.InService, row); err != nil {
			return nil, err
		}
		if w.full, err = series.MonthOrNever(t, tables.Projects.FullEffect, row); err != nil {
			return nil, err
		}
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
