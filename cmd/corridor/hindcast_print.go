package main

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"

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
	if err := printForecasts(w, h.Forecasts.Table); err != nil {
		return err
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

// printHindcast shows each forecast with its error against actual.
func printForecasts(w io.Writer, table *tables.Table) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Case\tYear\tSeries\tActual\tModel\t\tLast value\t\tLast growth\t\tOfficial plan\t")
	for row := range table.Len() {
		actual := tables.Hindcast.Actual.Of(table)[row]
		fmt.Fprintf(t, "%s\t%.0f\t%s\t%s", tables.Hindcast.Case.Of(table)[row], tables.Hindcast.Year.Of(table)[row], series(table, row), forecast(actual))
		for _, column := range []tables.NumberColumn{tables.Hindcast.Model, tables.Hindcast.LastValue, tables.Hindcast.LastGrowth, tables.Hindcast.OfficialPlan} {
			v := column.Of(table)[row]
			fmt.Fprintf(t, "\t%s\t%s", forecast(v), errorOf(v, actual))
		}
		fmt.Fprintln(t)
	}
	return t.Flush()
}

func series(table *tables.Table, row int) string {
	if tables.Hindcast.Metric.Of(table)[row] == tables.Annual.ContainersKTEU.Name {
		return "containers, thousand TEU"
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
