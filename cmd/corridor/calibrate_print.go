package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"corridor/sim/calibration"
	"corridor/sim/findings"
	"corridor/sim/hindcast"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

func printCalibration(w io.Writer, p *runs.Calibration) error {
	s, found := p.Scenario, p.Calibrated
	fmt.Fprintf(w, "%s (%s): calibration\n\n", s.Title, s.Name)
	last := found.Latest()
	fmt.Fprintf(w, "%s calibrated on %s of %s, by history matching and approximate Bayesian computation in sequence.\n",
		tables.Counted(uint64(len(last.Learnt)), "parameter"), tables.Counted(uint64(last.Targets), "observation"), last.Name())
	for _, print := range []func(io.Writer, *hindcast.Calibrated) error{printStages, printLearnt, printPredictive, printSkills, printAims} {
		fmt.Fprintln(w)
		if err := print(w, found); err != nil {
			return err
		}
	}
	return nil
}

// printStages says how each fit went.
func printStages(w io.Writer, found *hindcast.Calibrated) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Fit\tNot ruled out\tGenerations\tErrors counted\tSample worth")
	for i := range found.Fits {
		f := &found.Fits[i]
		if f.Posterior == nil {
			continue
		}
		g, end := f.Posterior.Generations, f.Posterior.Last()
		fmt.Fprintf(t, "%s\t%.3g %% of the prior\t%d\t%.3g times\t%.0f of %d points\n", f.Name(), 100*f.Waves[len(f.Waves)-1].Left(), len(g), end.Tolerance, end.Effective, end.Points)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for i := range found.Fits {
		f := &found.Fits[i]
		if f.Posterior == nil {
			continue
		}
		end := f.Posterior.Last()
		switch wave := &f.Waves[len(f.Waves)-1]; {
		case !f.Posterior.Reached():
			fmt.Fprintf(w, "%s: no posterior was reached: the model comes near enough only if errors are %.3g times as large as they are said to be, and what follows is of these.\n", f.Name(), end.Tolerance)
		case len(wave.Kept) == 0:
			fmt.Fprintf(w, "%s: no point comes near what was observed; the posterior lies between them.\n", f.Name())
		}
		if end.Effective < float64(len(f.Rows)) {
			fmt.Fprintf(w, "%s: the points are worth %.0f draws, fewer than the %d rows kept of them: some rows stand there several times.\n", f.Name(), end.Effective, len(f.Rows))
		}
	}
	return nil
}

// printLearnt says what the observations tell about each parameter, and of which they tell nothing.
func printLearnt(w io.Writer, found *hindcast.Calibrated) error {
	f := found.Latest()
	fmt.Fprintf(w, "What the observations of %s tell (5, 50 and 95 %% before and after)\n", f.Name())
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Parameter\tBefore\t\t\tAfter\t\t\tNarrower\tMoved\t")
	var nothing, bound []string
	for i := range f.Learnt {
		l := &f.Learnt[i]
		if l.AtBound {
			bound = append(bound, l.Name)
		}
		if !l.Identified() {
			nothing = append(nothing, l.Name)
			continue
		}
		q := found.Priors[i]
		fmt.Fprintf(t, "%s\t%.4g\t%.4g\t%.4g\t%.4g\t%.4g\t%.4g\t%.0f %%\t%+.0f ranks of 100\t\n", l.Name,
			q.Quantile(0.05), q.Quantile(0.5), q.Quantile(0.95), l.Low, l.Middle, l.High, 100*l.Narrower, 100*l.Moved)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if len(nothing) > 0 {
		fmt.Fprintf(w, "They tell next to nothing about %s: the prior stands (less than %g %% narrower, moved by less than %g ranks of 100).\n",
			strings.Join(nothing, ", "), 100*calibration.LeastLearnt, 100*calibration.LeastLearnt)
	}
	if len(bound) == 0 {
		fmt.Fprintln(w, "No parameter lies at the end of its prior.")
	} else {
		fmt.Fprintf(w, "At the end of its prior, which is too narrow or makes up for something else: %s.\n", strings.Join(bound, ", "))
	}
	return nil
}

// kindTitles name the kinds of hindcast for readers.
var kindTitles = map[hindcast.Kind]string{hindcast.Forecast: "Forecasts", hindcast.Conditional: "Conditional hindcasts"}

// printPredictive shows what whole years came to beside what was said of them by fits that did not
// know them.
func printPredictive(w io.Writer, found *hindcast.Calibrated) error {
	p := found.Predictive
	for _, kind := range hindcast.Kinds {
		fmt.Fprintf(w, "%s of the year after by fits that did not know it: 5, 50 and 95 %%\n", kindTitles[kind])
		t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		fmt.Fprintln(t, "Series\tPeriod\tFit\tObserved\tSaid\t\t\tMedian off by\tWithin 90 %")
		for row := range p.Len() {
			if tables.Predictive.Kind.Of(p)[row] != string(kind) || !tables.Predictive.Judged.True(p, row) || tables.Predictive.Horizon.Of(p)[row] != 1 || len(tables.Predictive.Period.Of(p)[row]) != 4 {
				continue
			}
			at := func(c tables.NumberColumn) float64 { return c.Of(p)[row] }
			seen, low, middle, high := at(tables.Predictive.Observed), at(tables.Predictive.P05), at(tables.Predictive.P50), at(tables.Predictive.P95)
			within := "yes"
			if seen < low || seen > high {
				within = "no"
			}
			fmt.Fprintf(t, "%s, %s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", tables.Predictive.Title.Of(p)[row], tables.Predictive.Unit.Of(p)[row], tables.Predictive.Period.Of(p)[row],
				tables.Predictive.Fit.Of(p)[row], forecast(seen), forecast(low), forecast(middle), forecast(high), errorOf(middle, seen), within)
		}
		if err := t.Flush(); err != nil {
			return err
		}
		if kind != hindcast.Kinds[len(hindcast.Kinds)-1] {
			fmt.Fprintln(w)
		}
	}
	return nil
}

// printSkills shows how good the forecasts were as distributions, by kind.
func printSkills(w io.Writer, found *hindcast.Calibrated) error {
	for i, kind := range hindcast.Kinds {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := printSkill(w, found.Skill, kind); err != nil {
			return err
		}
	}
	return nil
}

// printAims says what the calibrated model should reach, and what of it it does not.
func printAims(w io.Writer, found *hindcast.Calibrated) error {
	fmt.Fprintln(w, "What a model that deserves belief would reach")
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, aim := range findings.Aims(found.Predictive, found.Parameters, found.Skill) {
		reached := "no"
		if aim.Reached {
			reached = "yes"
		}
		fmt.Fprintf(t, "%s\t%s\t%s\n", reached, aim.What, aim.Figures)
	}
	return t.Flush()
}
