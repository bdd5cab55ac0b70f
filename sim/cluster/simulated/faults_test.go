package simulated

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/sim/random"
)

// TestFaultsCostWhatDalySays: chunks of τ that begin anew after each fault, at a rate λ and with
// a start of R before, take e^λR (e^λτ − 1)/λ each in the mean (J. T. Daly, "A higher order
// estimate of the optimum checkpoint interval for restart dumps", Future Generation Computer
// Systems 22 (2006) 303–312, eq. 13), and the first start (e^λR − 1)/λ.
func TestFaultsCostWhatDalySays(t *testing.T) {
	for _, test := range []struct{ chunk, start, every float64 }{
		{100, 0, 1000}, {100, 20, 1000}, {100, 20, 150}, {300, 60, 200},
	} {
		const chunks, replications = 50, 400
		c := quick(Work{Chunks: chunks, Seconds: test.chunk, Tasks: 1, Workers: 1}, 1, 1)
		c.Cluster.Start, c.Faults.Preempt = test.start, test.every
		f, err := c.Forecast(3, replications)
		require.NoError(t, err)
		rate := 1 / test.every
		want := (math.Expm1(rate*test.start) + chunks*math.Exp(rate*test.start)*math.Expm1(rate*test.chunk)) / rate
		computed := func(o *Outcome) float64 { return o.Computed }
		mean := f.Mean(computed)
		off := math.Sqrt(f.Mean(func(o *Outcome) float64 { return (o.Computed - mean) * (o.Computed - mean) }) / (replications - 1))
		t.Logf("%+v: %.0f ± %.0f s, expected %.0f", test, mean, off, want)
		require.InDelta(t, want, mean, 4*off)
		require.Less(t, off, 0.03*want)
	}
}

// TestBestChunkIsDalys: a chunk is a checkpoint. Of chunks of all sizes those take least time
// together that are about √(2δM) − δ long, for a cost of δ each and a time M between faults
// (J. W. Young, Communications of the ACM 17 (1974) 530–531; Daly, eq. 20 in first order).
func TestBestChunkIsDalys(t *testing.T) {
	const work, cost, every = 40_000.0, 5.0, 1000.0
	best := math.Sqrt(2*cost*every) - cost
	took := func(chunk float64) float64 {
		n := int(math.Round(work / chunk))
		c := quick(Work{Chunks: n, Seconds: work / float64(n), Bytes: cost, Tasks: 1, Workers: 1}, 1, 1)
		c.Storage.Rate, c.Faults.Preempt = 1, every
		c.Coordinator.Poll, c.Coordinator.Least = 1e9, 1e7 // it reads when all are there
		f, err := c.Forecast(5, 300)
		require.NoError(t, err)
		return f.Mean(func(o *Outcome) float64 { return o.Computed })
	}
	least := took(best)
	for _, factor := range []float64{1.0 / 8, 1.0 / 3, 3, 8} {
		require.Greater(t, took(best*factor), 1.02*least, "chunks %v times as long", factor)
	}
}

// TestNodesThatFail: a node is there M/(M + D) of the time, for M between faults and D until it is
// back, which is what chunks that take no time to lose lose by it.
func TestNodesThatFail(t *testing.T) {
	const every, notice, repair, chunks = 5000.0, 300.0, 700.0, 20_000
	c := quick(Work{Chunks: chunks, Seconds: 1, Tasks: 1, Workers: 1}, 1, 1)
	c.Faults = Faults{Node: every, Notice: notice, Repair: repair}
	f, err := c.Forecast(7, 200)
	require.NoError(t, err)
	want := chunks * (1 + (notice+repair)/every)
	require.InDelta(t, want, f.Mean(func(o *Outcome) float64 { return o.Computed }), 0.01*want)
	require.InDelta(t, chunks/every, f.Mean(func(o *Outcome) float64 { return float64(o.NodeFaults) }), 0.3)
}

// TestNothingIsLostOrDoneTwice: whatever fails, every chunk counts once, and all that cores did
// is accounted for.
func TestNothingIsLostOrDoneTwice(t *testing.T) {
	spread, err := random.NewLognormal(1, 0.3)
	require.NoError(t, err)
	never := func(v float64) float64 {
		if v < 50 {
			return 0
		}
		return v
	}
	rapid.Check(t, func(t *rapid.T) {
		number := func(name string, most float64) float64 { return rapid.Float64Range(0, most).Draw(t, name) }
		workers := rapid.IntRange(1, 4).Draw(t, "workers")
		c := quick(Work{
			Chunks: rapid.IntRange(1, 80).Draw(t, "chunks"), Seconds: 5, Bytes: 1000,
			Tasks: rapid.IntRange(1, 20).Draw(t, "tasks"), Workers: workers, Retries: 1000, Pull: rapid.Bool().Draw(t, "pull"),
			Least: number("least", 30),
		}, rapid.IntRange(1, 6).Draw(t, "nodes"), workers*rapid.IntRange(1, 2).Draw(t, "slots"))
		if rapid.Bool().Draw(t, "spread") {
			c.Work.Spread = spread
		}
		c.Cluster.Start, c.Cluster.NodeSpread = number("start", 5), number("uneven", 0.3)
		c.Storage.Rate = 500 + number("storage", 1e5)
		c.Scheduler = Scheduler{Submit: number("submit", 2), Delay: number("delay", 3), Interval: 1 + number("interval", 60), Depth: rapid.IntRange(1, 9).Draw(t, "depth"), PerSecond: 0.2 + number("a second", 10)}
		c.Faults = Faults{
			Task: never(number("crash", 500)), Preempt: never(number("preempt", 500)), Node: never(number("node", 500)),
			Notice: number("notice", 20), Repair: number("repair", 100), Requeue: number("requeue", 10),
		}
		c.Coordinator.Rate, c.Coordinator.Merge = 100+number("intake", 1e5), number("merge", 1)
		if err := c.Check(); err != nil {
			t.Fatal(err)
		}
		s := c.newSimulation(1, 0)
		s.agenda.plan(event{kind: polls})
		s.run()
		o := s.out
		if o.Failed != "" {
			t.Fatal(o.Failed)
		}
		for chunk, in := range s.in {
			if !in || !s.written[chunk] {
				t.Fatalf("chunk %d is not there", chunk)
			}
		}
		if c.Work.Spread == nil && c.Cluster.NodeSpread == 0 && math.Abs(o.Useful-c.Work.whole()) > 1e-6 {
			t.Fatalf("%v useful, expected %v", o.Useful, c.Work.whole())
		}
		if o.Idle() < -1e-6 || o.Lost < 0 || o.Starting < 0 || o.Writing < -1e-9 {
			t.Fatalf("%+v", o)
		}
		if c.Faults == (Faults{Notice: c.Faults.Notice, Repair: c.Faults.Repair, Requeue: c.Faults.Requeue}) && o.Lost > 0 {
			t.Fatalf("%v lost without faults", o.Lost)
		}
		if last := (o.First <= o.Computed && o.Computed <= o.Gathered && o.Gathered <= o.Merged && o.Merged <= o.Makespan); !last {
			t.Fatalf("%+v", o)
		}
	})
}

// TestLimitsThatNoChunkKeeps: where a task is ended before its first chunk is, it is given out so
// many times more and then given up.
func TestLimitsThatNoChunkKeeps(t *testing.T) {
	c := quick(Work{Chunks: 3, Seconds: 100, Tasks: 3, Workers: 1, Retries: 2}, 3, 1)
	c.Faults.Limit = 99
	o := c.Once(1, 0)
	require.Equal(t, "chunk 0 was given to 3 tasks, and none of them finished anything", o.Failed)
	require.Equal(t, 3, o.Batches)
	require.InDelta(t, 9*99, o.Lost, 1e-6)

	c.Work.Tasks, c.Faults.Limit = 1, 250 // two chunks are done, the third in a task of its own
	o = c.Once(1, 0)
	require.Empty(t, o.Failed)
	require.Equal(t, 2, o.Batches)
	require.InDelta(t, 50, o.Lost, 1e-6)
	require.InDelta(t, 300, o.Useful, 1e-6)

	c.Faults = Faults{Preempt: 1} // always before the chunk is done: it waits again and again
	_, err := c.Forecast(1, 1)
	require.EqualError(t, err, "replication 0: task 0 was stopped 1001 times in a row before it had finished a chunk")

	c.Work.Pull = true
	require.Regexp(t, `chunk \d was begun 3 times and not finished`, c.Once(1, 0).Failed)
}
