package cluster

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"corridor/sim/journal"
)

// office follows the tasks of a work.
type office struct {
	*Slurm
	*Work
	dir     string // absolute
	name    string // of the jobs, before their number
	batches []*given
	missing map[uint64]bool
	quiet   bool // the queue has not answered lately
	refused int  // answers of sbatch in a row that tell nothing
	waits   string
}

// given is a batch that was given out.
type given struct {
	*batch
	dir       string
	job       string // "" where it is not known
	submitted bool   // in this run or, where it was read, in an earlier one
	old       bool   // it was read
	tasks     []*followed
}

// followed is a task that was given out.
type followed struct {
	chunks []uint64
	came   map[uint64]bool  // chunks it has finished
	read   map[string]int64 // how much of each of its files
	absent int              // looks at the queue in a row that did not show it
	lost   bool             // it has ended, and what it has not finished was given out again
}

func (t *followed) done() bool { return len(t.came) == len(t.chunks) }

// gone is after how many looks at the queue that do not show a task it has ended, with all
// that it wrote in sight: other machines see a file late.
const gone = 2

// Compute has the chunks computed by the tasks of job arrays, those of an earlier run that was
// interrupted included.
func (c *Slurm) Compute(ctx context.Context, w *Work) error {
	o := &office{Slurm: c, Work: w, missing: map[uint64]bool{}}
	for _, chunk := range w.Chunks {
		o.missing[chunk] = true
	}
	if c.DryRun {
		return o.show()
	}
	if err := o.enter(); err != nil {
		return err
	}
	err := o.follow(ctx)
	var left *LeftError
	if err == nil || errors.As(err, &left) {
		return err
	}
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return errors.Join(err, o.leave(ctx))
}

// follow submits what nobody computes, until nothing is missing.
func (o *office) follow(ctx context.Context) error {
	for begun := time.Now(); ; {
		answered, err := o.look(ctx)
		if err != nil {
			return err
		}
		if err := o.take(); err != nil {
			return err
		}
		if len(o.missing) == 0 {
			return o.end(ctx)
		}
		if answered {
			if err := o.giveOut(ctx); err != nil {
				return err
			}
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(o.pause(time.Since(begun))):
		}
	}
}

// pause is how long the queue is left alone: the longer, the longer the work has taken.
func (o *office) pause(since time.Duration) time.Duration {
	most := o.Poll
	if most == 0 {
		most = usualPoll
	}
	return min(most, max(leastPoll, since/20))
}

// names lists those of the jobs that may be in the queue.
func (o *office) names() (names []string) {
	for _, g := range o.batches {
		if !g.over() {
			names = append(names, g.Name)
		}
	}
	return names
}

func (g *given) over() bool {
	return !slices.ContainsFunc(g.tasks, func(t *followed) bool { return !t.lost && !t.done() })
}

// look looks at the queue, if it answers, and notes which tasks are in it.
func (o *office) look(ctx context.Context) (answered bool, err error) {
	names := o.names()
	if len(names) == 0 {
		return true, nil
	}
	queue, err := queued(ctx, names)
	switch {
	case ctx.Err() != nil:
		return false, ctx.Err()
	case err != nil && busy(err):
		if !o.quiet {
			o.tell(fmt.Sprintf("the queue does not answer (%v); what the tasks finish is taken in all the same", err))
		}
		o.quiet = true
		return false, nil
	case err != nil:
		return false, err
	case o.quiet:
		o.tell("the queue answers again")
		o.quiet = false
	}
	running, waiting := 0, 0
	for _, g := range o.batches {
		of := queue[g.Name]
		g.submitted = g.submitted || len(of) > 0
		for i, t := range g.tasks {
			s, there := of[i]
			if !there {
				t.absent++
				continue
			}
			t.absent, g.job = 0, s.job
			if s.running() {
				running++
			} else {
				waiting++
				o.stuck(g, i, s)
			}
		}
	}
	o.say(fmt.Sprintf("%d running, %d waiting", running, waiting))
	return true, nil
}

// stuck tells of a task that waits for something that will not come by itself.
func (o *office) stuck(g *given, task int, s state) {
	what := s.reason
	if !strings.Contains(strings.ToLower(what), "held") && !strings.HasPrefix(what, "Partition") && !strings.HasPrefix(what, "Bad") || what == o.waits {
		return
	}
	o.waits = what
	o.tell(fmt.Sprintf("task %d of job %s (%s) waits: Slurm says %s", task, s.job, g.Name, what))
}

// take keeps the chunks that tasks have finished since the last time.
func (o *office) take() error {
	for _, g := range o.batches {
		if g.over() {
			continue
		}
		list, err := os.ReadDir(g.dir)
		if err != nil {
			return err
		}
		for _, entry := range list {
			task, ok := taskOf(entry.Name())
			if !ok || task >= len(g.tasks) {
				continue
			}
			if err := o.takeOf(g.tasks[task], filepath.Join(g.dir, entry.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

func (o *office) takeOf(t *followed, file string) (err error) {
	t.read[file], err = journal.Since(file, o.Header, t.read[file], func(r journal.Record) error {
		if t.came[r.Chunk] {
			return nil // taken over from an earlier start
		}
		t.came[r.Chunk] = true
		err := o.Keep(r.Chunk, r.Payload)
		delete(o.missing, r.Chunk)
		return err
	})
	return err
}
