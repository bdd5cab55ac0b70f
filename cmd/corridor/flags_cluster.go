package main

import (
	"context"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/pflag"

	"corridor/sim/cluster"
	"corridor/sim/runs"
)

// clusterFlags say where the work is done.
type clusterFlags struct {
	on      string
	tasks   uint64
	cpus    uint64
	sbatch  []string
	retries uint64
	here    time.Duration
	detach  bool
	dryRun  bool
	given   *pflag.FlagSet
}

const onSlurm = "slurm"

// mostTasks bounds the tasks of a job array, which Slurm's MaxArraySize bounds too.
const mostTasks = 100_000

func (f *clusterFlags) add(to *pflag.FlagSet) {
	f.given, f.tasks, f.cpus, f.retries, f.here = to, 100, 1, 3, 20*time.Second
	to.StringVar(&f.on, "on", "", "where the work is done beside this machine: "+onSlurm)
	to.Var((*whole)(&f.tasks), "tasks", "tasks among which the work is shared out, at most")
	to.Var((*whole)(&f.cpus), "cpus", "processors of each task")
	to.StringArrayVar(&f.sbatch, "sbatch", nil, "option of sbatch for the jobs, such as --partition=long or --time=2:00:00; may be given again")
	to.Var((*whole)(&f.retries), "retries", "how often work is given out again that no task has brought on")
	to.DurationVar(&f.here, "here", f.here, "what this machine does sooner is done here, without a job")
	to.BoolVar(&f.detach, "detach", false, "submit the run itself to go on when the tasks have ended, and return")
	to.BoolVar(&f.dryRun, "dry-run", false, "print the scripts, and submit nothing")
}

// ofCluster are the flags that say something only where the work is done elsewhere.
var ofCluster = []string{"tasks", "cpus", "sbatch", "retries", "here", "detach", "dry-run"}

func (f *clusterFlags) check() error {
	if f.given == nil { // of a command that does all here
		return nil
	}
	if f.on == "" {
		return refuseIdle(f.given, "without --on all is done on this machine", ofCluster...)
	}
	switch {
	case f.on != onSlurm:
		return usageError("--on is %q, expected %s", f.on, onSlurm)
	case f.tasks < 1 || f.tasks > mostTasks:
		return usageError("--tasks is %d, expected a number from 1 to %d", f.tasks, mostTasks)
	case f.cpus < 1 || f.cpus > mostWorkers:
		return usageError("--cpus is %d, expected a number from 1 to %d", f.cpus, mostWorkers)
	case f.retries > mostWorkers:
		return usageError("--retries is %d, expected at most %d", f.retries, mostWorkers)
	case f.here < 0:
		return usageError("--here is %v, expected a duration of 0 or more, such as 20s", f.here)
	}
	for _, option := range f.sbatch {
		if !strings.HasPrefix(option, "-") || strings.ContainsAny(option, "\n\r") {
			return usageError("--sbatch is %q, expected an option such as --partition=long", option)
		}
	}
	return nil
}

// enter says of a run that it is done elsewhere.
func (f *clusterFlags) enter(ctx context.Context, how *runs.How) {
	if f.on == "" {
		return
	}
	slurm := &cluster.Slurm{Tasks: int(f.tasks), Workers: int(f.cpus), Options: f.sbatch, Retries: int(f.retries), Stays: hungUp}
	if f.detach {
		slurm.GoOn = commandLineWith(ctx, f.given, "--resume")
	}
	how.Here = f.here
	if f.dryRun {
		slurm.DryRun, how.Here = true, 0
	}
	how.Elsewhere = slurm
}

// hungUp reports whether a context has ended because the terminal has gone.
func hungUp(ctx context.Context) bool {
	cause := context.Cause(ctx)
	return cause != nil && strings.HasPrefix(cause.Error(), syscall.SIGHUP.String())
}
