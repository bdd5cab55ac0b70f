package simulated

import (
	"fmt"
	"math"

	"corridor/sim/random"
)

// Case is a piece of work and the cluster that it is done on.
type Case struct {
	Work        Work
	Cluster     Cluster
	Scheduler   Scheduler
	Storage     Storage
	Faults      Faults
	Coordinator Coordinator
}

// Work is chunks, and how they are shared out.
type Work struct {
	Chunks  int
	Seconds float64             // that a chunk takes an undisturbed core of speed 1
	Spread  random.Distribution // of that time, as a factor with the mean 1; nil for none
	Sizes   []float64           // of the chunks, as factors of time; nil for chunks all alike
	Bytes   float64             // of the record of a chunk

	Tasks   int     // of a job array, at most
	Workers int     // of a task, a core each
	Least   float64 // seconds of work that are worth a worker; 0 for any
	Retries int     // how often a chunk is given out again that its task has not brought on
	Pull    bool    // workers take chunks from one queue; false where a task is given its own, dealt in turn
}

// Cluster is the machines.
type Cluster struct {
	Nodes, Cores int     // cores of each node
	NodeSpread   float64 // standard deviation of the logarithm of a node's speed, whose mean time factor is 1
	Start        float64 // s from the start of a task to its first chunk
	StartBytes   float64 // that a task reads before
}

// Scheduler starts tasks: some of them soon after each event, all for which there is room at
// intervals, as Slurm's does (https://slurm.schedmd.com/sched_config.html).
type Scheduler struct {
	Submit    float64 // s that it takes to submit a job array
	Delay     float64 // s from a submission, or the end of a task, to the quick pass that it causes
	Depth     int     // tasks that a quick pass looks at; 0 for all
	Interval  float64 // s between full passes; 0 where every pass is a full one
	PerSecond float64 // tasks started in a second, at most; 0 for any number
	MostTasks int     // of a job array; 0 for any number
}

// Storage is what all machines share, a transfer at a time.
type Storage struct {
	Rate float64 // bytes a second; 0 for no limit
}

// Faults are mean times between events that come at any moment (exponential), 0 for never.
type Faults struct {
	Task    float64 // s of a task until it fails by itself, which ends it
	Preempt float64 // s of a task until another takes its place, after which it waits again
	Node    float64 // s of a node until it fails
	Notice  float64 // s until that is noticed, and its tasks wait again
	Repair  float64 // s from then until it is back
	Requeue float64 // s that a task is held back before it waits again
	Limit   float64 // s after which a task is ended; 0 for none
}

// Coordinator is the process that follows the tasks.
type Coordinator struct {
	Before float64 // s until the first submission
	Poll   float64 // s between two looks at the queue, at most: it is a twentieth of the time so far
	Least  float64 // and at least, above 0
	Look   float64 // s that a look takes
	File   float64 // s that it takes to look at the file of a task
	Gone   int     // looks in a row that do not show a task, after which it is lost
	Record float64 // s to take in a record
	Rate   float64 // bytes of records taken in, in a second; 0 for no limit
	Merge  float64 // s to merge a chunk
	After  float64 // s for the tables and the rest
}

// Check returns an error for a case that cannot be simulated.
func (c *Case) Check() error {
	w, m := &c.Work, &c.Cluster
	for _, count := range []struct {
		name string
		n    int
	}{
		{"chunks", w.Chunks}, {"tasks", w.Tasks}, {"workers of a task", w.Workers}, {"nodes", m.Nodes}, {"cores of a node", m.Cores},
	} {
		if count.n < 1 {
			return fmt.Errorf("%d %s, expected at least 1", count.n, count.name)
		}
	}
	if w.Workers > m.Cores {
		return fmt.Errorf("tasks of %d workers on nodes of %d cores", w.Workers, m.Cores)
	}
	if w.Sizes != nil && len(w.Sizes) != w.Chunks {
		return fmt.Errorf("sizes of %d chunks of %d", len(w.Sizes), w.Chunks)
	}
	if w.Tasks > c.Scheduler.MostTasks && c.Scheduler.MostTasks > 0 {
		return fmt.Errorf("a job array of %d tasks, where the scheduler takes at most %d", w.Tasks, c.Scheduler.MostTasks)
	}
	if !(c.Coordinator.Least > 0) {
		return fmt.Errorf("the least time between two looks is %v, expected a number above 0", c.Coordinator.Least)
	}
	for _, number := range c.numbers() {
		if !(number.v >= 0) || math.IsInf(number.v, 1) {
			return fmt.Errorf("%s is %v, expected a number from 0", number.name, number.v)
		}
	}
	return nil
}

// number is a number of a case, and what it is.
type number struct {
	name string
	v    float64
}

// numbers are those that must not be negative.
func (c *Case) numbers() []number {
	s, f, o := &c.Scheduler, &c.Faults, &c.Coordinator
	return []number{
		{"time of a chunk", c.Work.Seconds}, {"bytes of a chunk", c.Work.Bytes}, {"least work", c.Work.Least},
		{"retries", float64(c.Work.Retries)}, {"spread of nodes", c.Cluster.NodeSpread},
		{"start of a task", c.Cluster.Start}, {"bytes of a start", c.Cluster.StartBytes},
		{"submission", s.Submit}, {"delay of a pass", s.Delay}, {"depth of a pass", float64(s.Depth)},
		{"interval of passes", s.Interval}, {"tasks a second", s.PerSecond}, {"rate of storage", c.Storage.Rate},
		{"faults of tasks", f.Task}, {"preemption", f.Preempt}, {"faults of nodes", f.Node}, {"notice", f.Notice},
		{"repair", f.Repair}, {"requeue", f.Requeue}, {"time limit", f.Limit},
		{"time before", o.Before}, {"poll", o.Poll}, {"look", o.Look}, {"look at a file", o.File},
		{"time of a record", o.Record}, {"rate of intake", o.Rate}, {"merge", o.Merge}, {"time after", o.After},
	}
}

// size is the time of a chunk as a factor, before luck.
func (w *Work) size(chunk int) float64 {
	if w.Sizes == nil {
		return 1
	}
	return w.Sizes[chunk]
}

// whole is the time that all chunks take one undisturbed core.
func (w *Work) whole() float64 {
	sum := 0.0
	for chunk := range w.Chunks {
		sum += float64(w.Seconds * w.size(chunk))
	}
	return sum
}

// tasksFor returns among how many tasks chunks are shared out that take so long together.
func (w *Work) tasksFor(chunks int, whole float64) int {
	n := min(w.Tasks, chunks)
	if w.Least > 0 {
		n = min(n, int(math.Ceil(whole/float64(w.Least*float64(w.Workers))))+1)
	}
	return max(1, n)
}

// deal deals out chunks to n tasks in turn.
func deal(chunks []int, n int) [][]int {
	tasks := make([][]int, n)
	for i, chunk := range chunks {
		tasks[i%n] = append(tasks[i%n], chunk)
	}
	return tasks
}
