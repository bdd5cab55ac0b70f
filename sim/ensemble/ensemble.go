package ensemble

import (
	"errors"
	"fmt"

	"corridor/model"
	"corridor/sim/random"
	"corridor/sim/stats"
)

// Ensemble is many futures of one corridor, or of several alternatives that meet
// the same futures: an uncertainty has the same random numbers in all of them.
type Ensemble struct {
	Alternatives []Alternative // at least one; the others are compared with the first
	Design       string        // one of random.Designs; "" for random.MonteCarlo
	Replicates   uint64        // independent repetitions of the design, whose spread tells the precision; 0 for the usual number
	Seed         uint64
	Draws        uint64
	Workers      int  // at least 1; the result does not depend on it
	Keep         bool // keep every draw, of the first alternative
	Expected     bool // nothing is drawn: every number has its own value, every hazard its mean
}

// ChunkDraws returns the number of draws in a chunk, the unit of work: a chunk is a
// pure function of the ensemble and its number. It grows with the number of draws, so
// that there are at most about four thousand chunks, or as many more as it takes to hold
// the kept draws of a few of them in memory. Results do not depend on it.
func (e *Ensemble) ChunkDraws() uint64 {
	const least, chunks, kept = 256, 4096, 1024
	size := uint64(least)
	for e.Draws > size*chunks && !(e.Keep && size == kept) {
		size *= 2
	}
	return size
}

// Chunks returns the number of chunks.
func (e *Ensemble) Chunks() uint64 { return (e.Draws + e.ChunkDraws() - 1) / e.ChunkDraws() }

// drawsOf returns the first draw of a chunk and the one after its last.
func (e *Ensemble) drawsOf(chunk uint64) (first, end uint64) {
	first = chunk * e.ChunkDraws()
	return first, min(first+e.ChunkDraws(), e.Draws)
}

// MaxDraws is the greatest number of draws.
const MaxDraws = stats.MaxDraws

// Check returns an error for an ensemble that cannot be simulated.
func (e *Ensemble) Check() error {
	_, err := e.check()
	return err
}

// check returns an error for an ensemble that cannot be simulated, and the design
// of one that can.
func (e *Ensemble) check() (random.Design, error) {
	if len(e.Alternatives) == 0 {
		return nil, errors.New("an ensemble without a corridor")
	}
	if e.Draws > MaxDraws {
		return nil, fmt.Errorf("an ensemble of %d draws, expected at most %d", e.Draws, uint64(MaxDraws))
	}
	first := &e.Alternatives[0]
	for i := range e.Alternatives {
		a := &e.Alternatives[i]
		if _, err := model.New(a.Corridor); err != nil {
			return nil, fmt.Errorf("%s: %w", a.Name, err)
		}
		if a.Corridor.Start != first.Corridor.Start || a.Corridor.Months != first.Corridor.Months {
			return nil, fmt.Errorf("%s and %s simulate other months, so their futures cannot be compared", first.Name, a.Name)
		}
	}
	design := e.Design
	if design == "" || e.Expected {
		design = random.MonteCarlo
	}
	if n := e.DesignReplicates(); design != random.MonteCarlo && n < random.LeastReplicates {
		return nil, fmt.Errorf("a design of %d replicates, expected from %d to %d", n, random.LeastReplicates, random.MostReplicates)
	}
	return random.NewDesign(design, e.Seed, e.Draws, e.DesignReplicates(), names(e.Alternatives))
}

// DesignReplicates returns how many independent replicates of the design the draws belong
// to, in turn; 1 where every draw is independent.
func (e *Ensemble) DesignReplicates() uint64 {
	switch {
	case e.Design == "" || e.Design == random.MonteCarlo || e.Expected:
		return 1
	case e.Replicates == 0:
		return random.Replicates
	}
	return e.Replicates
}

// DrawsIn returns the number of draws in a chunk.
func (e *Ensemble) DrawsIn(chunk uint64) uint64 {
	first, end := e.drawsOf(chunk)
	return end - first
}

// ShardDraws returns the number of draws in one of so many shards, counted from 1.
func (e *Ensemble) ShardDraws(shard, shards uint64) uint64 {
	draws := uint64(0)
	own, _ := e.share(RunOptions{Shard: shard, Shards: shards})
	for _, chunk := range own {
		draws += e.DrawsIn(chunk)
	}
	return draws
}
