package cluster

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"corridor/sim/disk"
)

// giveOut submits what is in no task that still works.
func (o *office) giveOut(ctx context.Context) error {
	unsent := slices.IndexFunc(o.batches, func(g *given) bool { return !g.submitted })
	if unsent >= 0 {
		return o.send(ctx, o.batches[unsent])
	}
	kept := map[uint64]bool{} // by tasks that work
	for _, g := range o.batches {
		for i, t := range g.tasks {
			if t.lost || t.done() {
				continue
			}
			if t.absent < gone {
				for _, chunk := range t.chunks {
					kept[chunk] = true
				}
				continue
			}
			if err := o.lose(ctx, g, i, t); err != nil {
				return err
			}
		}
	}
	var free []uint64
	for chunk := range o.missing {
		if !kept[chunk] {
			free = append(free, chunk)
		}
	}
	if len(free) == 0 {
		return o.goAway(ctx)
	}
	slices.Sort(free)
	if err := o.patient(free); err != nil {
		return err
	}
	g, err := o.prepare(free)
	if err != nil {
		return err
	}
	return o.send(ctx, g)
}

// lose gives up a task that has ended before its chunks were done.
func (o *office) lose(ctx context.Context, g *given, i int, t *followed) error {
	t.lost = true
	undone := 0
	for _, chunk := range t.chunks {
		if o.missing[chunk] {
			undone++
		}
	}
	if undone == 0 {
		return nil
	}
	if why, err := os.ReadFile(failedFile(g.dir, i)); err == nil && !o.forgiven(g) {
		return fmt.Errorf("task %d of %s: %s", i, g.Name, strings.TrimSpace(string(why)))
	}
	why := ""
	if g.job != "" {
		why = ended(ctx, g.job, i)
	}
	if why != "" {
		why = " (" + why + ")"
	}
	o.tell(fmt.Sprintf("task %d of %s has ended%s with %d of its %d chunks undone; they are given out again", i, g.Name, why, undone, len(t.chunks)))
	return nil
}

// patient returns an error for a chunk that too many tasks have failed to bring on.
func (o *office) patient(free []uint64) error {
	type last struct {
		times int
		log   string
	}
	failed := map[uint64]last{}
	for _, g := range o.batches {
		if o.forgiven(g) {
			continue
		}
		for i, t := range g.tasks {
			if len(t.came) > 0 {
				continue
			}
			for _, chunk := range t.chunks {
				failed[chunk] = last{failed[chunk].times + 1, logFile(g.dir, fmt.Sprint(i))}
			}
		}
	}
	for _, chunk := range free {
		if f := failed[chunk]; f.times > o.Retries {
			said := "it printed nothing: do all machines see that directory?"
			if line := lastLine(f.log); line != "" {
				said = "its last words are: " + line
			}
			return fmt.Errorf("chunk %d was given to %d tasks, and none of them finished anything: see %s; %s. What is finished is kept, and --resume goes on from there", chunk, f.times, f.log, said)
		}
	}
	return nil
}

// forgiven reports whether a batch is of an earlier run: whoever goes on with it may have mended
// why its tasks failed. A run that goes on by itself has mended nothing.
func (o *office) forgiven(g *given) bool { return g.old && o.GoOn == nil }

// lastLine is the last line of a file that has something in it.
func lastLine(file string) string {
	text, _ := os.ReadFile(file) // one that is not there says nothing
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return lines[len(lines)-1]
}

// prepare writes a batch of chunks, and the file of its job array.
func (o *office) prepare(chunks []uint64) (*given, error) {
	number := 1
	if numbers, err := batchesIn(o.dir); err != nil {
		return nil, err
	} else if len(numbers) > 0 {
		number = numbers[len(numbers)-1] + 1
	}
	b := &batch{
		Format: batchFormat, Name: jobName(o.name, number), Workers: o.Workers,
		Tasks: Deal(chunks, o.tasksFor(len(chunks), o.Each)),
	}
	end, err := o.Sync()
	if err != nil {
		return nil, err
	}
	if end > 0 {
		file, err := filepath.Abs(o.Journal)
		if err == nil {
			file, err = filepath.Rel(o.dir, file)
		}
		if err != nil {
			return nil, err
		}
		b.Journal, b.End = filepath.ToSlash(file), end
	}
	dir := batchDir(o.dir, number)
	if err := disk.MakeDirectories(dir); err != nil {
		return nil, err
	}
	if err := disk.Replace(filepath.Join(dir, scriptFile), []byte(o.script(b.Name, dir, len(b.Tasks)))); err != nil {
		return nil, err
	}
	if err := b.write(dir); err != nil {
		return nil, err
	}
	g := newGiven(b, dir)
	o.batches = append(o.batches, g)
	return g, nil
}

// send submits a batch.
func (o *office) send(ctx context.Context, g *given) error {
	script, err := os.ReadFile(filepath.Join(g.dir, scriptFile))
	if err != nil {
		return err
	}
	g.job, err = submit(ctx, string(script))
	switch {
	case err == nil:
		g.submitted, o.refused = true, 0
		for _, t := range g.tasks {
			t.absent = 0
		}
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case busy(err) && o.refused < mostBad: // whether it is in the queue is seen there
		if o.refused++; o.refused == 1 {
			o.tell(fmt.Sprintf("%v; it is submitted again unless the queue has it", err))
		}
		return nil
	}
	o.batches = slices.DeleteFunc(o.batches, func(other *given) bool { return other == g })
	return errors.Join(err, disk.RemoveAll(g.dir))
}

// goAway submits the run itself, to go on when the tasks have ended, and leaves.
func (o *office) goAway(ctx context.Context) error {
	if o.GoOn == nil {
		return nil
	}
	var after []string
	for _, g := range o.batches {
		if g.job != "" && !g.over() && !slices.Contains(after, g.job) {
			after = append(after, g.job)
		}
	}
	if len(after) == 0 {
		return nil // the next look at the queue tells
	}
	here, err := os.Getwd()
	if err != nil {
		return err
	}
	job, err := submit(ctx, o.goOn(o.name, o.dir, here, after))
	if err != nil {
		return err
	}
	return &LeftError{"", fmt.Sprintf("job %s computes, and job %s goes on when it has ended; it prints to %s", strings.Join(after, ", "), job, logOf(o.dir))}
}
