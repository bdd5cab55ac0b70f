package cluster

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"corridor/sim/disk"
)

// end takes what has come and removes what the tasks have written: it is in the journal.
func (o *office) end(ctx context.Context) error {
	if err := o.take(); err != nil {
		return err
	}
	if _, err := o.Sync(); err != nil {
		return err
	}
	if names := o.working(); len(names) > 0 {
		_ = cancel(ctx, names) // what is computed twice is not waited for
	}
	for _, g := range o.batches {
		if err := disk.RemoveAll(g.dir); err != nil {
			return err
		}
	}
	return nil
}

// working lists the jobs of which tasks were last seen in the queue.
func (o *office) working() (names []string) {
	for _, g := range o.batches {
		if slices.ContainsFunc(g.tasks, func(t *followed) bool { return t.absent == 0 && !t.done() }) {
			names = append(names, g.Name)
		}
	}
	return names
}

// leave cancels the tasks of a run that ends before they have, unless they are to stay, and keeps
// what they have finished.
func (o *office) leave(ctx context.Context) error {
	if ctx.Err() != nil && o.Stays != nil && o.Stays(ctx) {
		return o.take()
	}
	interrupted := ctx.Err() != nil
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer stop()
	names := o.names()
	switch {
	case len(o.batches) == 0 || interrupted && len(names) == 0:
		return o.clear(ctx)
	case len(names) == 0:
		return o.take()
	}
	if err := cancel(ctx, names); err != nil {
		return errors.Join(fmt.Errorf("the tasks could not be cancelled: %w", err), o.take())
	}
	for ctx.Err() == nil {
		if queue, err := queued(ctx, names); err == nil && len(queue) == 0 {
			if interrupted {
				return o.clear(ctx)
			}
			break // what the tasks have printed stays
		}
		select {
		case <-ctx.Done():
		case <-time.After(leastPoll):
		}
	}
	return o.take()
}

// clear takes what has come and removes the directory: no task is left.
func (o *office) clear(ctx context.Context) error {
	if err := o.end(ctx); err != nil {
		return err
	}
	return disk.RemoveAll(o.dir)
}

// Clear cancels the tasks that are left and removes the directory.
func (c *Slurm) Clear(dir string) error {
	name, err := os.ReadFile(filepath.Join(dir, nameFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil // all was done here
	}
	if err != nil {
		return err
	}
	numbers, err := batchesIn(dir)
	if err != nil {
		return err
	}
	var names []string
	for _, n := range numbers {
		names = append(names, jobName(string(name), n))
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	_ = cancel(ctx, names) // what is left writes where nobody looks
	return disk.RemoveAll(dir)
}

func jobName(name string, number int) string { return fmt.Sprintf("%s-%d", name, number) }
