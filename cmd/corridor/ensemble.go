package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"slices"
	"strconv"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

type ensembleOptions struct {
	overlayFlags
	outFlags
	draws   uint64
	seed    uint64
	workers int
}

func newEnsembleCommand() *cobra.Command {
	var opts ensembleOptions
	c := &cobra.Command{
		Use:   "ensemble SCENARIO",
		Short: "Simulate many futures: quantiles by year and the chance of each target",
		Long: `Draw every uncertainty of a scenario at random, simulate that future, and again.
The result depends on the scenario, the seed and the number of draws, and on nothing
else: not on the number of workers or the machine. Each uncertainty has a stream of
random numbers of its own, so that adding one leaves the others' as they were. The
results go to out/NAME-ensemble.` + exitStatus,
		Example:           "  corridor ensemble reference --draws 10000 --seed 7",
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runEnsemble(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, args[0])
		},
	}
	opts.overlayFlags.add(c)
	opts.outFlags.add(c)
	c.Flags().Uint64Var(&opts.draws, "draws", 1000, "futures to simulate")
	c.Flags().Uint64Var(&opts.seed, "seed", 0, "seed of the random numbers; 0 is a seed")
	c.Flags().IntVar(&opts.workers, "workers", runtime.GOMAXPROCS(0), "workers; the result does not depend on it")
	return c
}

func runEnsemble(ctx context.Context, stdout, stderr io.Writer, opts ensembleOptions, name string) error {
	if opts.draws == 0 || opts.workers < 1 {
		return usageError("--draws and --workers must be at least 1")
	}
	s, err := scenarios.Load(opts.request(name))
	if err != nil {
		return err
	}
	dir, formats, err := opts.place(s.Name + "-ensemble")
	if err != nil {
		return err
	}
	set, content, err := simulateEnsemble(ctx, s, opts.seed, opts.draws, opts.workers, formats, newProgress(stderr, opts.draws))
	if err != nil {
		return err
	}
	m := newManifest("ensemble", s.Name, request{name, opts.with, opts.set}, []manifestCell{newCell(s.Name, "", "", s.Effective())}, formats)
	m.Seed, m.Draws = &opts.seed, opts.draws
	if err := writeRun(dir, m, content); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s (%s): %d futures, seed %d, %d uncertainties\n\n", s.Title, s.Name, opts.draws, opts.seed, len(s.Uncertainties))
	if err := printEnsemble(stdout, set, s); err != nil {
		return err
	}
	printFiles(stdout, dir, m)
	return nil
}

// confidence of the intervals of probabilities.
const confidence = 0.95

// simulateEnsemble runs the futures and returns the files of their directory.
func simulateEnsemble(ctx context.Context, s *scenarios.Scenario, seed, draws uint64, workers int, formats []string, progress func(uint64)) (*stats.Set, files, error) {
	if len(s.Uncertainties) == 0 {
		return nil, nil, codedError{exitInvalid, fmt.Errorf("%s has no uncertainties, so all its futures are the same: use corridor run", s.Name)}
	}
	e := &sim.Ensemble{Name: s.Name, Corridor: s.Corridor, Seed: seed, Draws: draws, Workers: workers, Thresholds: thresholdsOf(s.Targets)}
	for _, u := range s.Uncertainties {
		e.Uncertainties = append(e.Uncertainties, sim.Uncertainty{Name: u.Name, Distribution: u.Distribution, Set: u.Set})
	}
	set, err := e.Run(ctx, progress)
	if err != nil {
		return nil, nil, err
	}
	p := packageOf(s, []*tables.Table{set.Quantiles(s.Name), set.Probabilities(s.Name, confidence)})
	p.Seed = &seed
	content, err := renderPackage(ctx, p, formats)
	return set, content, err
}

// thresholdsOf lists what the targets ask of single columns, to count how often it
// is reached.
func thresholdsOf(targets []tables.Target) map[string][]float64 {
	thresholds := map[string][]float64{}
	for _, t := range targets {
		thresholds[t.Metric.String()] = append(thresholds[t.Metric.String()], t.Threshold)
	}
	return thresholds
}

// printEnsemble shows the spread of throughput and capacity by year and the chance
// of each target.
func printEnsemble(w io.Writer, set *stats.Set, s *scenarios.Scenario) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tThroughput, Mt\t\t\t\tCapacity, Mt/yr\t\t\t\t")
	fmt.Fprintln(t, "Year\t5 %\tmedian\t95 %\tmean ±\t5 %\tmedian\t95 %\tmean ±\t")
	first, n := s.Corridor.Years()
	for period := range n {
		fmt.Fprintf(t, "%d", first+period)
		for _, column := range []string{"throughput_mt", "capacity_mt"} {
			c := set.At(slices.Index(tables.Metrics(), column), period)
			fmt.Fprintf(t, "\t%s\t%s\t%s\t%s", fixed(c.Quantile(0.05), 2), fixed(c.Quantile(0.5), 2), fixed(c.Quantile(0.95), 2), fixed(1.96*c.MeanError(), 3))
		}
		fmt.Fprintln(t, "\t")
	}
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(w)
	printChances(w, set.Probabilities(s.Name, confidence), s.Targets)
	return nil
}

// printChances says how often each target is met in its year. A target to stay under
// a value is missed by the futures above it.
func printChances(w io.Writer, probabilities *tables.Table, targets []tables.Target) {
	for _, target := range targets {
		year := strconv.Itoa(target.At.Year())
		rows := probabilities.Where(func(row int) bool {
			return probabilities.Text("metric")[row] == target.Metric.String() && probabilities.Text("period")[row] == year &&
				probabilities.Numbers("threshold")[row] == target.Threshold
		})
		if rows.Len() == 0 {
			continue // a metric that is no single column is not summarised
		}
		p, low, high := rows.Numbers("reached")[0], rows.Numbers("reached_low")[0], rows.Numbers("reached_high")[0]
		if target.AtMost {
			p, low, high = 1-rows.Numbers("exceeded")[0], 1-rows.Numbers("exceeded_high")[0], 1-rows.Numbers("exceeded_low")[0]
		}
		fmt.Fprintf(w, "%s by %s: %s of the futures (95 %% interval %s to %s).\n", target.Title, year, percent(p), percent(low), percent(high))
	}
}

func percent(p float64) string {
	if math.IsNaN(p) {
		return "–"
	}
	return strconv.FormatFloat(100*p, 'f', 1, 64) + " %"
}

// newProgress shows how far the draws are on a terminal, and nothing elsewhere.
func newProgress(w io.Writer, draws uint64) func(uint64) {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return func(uint64) {}
	}
	start, shown := time.Now(), time.Time{}
	return func(done uint64) {
		if time.Since(shown) < 200*time.Millisecond && done < draws {
			return
		}
		shown = time.Now()
		rate := float64(done) / time.Since(start).Seconds()
		left := time.Duration(float64(draws-done) / rate * float64(time.Second)).Round(time.Second)
		fmt.Fprintf(w, "\r%d of %d draws, %.0f a second, %v left  ", done, draws, rate, left)
		if done == draws {
			fmt.Fprintln(w)
		}
	}
}
