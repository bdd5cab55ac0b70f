package simulated

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// starts simulates until the first chunks are begun and returns when each task was started.
func starts(c *Case) (at []float64, phase float64) {
	s := c.newSimulation(1, 0)
	s.agenda.plan(event{kind: polls})
	s.run()
	for _, t := range s.tasks {
		at = append(at, t.started)
	}
	return at, s.phase
}

// TestTasksStartInPasses: the first hundred three seconds after the submission, the others in the
// full pass that comes next, and none before another has ended where there is no room.
func TestTasksStartInPasses(t *testing.T) {
	c := quick(Work{Chunks: 250, Seconds: 1000, Tasks: 250, Workers: 1}, 200, 1)
	c.Scheduler = Scheduler{Submit: 2, Delay: 3, Depth: 100, Interval: 60}
	at, phase := starts(&c)
	require.Len(t, at, 250)
	pass := phase
	for pass <= 2 {
		pass += 60
	}
	require.Greater(t, pass, 5.0, "or the test is of another order")
	for i, when := range at {
		switch {
		case i < 100:
			require.Equal(t, 5.0, when, i)
		case i < 200:
			require.Equal(t, pass, when, i)
		default: // after the first ends at 1005
			require.Equal(t, 1008.0, when, i)
		}
	}
}

// TestTasksStartOneByOne where the scheduler can start so many in a second.
func TestTasksStartOneByOne(t *testing.T) {
	c := quick(Work{Chunks: 50, Seconds: 1000, Tasks: 50, Workers: 1}, 50, 1)
	c.Scheduler.PerSecond = 4
	at, _ := starts(&c)
	for i, when := range at {
		require.InDelta(t, float64(i)/4, when, 1e-9)
	}
}

// TestTasksReadTheProgram: one after the other, at the rate of the storage, before they begin.
func TestTasksReadTheProgram(t *testing.T) {
	c := quick(Work{Chunks: 10, Seconds: 100, Tasks: 10, Workers: 1}, 10, 1)
	c.Cluster.Start, c.Cluster.StartBytes, c.Storage.Rate = 0.5, 300, 100
	o := c.Once(1, 0)
	require.InDelta(t, 3.5, o.First, 1e-9)
	require.InDelta(t, 30.5+100, o.Computed, 1e-9)
	require.InDelta(t, 10*(3*5.5+0.5), o.Starting, 1e-9, "3, 6, … 30 s and a half each")
}

// TestFewTasksWhereThereIsLittle: a worker is wanted for so much work alone.
func TestFewTasksWhereThereIsLittle(t *testing.T) {
	for _, test := range []struct {
		chunks, tasks, workers int
		each, least            float64
		want                   int
	}{
		{100, 8, 1, 1, 0, 8}, {100, 8, 1, 0.1, 15, 2}, {100, 8, 1, 1, 15, 8}, {3, 8, 1, 1, 0, 3}, {1000, 8, 4, 0.1, 15, 3}, {1, 8, 1, 0, 15, 1},
	} {
		w := Work{Tasks: test.tasks, Workers: test.workers, Least: test.least}
		require.Equal(t, test.want, w.tasksFor(test.chunks, test.each*float64(test.chunks)), "%+v", test)
	}
}
