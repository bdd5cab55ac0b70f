package cluster

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"corridor/sim/disk"
	"corridor/sim/journal"
)

// office follows the tasks of a work.
type office struct {
	*Slurm
	*Work
	dir     string // absolute
	name    string // of the jobs, before their number
	program string
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

// show writes the scripts that would be submitted.
func (o *office) show() error {
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return err
	}
	n := o.tasksFor(len(o.Chunks), o.Each)
	batch, program := batchDir(dir, 1), filepath.Join(dir, programFile)
	text := o.script(newName(dir, "…"), batch, program, n)
	if o.GoOn != nil {
		here, err := os.Getwd()
		if err != nil {
			return err
		}
		text += "\n" + o.goOn(newName(dir, "…"), dir, here, program, []string{"…"})
	}
	return &LeftError{text, fmt.Sprintf("%d chunks for %d tasks; nothing was submitted", len(o.Chunks), n)}
}

// newName is the name of the jobs of a directory.
func newName(dir, own string) string {
	return "corridor-" + strings.TrimSuffix(filepath.Base(dir), filepath.Ext(dir)) + "-" + own
}

// enter makes the directory ready, or finds what an earlier run has given out.
func (o *office) enter() (err error) {
	if err := there(); err != nil {
		return err
	}
	if o.dir, err = filepath.Abs(o.Dir); err != nil {
		return err
	}
	o.program = filepath.Join(o.dir, programFile)
	file := filepath.Join(o.dir, questionFile)
	asked, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := o.furnish(); err != nil {
			return err
		}
	case err != nil:
		return err
	case !bytes.Equal(asked, o.Question):
		return fmt.Errorf("%s holds the tasks of another run, or of another version: remove it to start anew", o.dir)
	}
	name, err := os.ReadFile(filepath.Join(o.dir, nameFile))
	if err != nil {
		return err
	}
	o.name = string(name)
	numbers, err := batchesIn(o.dir)
	if err != nil {
		return err
	}
	for _, n := range numbers {
		dir := batchDir(o.dir, n)
		b, err := readBatch(dir)
		if errors.Is(err, fs.ErrNotExist) {
			continue // it was never submitted
		}
		if err != nil {
			return err
		}
		g := newGiven(b, dir, true)
		g.old = true
		o.batches = append(o.batches, g)
	}
	return nil
}

// furnish puts the question and the program into a new directory; the question last, so that
// one that has it has all.
func (o *office) furnish() error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	program, err := os.ReadFile(self)
	if err != nil {
		return err
	}
	own := make([]byte, 4)
	if _, err := rand.Read(own); err != nil {
		return err
	}
	for _, f := range []struct {
		name    string
		content []byte
	}{
		{programFile, program}, {nameFile, []byte(newName(o.dir, hex.EncodeToString(own)))}, {questionFile, o.Question},
	} {
		file := filepath.Join(o.dir, f.name)
		if err := disk.Replace(file, f.content); err != nil {
			return err
		}
		if f.name == programFile {
			if err := os.Chmod(file, 0o755); err != nil {
				return err
			}
		}
	}
	return nil
}

func newGiven(b *batch, dir string, submitted bool) *given {
	g := &given{batch: b, dir: dir, submitted: submitted}
	for _, chunks := range b.Tasks {
		g.tasks = append(g.tasks, &followed{chunks: chunks, came: map[uint64]bool{}, read: map[string]int64{}})
	}
	return g
}

// follow submits what nobody computes, until nothing is missing.
func (o *office) follow(ctx context.Context) error {
	for begun := time.Now(); ; {
		queue, err := o.look(ctx)
		if err != nil {
			return err
		}
		if err := o.take(); err != nil {
			return err
		}
		if len(o.missing) == 0 {
			return o.end(ctx)
		}
		if queue != nil {
			if err := o.giveOut(ctx, queue); err != nil {
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

// look looks at the queue, and notes which tasks are in it; nil where it does not answer.
func (o *office) look(ctx context.Context) (map[string]map[int]state, error) {
	names := o.names()
	if len(names) == 0 {
		return map[string]map[int]state{}, nil
	}
	queue, err := queued(ctx, names)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil && busy(err):
		if !o.quiet {
			o.tell(fmt.Sprintf("the queue does not answer (%v); what the tasks finish is taken in all the same", err))
		}
		o.quiet = true
		return nil, nil
	case err != nil:
		return nil, err
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
	return queue, nil
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

// giveOut submits what is in no task that still works.
func (o *office) giveOut(ctx context.Context, queue map[string]map[int]state) error {
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
		Tasks: share(chunks, o.tasksFor(len(chunks), o.Each)),
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
	if err := disk.Replace(filepath.Join(dir, scriptFile), []byte(o.script(b.Name, dir, o.program, len(b.Tasks)))); err != nil {
		return nil, err
	}
	if err := b.write(dir); err != nil {
		return nil, err
	}
	g := newGiven(b, dir, false)
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
	job, err := submit(ctx, o.goOn(o.name, o.dir, here, o.program, after))
	if err != nil {
		return err
	}
	return &LeftError{"", fmt.Sprintf("job %s computes, and job %s goes on when it has ended; it prints to %s", strings.Join(after, ", "), job, logOf(o.dir))}
}

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
