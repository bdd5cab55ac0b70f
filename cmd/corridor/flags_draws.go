package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"corridor/sim/ensemble"
	"corridor/sim/random"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// sampleFlags say which futures are meant.
type sampleFlags struct{ runs.Sampling }

func (f *sampleFlags) add(to *pflag.FlagSet, draws uint64, about string) {
	f.Draws, f.Replicates = draws, random.Replicates
	to.Var((*whole)(&f.Draws), "draws", about)
	to.Var((*whole)(&f.Seed), "seed", "seed of the random numbers; 0 is a seed")
	to.StringVar(&f.Design, "design", random.MonteCarlo, "how the draws are spread: "+strings.Join(random.Designs(), ", "))
	to.Var((*whole)(&f.Replicates), "replicates", "how many times a design other than "+random.MonteCarlo+" is made anew, for the draws to take in turn; their spread tells the precision")
}

func (f *sampleFlags) check(given *pflag.FlagSet) error {
	if !slices.Contains(random.Designs(), f.Design) {
		return usageError("there is no design %q; valid: %s", f.Design, strings.Join(random.Designs(), ", "))
	}
	switch {
	case f.Draws > ensemble.MaxDraws:
		return usageError("--draws must be at most %d", uint64(ensemble.MaxDraws))
	case f.Design == random.MonteCarlo:
		return refuseIdle(given, "the draws of "+f.Design+" are independent each", "replicates")
	case f.Replicates < random.LeastReplicates || f.Replicates > random.MostReplicates:
		return usageError("--replicates is %d, expected from %d to %d", f.Replicates, random.LeastReplicates, random.MostReplicates)
	}
	return nil
}

// drawFlags are the flags of the commands that simulate many futures.
type drawFlags struct {
	sampleFlags
	workFlags
	until     percentage
	precision percentage
	maxFailed percentage
}

func (f *drawFlags) add(to *pflag.FlagSet, draws uint64, about string) {
	f.sampleFlags.add(to, draws, about)
	f.workFlags.add(to)
	f.precision, f.maxFailed = runs.UsualPrecision, 0.001
	to.Var((*smallShare)(&f.until), "until", "stop as soon as chance alone moves no headline figure by more than this, such as 0.5%; --draws is then the most there may be")
	to.Var((*smallShare)(&f.maxFailed), "max-failed", "share of the futures that may come to no finite number, such as 1%")
}

func (f *drawFlags) check(given *pflag.FlagSet) error {
	until := given.Changed("until")
	if f.Draws == 0 {
		return usageError("--draws must be at least 1")
	}
	if err := f.workFlags.check(); err != nil {
		return err
	}
	switch {
	case f.precision <= 0:
		return usageError("--precision must be above 0")
	case until && f.until < leastUntil:
		least := percentage(leastUntil)
		return usageError("--until must be at least %v: quantiles are known to 0.1 %% only", &least)
	case until && f.on != "":
		return usageError("--until looks at the draws in their order and cannot be used with --on")
	case until && f.Design == random.LatinHypercube:
		return usageError("--until cannot stop a latin-hypercube, whose draws belong together; use another --design")
	}
	if until {
		if err := refuseIdle(given, "--until is the precision", "precision"); err != nil {
			return err
		}
		f.precision = f.until
	}
	return f.sampleFlags.check(given)
}

// leastUntil is the least precision to stop at, twice that of the quantiles.
const leastUntil = 0.002

// how says how the futures are simulated, with hints and progress on standard error.
func (f *drawFlags) how(ctx context.Context, stderr io.Writer) *runs.How {
	how := f.howIn(ctx, stderr, "draw", runs.InLanes())
	how.Until = float64(f.until)
	return how
}

// memoryLimit is what the program should stay within, whatever the number of draws.
const memoryLimit = 150 << 20

// limitMemory lets the garbage collector work harder rather than grow beyond the limit,
// unless the environment sets one of its own.
func limitMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(heapFloor + memoryLimit)
	}
}

// failedError returns an error when more futures failed than may.
func failedError(f *ensemble.Tally, most percentage, dir string) error {
	if share := float64(f.Failed()) / float64(f.Done()); share > float64(most) {
		return fmt.Errorf("%d of %s came to no finite number, more than the %v that --max-failed allows; %s lists them, and corridor run --draw runs one alone",
			f.Failed(), tables.Counted(f.Done(), "future"), &most, dir)
	}
	return nil
}
