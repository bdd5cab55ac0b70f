package simulated

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/random"
)

// uneven is a case in which everything happens.
func uneven(t testing.TB) Case {
	spread, err := random.NewLognormal(1, 0.2)
	require.NoError(t, err)
	return Case{
		Work:        Work{Chunks: 300, Seconds: 30, Spread: spread, Bytes: 1e6, Tasks: 40, Workers: 2, Retries: 3, Least: 15},
		Cluster:     Cluster{Nodes: 10, Cores: 4, NodeSpread: 0.1, Start: 2, StartBytes: 4e7},
		Scheduler:   Scheduler{Submit: 1, Delay: 3, Depth: 10, Interval: 60, PerSecond: 5},
		Storage:     Storage{Rate: 1e8},
		Faults:      Faults{Task: 2000, Preempt: 2000, Node: 3000, Notice: 60, Repair: 300, Requeue: 60, Limit: 600},
		Coordinator: Coordinator{Before: 3, Poll: 15, Least: 0.5, Look: 0.05, File: 1e-4, Gone: 2, Record: 0.01, Rate: 2e8, Merge: 0.02, After: 4},
	}
}

// TestForecastIsOfTheSeed: the same again, and other with another.
func TestForecastIsOfTheSeed(t *testing.T) {
	c := uneven(t)
	first, err := c.Forecast(1, 8)
	require.NoError(t, err)
	again, err := c.Forecast(1, 8)
	require.NoError(t, err)
	require.Equal(t, first.Outcomes, again.Outcomes)
	require.Equal(t, c.Once(1, 5), first.Outcomes[5])
	other, err := c.Forecast(2, 8)
	require.NoError(t, err)
	require.NotEqual(t, first.Outcomes, other.Outcomes)
	require.Less(t, first.Makespan(0.05), first.Makespan(0.95))
	steps := 0.0
	for _, step := range first.Outcomes[0].Steps() {
		require.GreaterOrEqual(t, step.Seconds, 0.0, step.Name)
		steps += step.Seconds
	}
	require.InDelta(t, first.Outcomes[0].Makespan, steps, 1e-9)
	require.Equal(t, "chunks are computed", first.Slowest().Name)
}

// TestHoldupsNameTheLimit: where one thing is scarce and nothing else is, it is the one without
// which the work would be done sooner, by what it costs.
func TestHoldupsNameTheLimit(t *testing.T) {
	work := Work{Chunks: 400, Seconds: 10, Bytes: 1000, Tasks: 100, Workers: 1, Retries: 9}
	for name, scarce := range map[string]func(*Case){
		"storage":            func(c *Case) { c.Storage.Rate = 1000 },
		"intake":             func(c *Case) { c.Coordinator.Record = 1 },
		"merging":            func(c *Case) { c.Coordinator.Merge = 1 },
		"scheduler":          func(c *Case) { c.Scheduler.PerSecond = 0.2 },
		"start of tasks":     func(c *Case) { c.Cluster.Start = 100 },
		"before and after":   func(c *Case) { c.Coordinator.After = 500 },
		"looks at the queue": func(c *Case) { c.Coordinator.Look = 200 },
		"faults":             func(c *Case) { c.Faults = Faults{Preempt: 5} },
		"size of chunks":     func(c *Case) { c.Work.Chunks, c.Work.Seconds = 51, 80 },
		"cores":              func(*Case) {},
	} {
		c := quick(work, 100, 1)
		scarce(&c)
		list, err := c.Holdups(1, 2)
		require.NoError(t, err, name)
		require.Len(t, list, len(limits))
		require.Equal(t, name, list[0].Limit, fmt.Sprint(list))
		require.Greater(t, list[0].Seconds, list[1].Seconds, fmt.Sprint(list))
	}
}

// TestCutFinerIsTheSameWork: as long in all, with as many bytes.
func TestCutFinerIsTheSameWork(t *testing.T) {
	c := uneven(t)
	c.Work.Sizes = make([]float64, c.Work.Chunks)
	for i := range c.Work.Sizes {
		c.Work.Sizes[i] = 1 + float64(i%3)
	}
	fine := c
	cutFiner(&fine)
	require.NoError(t, fine.Check())
	require.InDelta(t, c.Work.whole(), fine.Work.whole(), 1e-6)
	require.InDelta(t, c.Work.Bytes*float64(c.Work.Chunks), fine.Work.Bytes*float64(fine.Work.Chunks), 1e-3)
	require.Len(t, c.Work.Sizes, 300, "the case itself is as it was")
}

// TestCheck: a case that cannot be is refused, with what is wrong.
func TestCheck(t *testing.T) {
	for want, change := range map[string]func(*Case){
		"0 chunks, expected at least 1":                          func(c *Case) { c.Work.Chunks = 0 },
		"-1 nodes, expected at least 1":                          func(c *Case) { c.Cluster.Nodes = -1 },
		"tasks of 5 workers on nodes of 4 cores":                 func(c *Case) { c.Work.Workers = 5 },
		"sizes of 2 chunks of 300":                               func(c *Case) { c.Work.Sizes = []float64{1, 2} },
		"storage":                                                func(c *Case) { c.Storage.Rate = -1 },
		"repair is -3, expected a number from 0":                 func(c *Case) { c.Faults.Repair = -3 },
		"a job array of 40 tasks, where the scheduler takes":     func(c *Case) { c.Scheduler.MostTasks = 39 },
		"the least time between two looks is 0, expected a numb": func(c *Case) { c.Coordinator.Least = 0 },
	} {
		c := uneven(t)
		require.NoError(t, c.Check())
		change(&c)
		require.ErrorContains(t, c.Check(), want)
		_, err := c.Forecast(1, 1)
		require.ErrorContains(t, err, want)
	}
	c := uneven(t)
	_, err := c.Forecast(1, 0)
	require.EqualError(t, err, "a forecast without replications")
}

// BenchmarkOnce times a replication of a thousand tasks and ten thousand chunks.
func BenchmarkOnce(b *testing.B) {
	c := uneven(b)
	c.Work.Chunks, c.Work.Tasks, c.Cluster.Nodes, c.Cluster.Cores = 10_000, 1000, 1000, 2
	for b.Loop() {
		if o := c.Once(1, 0); o.Failed != "" {
			b.Fatal(o.Failed)
		}
	}
}
