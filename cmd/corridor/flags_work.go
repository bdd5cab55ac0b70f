package main

import (
	"context"
	"io"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"corridor/sim/runs"
)

// workersFlag says how many work at once.
type workersFlag struct{ workers uint64 }

func (f *workersFlag) add(to *pflag.FlagSet) {
	f.workers = uint64(runtime.GOMAXPROCS(0))
	to.Var((*whole)(&f.workers), "workers", "workers; the result does not depend on it")
}

// mostWorkers bounds the memory that workers take, each some of its own.
const mostWorkers = 1024

func (f *workersFlag) check() error {
	if f.workers < 1 || f.workers > mostWorkers {
		return usageError("--workers is %d, expected a number from 1 to %d", f.workers, mostWorkers)
	}
	return nil
}

// workFlags are the flags of the commands that work long.
type workFlags struct {
	workersFlag
	clusterFlags
	resume   bool
	progress string
}

func (f *workFlags) add(to *pflag.FlagSet) {
	f.workersFlag.add(to)
	f.clusterFlags.add(to)
	to.BoolVar(&f.resume, "resume", false, "go on with an interrupted run")
	to.StringVar(&f.progress, "progress", progressAuto, "how progress is shown on standard error: "+strings.Join(progressModes, ", "))
}

func (f *workFlags) check() error {
	if err := f.workersFlag.check(); err != nil {
		return err
	}
	if err := f.clusterFlags.check(); err != nil {
		return err
	}
	if !slices.Contains(progressModes, f.progress) {
		return usageError("--progress is %q, expected one of %s", f.progress, strings.Join(progressModes, ", "))
	}
	return nil
}

// how says how the work is done, with hints and progress on standard error; of names one of
// what is done.
func (f *workFlags) how(ctx context.Context, stderr io.Writer, of string) *runs.How {
	return f.howIn(ctx, stderr, of, "")
}

// howIn is how where progress says in how many lanes.
func (f *workFlags) howIn(ctx context.Context, stderr io.Writer, of, lanes string) *runs.How {
	limitMemory()
	var shown *progress
	how := &runs.How{
		Pictures: pictures(notesOf(ctx)), Workers: int(f.workers), Resume: f.resume, Stage: statusOf(ctx).say,
		Tell: hints(stderr),
		Progress: func(all, done uint64) (func(uint64), func()) {
			p := newProgress(stderr, f.progress, of, all, done, time.Now)
			p.lanes, shown = lanes, p
			return p.show, p.end
		},
		Others: func(what string) { shown.others(what) },
	}
	f.clusterFlags.enter(ctx, how)
	return how
}
