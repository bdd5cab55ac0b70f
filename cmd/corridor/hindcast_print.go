package main

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"

	"corridor/sim/findings"
	"corridor/sim/hindcast"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

func printHindcast(w io.Writer, h *runs.Hindcast) error {
	base, spec := h.Base, h.Base.Hindcast
	fmt.Fprintf(w, "%s (%s): hindcast\n\n", base.Title, base.Name)
	fmt.Fprintf(w, "Fitted on %s by compass search, %s: root mean square of ln(model/actual) %.3f, from %.3f at the values of the file.\n",
		joinYears(spec.FitYears), tables.Counted(h.Forecasts.Evaluations, "run"), h.Forecasts.Objective, h.Forecasts.Before)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Parameter\tIn the file\tFitted\tBounds")
	for i, f := range append([]hindcast.Parameter{spec.Trend}, spec.Parameters...) {
		at := ""
		switch v := h.Forecasts.Fitted[i]; {
		case f.Low == f.High:
			at = " (given, not fitted)"
		case v == f.Low || v == f.High:
			at = " (at its bound)"
		}
		fmt.Fprintf(t, "%s\t%.4g\t%.4g%s\t%.4g to %.4g\n", f.Path, f.Start, h.Forecasts.Fitted[i], at, f.Low, f.High)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(w)
	for _, print := range []func(io.Writer, *hindcast.Report) error{printForecasts, printConditional, printSeries} {
		if err := print(w, h.Forecasts); err != nil {
			return err
		}
	}
	printReasons(w, h)
	if h.Experiments.Len() > 0 {
		fmt.Fprintln(w, "\nNatural experiments")
		if err := printExperiments(w, h.Experiments); err != nil {
			return err
		}
	}
	if h.Studies.Len() > 0 {
		fmt.Fprintln(w, "\nPublished studies")
		return printStudies(w, h.Studies)
	}
	return nil
}

// printReasons says why the year held out came out as it did, in the model.
func printReasons(w io.Writer, h *runs.Hindcast) {
	year := h.Base.Hindcast.HoldOut
	fmt.Fprintf(w, "\nWhat held %d back, in the model: Mt carried of all the headline counts", year)
	if !math.IsNaN(h.PlanMt) {
		fmt.Fprintf(w, " (official plan %s)", readable(h.PlanMt))
	}
	fmt.Fprintln(w)
	for _, r := range h.Reasons {
		fmt.Fprintf(w, "  %.2f  %s\n", r.HeadlineMt, r.If)
	}
}

func joinYears(years []int) string {
	words := make([]string, len(years))
	for i, y := range years {
		words[i] = strconv.Itoa(y)
	}
	return strings.Join(words, ", ")
}

// printForecasts shows each forecast from a rolling origin, with those that anyone can make
// and their errors, and says who was nearer.
func printForecasts(w io.Writer, r *hindcast.Report) error {
	fmt.Fprintln(w, "Forecasts, each from the end of the year before: nothing published later is known")
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Case\tSeries\tActual\tModel\t\tLast value\t\tDrift\t\tOfficial plan\t\tof")
	plans := 0
	for row, kind := range tables.Hindcast.Kind.Of(r.Table) {
		if kind != string(hindcast.Forecast) {
			continue
		}
		actual := tables.Hindcast.Actual.Of(r.Table)[row]
		fmt.Fprintf(t, "%s\t%s\t%s", tables.Hindcast.Case.Of(r.Table)[row], series(r.Table, row), forecast(actual))
		for _, column := range []tables.NumberColumn{tables.Hindcast.Model, tables.Hindcast.LastValue, tables.Hindcast.Drift, tables.Hindcast.OfficialPlan} {
			v := column.Of(r.Table)[row]
			fmt.Fprintf(t, "\t%s\t%s", forecast(v), errorOf(v, actual))
		}
		fmt.Fprintf(t, "\t%s\n", tables.Hindcast.PlanKnown.Of(r.Table)[row])
		if !math.IsNaN(tables.Hindcast.DiscountedPlan.Of(r.Table)[row]) {
			plans++
		}
	}
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(w)
	if err := printScores(w, r.Scores, hindcast.Forecast); err != nil {
		return err
	}
	if plans == 0 {
		fmt.Fprintf(w, "%g of the official plan is no forecast here: none was published by the end of the origin year.\n", hindcast.PlanDiscount)
	}
	fmt.Fprintln(w, findings.Forecasts(r.Scores, r.Table)+"\n")
	return nil
}

// printConditional shows the model, given the rates, water and closures of the year, against
// what happened alone.
func printConditional(w io.Writer, r *hindcast.Report) error {
	fmt.Fprintln(w, "Conditional hindcasts: the rates, water, closures and dated shocks of the year are given, nothing else of it")
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Case\tYear\tSeries\tActual\tModel\t")
	for row, kind := range tables.Hindcast.Kind.Of(r.Table) {
		if kind != string(hindcast.Conditional) {
			continue
		}
		actual, model := tables.Hindcast.Actual.Of(r.Table)[row], tables.Hindcast.Model.Of(r.Table)[row]
		fmt.Fprintf(t, "%s\t%.0f\t%s\t%s\t%s\t%s\n", tables.Hindcast.Case.Of(r.Table)[row], tables.Hindcast.Year.Of(r.Table)[row],
			series(r.Table, row), forecast(actual), forecast(model), errorOf(model, actual))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(w)
	if err := printScores(w, r.Scores, hindcast.Conditional); err != nil {
		return err
	}
	fmt.Fprintln(w)
	return nil
}

// forecasterNames are the columns of hindcast.csv that are scored, for readers.
var forecasterNames = map[string]string{
	tables.Hindcast.Model.Name: "Model", tables.Hindcast.LastValue.Name: "Last value",
	tables.Hindcast.Drift.Name: "Random walk with drift", tables.Hindcast.DiscountedPlan.Name: "0.8 of the official plan",
}

// printScores shows the errors of each forecaster over the rolling origins of a kind.
func printScores(w io.Writer, scores *tables.Table, kind hindcast.Kind) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Over the rolling origins\tRows\tMean error\tRMS ln(said/actual)")
	for row, k := range tables.Scores.Kind.Of(scores) {
		if k == string(kind) && tables.Scores.Over.Of(scores)[row] == tables.AllYears {
			fmt.Fprintf(t, "%s\t%.0f\t%.0f %%\t%s\n", forecasterNames[tables.Scores.Forecaster.Of(scores)[row]],
				tables.Scores.Comparisons.Of(scores)[row], 100*tables.Scores.MeanAbsolute.Of(scores)[row], rms(scores, row))
		}
	}
	return t.Flush()
}

func rms(scores *tables.Table, row int) string {
	if v := tables.Scores.RMSLog.Of(scores)[row]; !math.IsNaN(v) {
		return fixed(v, 2)
	}
	return "no bound"
}

// printSeries shows how far the model was off each series, over years and parts of years.
func printSeries(w io.Writer, r *hindcast.Report) error {
	if r.Series.Len() == 0 {
		return nil
	}
	fmt.Fprintln(w, "Series by years and parts of years, each in its scope (series.csv): errors of the model from the year before")
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Series\tUnit\tPeriods\tForecast, mean error\tRMS ln\tConditional, mean error\tRMS ln")
	for _, s := range hindcast.AllSeries {
		cells := ""
		for _, kind := range hindcast.Kinds {
			for row, over := range tables.Scores.Over.Of(r.Scores) {
				if over == s.Name && tables.Scores.Kind.Of(r.Scores)[row] == string(kind) {
					if cells == "" {
						cells = fmt.Sprintf("%s\t%s\t%.0f", s.Title, s.Unit, tables.Scores.Comparisons.Of(r.Scores)[row])
					}
					cells += fmt.Sprintf("\t%.0f %%\t%s", 100*tables.Scores.MeanAbsolute.Of(r.Scores)[row], rms(r.Scores, row))
				}
			}
		}
		if cells != "" {
			fmt.Fprintln(t, cells)
		}
	}
	return t.Flush()
}

func series(table *tables.Table, row int) string {
	switch tables.Hindcast.Metric.Of(table)[row] {
	case tables.Annual.ContainersKTEU.Name:
		return "containers, thousand TEU"
	case hindcast.OilByBTC.Column:
		return "Mt, oil to BTC"
	}
	return "Mt, " + tables.Hindcast.Scope.Of(table)[row]
}

func forecast(v float64) string {
	if v >= 10 {
		return fixed(v, 1)
	}
	return fixed(v, 2)
}

// errorOf is the error of a forecast in percent of what happened.
func errorOf(v, actual float64) string {
	if math.IsNaN(v) || math.IsNaN(actual) || actual == 0 {
		return ""
	}
	return fmt.Sprintf("%+.0f %%", 100*(v/actual-1))
}

func printExperiments(w io.Writer, table *tables.Table) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "What happened\tMeasure\tObserved\tModel\tDirection\tSize")
	answer := map[string]string{"true": "right", "false": "wrong"}
	for row := range table.Len() {
		change := "–"
		if v := tables.Experiments.Model.Of(table)[row]; !math.IsNaN(v) {
			change = fmt.Sprintf("%+.1f %%", 100*v)
		}
		fmt.Fprintf(t, "%s\t%s\t%+.0f to %+.0f %%\t%s\t%s\t%s\n", tables.Experiments.Title.Of(table)[row], tables.Experiments.Metric.Of(table)[row],
			100*tables.Experiments.ObservedLow.Of(table)[row], 100*tables.Experiments.ObservedHigh.Of(table)[row], change,
			answer[tables.Experiments.SignRight.Of(table)[row]], answer[tables.Experiments.SizeRight.Of(table)[row]])
	}
	return t.Flush()
}

func printStudies(w io.Writer, table *tables.Table) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Study\tQuantity\tScope of the study\tYear\tUnit\tStudy\tModel\tRun under")
	for row := range table.Len() {
		fmt.Fprintf(t, "%s\t%s\t%s\t%.0f\t%s\t%s\t%s\t%s\n", tables.Studies.Study.Of(table)[row], tables.Studies.Quantity.Of(table)[row], tables.Studies.Scope.Of(table)[row],
			tables.Studies.Year.Of(table)[row], tables.Studies.Unit.Of(table)[row], forecast(tables.Studies.StudyValue.Of(table)[row]),
			forecast(tables.Studies.ModelValue.Of(table)[row]), tables.Studies.Conditions.Of(table)[row])
	}
	return t.Flush()
}
