package main

import (
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"

	"corridor/sim/findings"
	"corridor/sim/hindcast"
	"corridor/sim/tables"
)

// skillForecasters are the forecasters of skill.csv in the order they are shown, with their heads.
var skillForecasters = [][2]string{{hindcast.ByModel, "Model"}, {hindcast.ByPrior, "Prior"}, {hindcast.LastValue, "Last value"}, {hindcast.Drift, "Drift"}}

// printSkill shows how good the forecasts of a kind were as distributions, over whole years, by year and
// horizon, and by series, and says who was nearer.
func printSkill(w io.Writer, skill *tables.Table, kind hindcast.Kind) error {
	fmt.Fprintf(w, "%s as distributions (skill.csv): CRPS of ln(value), less being better, and what part of the observations the model's central 50 and 90 %% cover\n", kindTitles[kind])
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	var heads []string
	for _, f := range skillForecasters {
		heads = append(heads, f[1])
	}
	fmt.Fprintf(t, "Over\tCompared\t%s\tSkill\t50 %%\t90 %%\n", strings.Join(heads, "\t"))
	var titles []string
	rows := map[string]map[string]int{} // by title and forecaster
	for row, k := range tables.Skill.Kind.Of(skill) {
		over, horizon := tables.Skill.Over.Of(skill)[row], tables.Skill.Horizon.Of(skill)[row]
		if k != string(kind) || !math.IsNaN(horizon) && over != tables.AllYears {
			continue
		}
		title := skillTitle(over, horizon)
		if rows[title] == nil {
			titles, rows[title] = append(titles, title), map[string]int{}
		}
		rows[title][tables.Skill.Forecaster.Of(skill)[row]] = row
	}
	for _, title := range titles {
		model, ok := rows[title][hindcast.ByModel]
		if !ok {
			continue
		}
		fmt.Fprintf(t, "%s\t%.0f", title, tables.Skill.Comparisons.Of(skill)[model])
		for _, f := range skillForecasters {
			cell := ""
			if row, ok := rows[title][f[0]]; ok {
				cell = fixed(tables.Skill.CRPS.Of(skill)[row], 2)
			}
			fmt.Fprintf(t, "\t%s", cell)
		}
		gain := ""
		if v := tables.Skill.Skill.Of(skill)[model]; !math.IsNaN(v) {
			gain = fmt.Sprintf("%+.0f %%", 100*v)
		}
		fmt.Fprintf(t, "\t%s\t%.0f %%\t%.0f %%\n", gain, 100*tables.Skill.Covered50.Of(skill)[model], 100*tables.Skill.Covered90.Of(skill)[model])
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if kind == hindcast.Conditional {
		_, err := fmt.Fprintln(w, "The naive forecasts are not told the rates, water, closures and shocks of the year; the model is.")
		return err
	}
	_, err := fmt.Fprintf(w, "%s\n", wrap(findings.CalibratedForecasts(skill, string(kind)), 96))
	return err
}

// skillTitle names what a row of skill.csv is over, for readers.
func skillTitle(over string, horizon float64) string {
	switch series := hindcast.SeriesOf(over); {
	case series != nil:
		return series.Title
	case over != tables.AllYears:
		return over
	case math.IsNaN(horizon):
		return "All whole years"
	}
	return tables.Counted(int(horizon), "year") + " ahead"
}
