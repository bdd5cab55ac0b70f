package simulated

// Outcome is what became of a replication. Times are since the beginning.
type Outcome struct {
	Failed string // why it was given up; "" where it was not

	First    float64 // the first chunk is begun
	Computed float64 // the last is written
	Gathered float64 // and taken in
	Merged   float64 // all are merged
	Makespan float64 // the results are written

	// Seconds of cores that tasks had: on chunks that count, on chunks of tasks that were
	// stopped, until the first chunk, and until a chunk was written. The rest they had no work.
	CoreSeconds, Useful, Lost, Starting, Writing float64

	Waiting   float64 // s that tasks waited for a node, together
	Following float64 // s that the coordinator looked at the queue and submitted
	Taking    float64 // s that it took records in
	Storing   float64 // s that the storage was moving bytes
	Bytes     float64 // that it moved

	Starts, Batches, NodeFaults int
}

// Idle is the seconds of cores that tasks had and had no work for.
func (o *Outcome) Idle() float64 {
	return o.CoreSeconds - o.Useful - o.Lost - o.Starting - o.Writing
}

// Step is a part of the time that a case takes, one after the other.
type Step struct {
	Name    string
	Seconds float64
}

// Steps cuts the makespan where one thing ends before which another cannot.
func (o *Outcome) Steps() []Step {
	return []Step{
		{"until the first chunk is begun", o.First},
		{"chunks are computed", o.Computed - o.First},
		{"the last are taken in", o.Gathered - o.Computed},
		{"chunks are merged", o.Merged - o.Gathered},
		{"tables and the rest", o.Makespan - o.Merged},
	}
}
