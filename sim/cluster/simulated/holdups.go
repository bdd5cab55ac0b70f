package simulated

import "slices"

// Holdup is a limit and how many seconds sooner the work would be done without it, in the mean.
type Holdup struct {
	Limit   string
	Seconds float64
}

// finer is into how many parts chunks are cut to see what it costs that they are not.
const finer = 16

// limits are what a case could do without, each with how it is taken away.
var limits = []struct {
	name string
	lift func(*Case)
}{
	{"scheduler", func(c *Case) { c.Scheduler = Scheduler{MostTasks: c.Scheduler.MostTasks} }},
	{"start of tasks", func(c *Case) { c.Cluster.Start, c.Cluster.StartBytes = 0, 0 }},
	{"storage", func(c *Case) { c.Storage.Rate = 0 }},
	{"intake", func(c *Case) { c.Coordinator.Record, c.Coordinator.Rate = 0, 0 }},
	{"looks at the queue", func(c *Case) { c.Coordinator.Poll, c.Coordinator.Look, c.Coordinator.File = 0, 0, 0 }},
	{"merging", func(c *Case) { c.Coordinator.Merge = 0 }},
	{"before and after", func(c *Case) { c.Coordinator.Before, c.Coordinator.After = 0, 0 }},
	{"size of chunks", cutFiner},
	{"uneven nodes and chunks", func(c *Case) { c.Cluster.NodeSpread, c.Work.Spread = 0, nil }},
	{"faults", func(c *Case) { c.Faults = Faults{} }},
	{"cores", func(c *Case) {
		c.Cluster.Nodes, c.Work.Tasks, c.Scheduler.MostTasks = 2*c.Cluster.Nodes, 2*c.Work.Tasks, 0
	}},
}

// cutFiner cuts every chunk into parts that together take as long and as much room, and cost
// as much to take in and to merge.
func cutFiner(c *Case) {
	w := &c.Work
	w.Chunks *= finer
	w.Seconds /= finer
	w.Bytes /= finer
	c.Coordinator.Record /= finer
	c.Coordinator.Merge /= finer
	if w.Sizes == nil {
		return
	}
	sizes := w.Sizes
	w.Sizes = make([]float64, 0, w.Chunks)
	for _, size := range sizes {
		for range finer {
			w.Sizes = append(w.Sizes, size)
		}
	}
}

// Holdups takes one limit after the other away, in the same replications, and returns what
// that saves, the most first. Cores are not taken away but doubled.
func (c *Case) Holdups(seed uint64, replications int) ([]Holdup, error) {
	with, err := c.Forecast(seed, replications)
	if err != nil {
		return nil, err
	}
	makespan := func(o *Outcome) float64 { return o.Makespan }
	var list []Holdup
	for _, limit := range limits {
		other := *c
		limit.lift(&other)
		without, err := other.Forecast(seed, replications)
		if err != nil {
			return nil, err
		}
		list = append(list, Holdup{limit.name, with.Mean(makespan) - without.Mean(makespan)})
	}
	slices.SortStableFunc(list, func(a, b Holdup) int {
		switch {
		case a.Seconds > b.Seconds:
			return -1
		case a.Seconds < b.Seconds:
			return 1
		}
		return 0
	})
	return list, nil
}
