package runs

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"corridor/sim/ensemble"
	"corridor/sim/journal"
)

// job is an ensemble to be simulated, with what must stay the same when it is
// continued.
type job struct {
	ensemble      *ensemble.Ensemble
	scenario      string             // the effective scenarios, one after the other
	shard, shards uint64             // 0 of 0 for all
	parts         []*journal.Journal // whose chunks are not simulated again
	rows          func(rows []float64) error
}

// header says what the journal of a job belongs to.
func (j *job) header() journal.Header {
	h := journal.Header{
		Program: strings.TrimSpace(Version + " " + commit()), Scenario: sha256.Sum256([]byte(j.scenario)),
		Seed: j.ensemble.Seed, Design: j.ensemble.Design, Draws: j.ensemble.Draws, Chunk: j.ensemble.ChunkDraws(),
		Shard: max(1, j.shard), Shards: max(1, j.shards),
	}
	if n := j.ensemble.DesignReplicates(); n > 1 {
		h.Design += fmt.Sprintf(", %d replicates", n)
	}
	if j.ensemble.Keep {
		h.Design += ", every draw kept"
	}
	return h
}

// draws returns how many draws are to be made.
func (j *job) draws() uint64 {
	if j.shards > 1 {
		return j.ensemble.ShardDraws(j.shard, j.shards)
	}
	return j.ensemble.Draws
}

// done returns how many draws of the job are in a journal of its own, which may be nil, or in parts.
func (j *job) done(own *journal.Journal) uint64 {
	draws := drawsIn(own, j.ensemble)
	for chunk := range j.ensemble.Chunks() {
		in := func(part *journal.Journal) bool { return part.Done(chunk) }
		if (own == nil || !own.Done(chunk)) && slices.ContainsFunc(j.parts, in) {
			draws += j.ensemble.DrawsIn(chunk)
		}
	}
	return draws
}
