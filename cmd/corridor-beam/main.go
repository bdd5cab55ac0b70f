package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"reflect"
	"strings"
	"syscall"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"corridor/scenarios"
	"corridor/sim/random"
	"corridor/sim/runs"
)

func typeOf[T any]() reflect.Type { return reflect.TypeFor[T]() }

// words is a flag that may be given again.
type words []string

func (w *words) String() string { return strings.Join(*w, " ") }

// Set adds a word.
func (w *words) Set(word string) error {
	*w = append(*w, word)
	return nil
}

// options are the flags of the program; those of Beam stand beside them.
type options struct {
	out, files, design string
	draws, seed        uint64
	points, rows       uint64
	tasks              uint
	keep, resume       bool
	here               bool // without Beam
	with, set          words
}

func (o *options) add(to *flag.FlagSet) {
	to.StringVar(&o.out, "out", "", "directory for the results (default out/NAME)")
	to.StringVar(&o.files, "files", "", "directory on a filesystem of Beam that all workers reach (default one beside the results)")
	to.UintVar(&o.tasks, "tasks", 200, "tasks of a pipeline, at most")
	to.Var(&o.with, "with", "overlay to lay on the scenario; may be given again")
	to.Var(&o.set, "set", "PATH=VALUE to set in the scenario; may be given again")
	to.Uint64Var(&o.seed, "seed", 0, "seed of the random numbers")
	to.Uint64Var(&o.draws, "draws", 1000, "futures of ensemble and appraise")
	to.StringVar(&o.design, "design", random.MonteCarlo, "how the draws of ensemble are spread")
	to.BoolVar(&o.keep, "keep", false, "keep every draw of ensemble")
	to.Uint64Var(&o.points, "points", runs.UsualPoints, "points of each wave of calibrate")
	to.Uint64Var(&o.rows, "rows", runs.UsualRows, "rows of the sample that calibrate keeps")
	to.BoolVar(&o.resume, "resume", false, "go on with an interrupted run")
}

// plan is what is asked for.
func (o *options) plan(command string, s *scenarios.Scenario) (runs.Plan, error) {
	switch command {
	case "ensemble":
		sampling := runs.Sampling{Draws: o.draws, Seed: o.seed, Design: o.design}
		if o.design != random.MonteCarlo {
			sampling.Replicates = random.Replicates
		}
		return &runs.Ensemble{Scenario: s, Sampling: sampling, Keep: o.keep, Precision: runs.UsualPrecision}, nil
	case "calibrate":
		return &runs.Calibration{Scenario: s, Seed: o.seed, Points: o.points, Rows: o.rows}, nil
	case "appraise":
		return &runs.Appraisal{Scenario: s, Draws: o.draws, Seed: o.seed, Orders: runs.UsualOrders}, nil
	}
	return nil, fmt.Errorf("there is no command %q; valid: ensemble, calibrate, appraise", command)
}

// do does a run and says where the results are.
func (o *options) do(ctx context.Context, stdout, stderr io.Writer, args []string) error {
	if len(args) != 2 {
		return errors.New("expected a command and a scenario, such as: corridor-beam --draws 100000 ensemble reference")
	}
	s, err := runs.Load(ctx, scenarios.Request{Scenario: args[1], With: o.with, Set: o.set})
	if err != nil {
		return err
	}
	plan, err := o.plan(args[0], s)
	if err != nil {
		return err
	}
	r, err := runs.Open(plan, runs.NewRequest(args[1:], o.with, o.set), o.out)
	if err != nil {
		return err
	}
	defer r.Close()
	how := &runs.How{
		Workers: 1, Resume: o.resume,
		Tell: func(sentence string) { fmt.Fprintln(stderr, "corridor-beam:", sentence) },
	}
	if !o.here {
		how.Elsewhere = &Beam{Tasks: int(max(1, o.tasks)), Files: o.files}
	}
	if err := r.Do(ctx, how); err != nil {
		return err
	}
	_, err = fmt.Fprintln(stdout, "Written to", r.Directory())
	return err
}

func main() {
	var o options
	o.add(flag.CommandLine)
	flag.Parse()
	beam.Init() // a worker stays in it
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := o.do(ctx, os.Stdout, os.Stderr, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "corridor-beam:", err)
		os.Exit(1)
	}
}
