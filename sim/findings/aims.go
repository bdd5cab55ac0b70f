package findings

import (
	"fmt"
	"math"
	"strings"

	"corridor/sim/tables"
)

// How near a model that deserves belief would come, and how often its intervals would hold.
const (
	tonnesWithin                      = 0.1
	boxesWithin                       = 0.2
	leastOf90Covered, mostOf90Covered = 0.8, 1.0
)

// Aim is what a calibrated model should reach, and whether it does.
type Aim struct {
	What    string
	Reached bool
	Figures string
}

// Aims says how near the calibrated model came to years its fits did not know, as a conditional
// hindcast, how often its intervals held, whether its forecasts
// are better than naive ones, and whether its parameters stay within their priors.
func Aims(predictive, parameters, skill *tables.Table) []Aim {
	var out []Aim
	add := func(what string, reached bool, figures []string) {
		if len(figures) > 0 {
			out = append(out, Aim{what, reached, strings.Join(figures, ", ")})
		}
	}
	tonnes, boxes := []string{}, []string{}
	tonnesReached, boxesReached := true, true
	covered, whole := map[string]int{}, map[string]int{}
	lastBoxes := ""
	eachJudged(predictive, func(row int) {
		p := &tables.Predictive
		kind, series, year := p.Kind.Of(predictive)[row], p.Series.Of(predictive)[row], p.Period.Of(predictive)[row]
		seen, middle := p.Observed.Of(predictive)[row], p.P50.Of(predictive)[row]
		whole[kind]++
		if p.P05.Of(predictive)[row] <= seen && seen <= p.P95.Of(predictive)[row] {
			covered[kind]++
		}
		if kind != tables.Conditional {
			return
		}
		off := middle/seen - 1
		said := fmt.Sprintf("%+.0f %% (%s)", 100*off, year)
		switch series {
		case "throughput-headline":
			tonnes, tonnesReached = append(tonnes, said), tonnesReached && math.Abs(off) <= tonnesWithin
		case "containers":
			if year >= lastBoxes {
				boxes, boxesReached, lastBoxes = []string{said}, math.Abs(off) <= boxesWithin, year
			}
		}
	})
	add(fmt.Sprintf("tonnes of every year within %g %%, given its rates, water and closures", 100*tonnesWithin), tonnesReached, tonnes)
	add(fmt.Sprintf("boxes of the last year within %g %%, given these", 100*boxesWithin), boxesReached, boxes)
	for _, kind := range []string{tables.Forecast, tables.Conditional} {
		if n := whole[kind]; n > 0 {
			share := float64(covered[kind]) / float64(n)
			add(fmt.Sprintf("intervals of 90 %% that hold %g to %g %% of what came, %s", 100*leastOf90Covered, 100*mostOf90Covered,
				map[string]string{tables.Forecast: "as forecasts", tables.Conditional: "as conditional hindcasts"}[kind]),
				share >= leastOf90Covered && share <= mostOf90Covered, []string{fmt.Sprintf("%.0f %% (%d of %d)", 100*share, covered[kind], n)})
		}
	}
	if c, best := calibrated(skill, tables.Forecast); best != nil {
		add("forecasts whose CRPS is below that of the best naive ones", c.model < c.naive, []string{fmt.Sprintf("%.2f against %.2f of %s", c.model, c.naive, best.title)})
	}
	ends, n := atEnds(parameters)
	if n > 0 {
		figures := []string{"none"}
		if len(ends) > 0 {
			figures = ends
		}
		add("no parameter at the end of its prior", len(ends) == 0, figures)
	}
	return out
}

// eachJudged visits the whole years that were said a year ahead by fits that did not know them.
func eachJudged(predictive *tables.Table, visit func(row int)) {
	p := &tables.Predictive
	for row := range predictive.Len() {
		if p.Judged.True(predictive, row) && p.Horizon.Of(predictive)[row] == 1 && len(p.Period.Of(predictive)[row]) == len("2025") {
			visit(row)
		}
	}
}

// atEnds lists the parameters that the latest fit leaves at the end of their priors.
func atEnds(parameters *tables.Table) (ends []string, n int) {
	fit := tables.Parameters.Fit.Of(parameters)
	for row := range fit {
		if fit[row] != fit[len(fit)-1] {
			continue
		}
		n++
		if tables.Parameters.AtBound.True(parameters, row) {
			ends = append(ends, tables.Parameters.Parameter.Of(parameters)[row])
		}
	}
	return ends, n
}
