package simulated

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/random"
)

// quick is a case in which nothing takes time but the chunks.
func quick(work Work, nodes, cores int) Case {
	return Case{Work: work, Cluster: Cluster{Nodes: nodes, Cores: cores}, Coordinator: Coordinator{Least: 0.5, Poll: 60, Gone: 2}}
}

// arriving is the mean time that tasks of one chunk each wait for a core when they come one by
// one, at random, so many a second.
func arriving(c *Case, replication uint64, perSecond float64) float64 {
	s := c.newSimulation(1, replication)
	gaps := random.NewStream(2, "gaps").At(replication)
	at := 0.0
	for chunk := range c.Work.Chunks {
		t := s.newTask([]int{chunk})
		t.left = []int{chunk}
		gap, _ := wait(gaps.Float64(), 1/perSecond)
		at += gap
		s.agenda.plan(event{at: at, kind: waits, who: t.number})
	}
	s.run()
	return s.out.Waiting / float64(c.Work.Chunks)
}

// erlangC is the mean wait of M/M/c: A. K. Erlang (1917); L. Kleinrock, Queueing Systems I
// (1975), eq. 3.40 and 5.
func erlangC(arrivals, services float64, servers int) float64 {
	a := arrivals / services
	rho := a / float64(servers)
	term, sum := 1.0, 0.0
	for k := range servers {
		sum += term
		term *= a / float64(k+1)
	}
	waits := term / (1 - rho) / (sum + term/(1-rho))
	return waits / (float64(servers)*services - arrivals)
}

// TestWaitsAreThoseOfQueueingTheory: with one core a fixed time of service gives the wait of
// Pollaczek and Khinchine, ρs/(2(1−ρ)); a random one with several cores that of Erlang.
func TestWaitsAreThoseOfQueueingTheory(t *testing.T) {
	exponential, err := random.NewExponential(1)
	require.NoError(t, err)
	require.InDelta(t, 1.0/3, erlangC(1, 1, 2), 1e-12, "by hand: C(2, 1) = 1/3, over 2 − 1")
	for _, test := range []struct {
		name        string
		cores       int
		spread      random.Distribution
		utilisation float64
		want        float64
	}{
		{"M/M/1", 1, exponential, 0.7, 0.7 / 0.3},
		{"M/M/4", 4, exponential, 0.8, erlangC(3.2, 1, 4)},
		{"M/M/16", 16, exponential, 0.85, erlangC(13.6, 1, 16)},
		{"M/D/1", 1, nil, 0.7, 0.7 / (2 * 0.3)},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := quick(Work{Chunks: 20_000, Seconds: 1, Spread: test.spread, Tasks: 1, Workers: 1}, 1, test.cores)
			const replications = 16
			sum, squares := 0.0, 0.0
			for i := range uint64(replications) {
				w := arriving(&c, i, test.utilisation*float64(test.cores))
				sum += w
				squares += w * w
			}
			mean := sum / replications
			off := math.Sqrt((squares/replications - mean*mean) / (replications - 1))
			t.Logf("%.4f ± %.4f, expected %.4f", mean, off, test.want)
			require.InDelta(t, test.want, mean, 4*off)
			require.Less(t, off, 0.05*test.want, "or the test says nothing")
		})
	}
}

// TestStorageLetsThroughWhatItCan: N workers that compute for Z and write for S bring
// min(N/(Z + S), 1/S) chunks a second (P. J. Denning and J. P. Buzen, "The operational
// analysis of queueing network models", ACM Computing Surveys 10 (1978) 225–261, eq. 15).
func TestStorageLetsThroughWhatItCan(t *testing.T) {
	for _, workers := range []int{1, 4, 9, 20, 50} {
		const compute, write, chunks = 9.0, 1.0, 2000
		c := quick(Work{Chunks: chunks, Seconds: compute, Bytes: 100, Tasks: workers, Workers: 1, Pull: true}, workers, 1)
		c.Storage.Rate = 100 / write
		c.Coordinator.Poll, c.Coordinator.Least = 1e9, 1e6 // it reads when all are there
		o := c.Once(1, 0)
		most := min(float64(workers)/(compute+write), 1/write)
		require.LessOrEqual(t, chunks/o.Computed, most+1e-9)
		require.InDelta(t, most, chunks/o.Computed, 0.02*most, "%d workers", workers)
		require.InDelta(t, 4*chunks*write, o.Storing, 1e-6, "a chunk is written, read, written again, and read to be merged")
	}
}
