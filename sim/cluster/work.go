package cluster

import (
	"context"
	"time"

	"corridor/sim/journal"
)

// Cluster computes chunks on other machines.
type Cluster interface {
	// Compute has the chunks of a work computed, in any order, and returns when all have been
	// kept. When the context ends, what others have finished by then is kept too.
	Compute(ctx context.Context, w *Work) error
	// Clear gives up what is left of the works that were computed in a directory.
	Clear(dir string) error
}

// Work is what a run wants computed. Each process that computes some of it gets the question
// and the journal of what was done before.
type Work struct {
	Question []byte         // the manifest of the run
	Header   journal.Header // of the journal
	Chunks   []uint64       // ascending, none of them in the journal
	Each     time.Duration  // that a chunk takes one worker; 0 where it is not known

	Dir     string // for what passes between the run and those who compute
	Journal string // file of the run's journal, to which Keep appends

	// Sync makes what was kept last, and returns how long the journal is; 0 for one that holds
	// nothing.
	Sync func() (int64, error)
	// Keep keeps a chunk in the journal. One that was kept before must be the same.
	Keep func(chunk uint64, payload []byte) error
	// Say is told how those are that compute, such as 3 running; Tell of what happens to
	// them, a sentence at a time. nil for nobody.
	Say, Tell func(text string)
}

func (w *Work) say(text string) {
	if w.Say != nil {
		w.Say(text)
	}
}

func (w *Work) tell(text string) {
	if w.Tell != nil {
		w.Tell(text)
	}
}

// LeftError is for work that was left to others to go on with, as was asked.
type LeftError struct {
	Script  string // that would have been submitted; "" where it was
	Message string
}

func (e *LeftError) Error() string { return e.Message }

// Deal deals out chunks to n tasks in turn.
func Deal(chunks []uint64, n int) [][]uint64 {
	tasks := make([][]uint64, n)
	for i, chunk := range chunks {
		tasks[i%n] = append(tasks[i%n], chunk)
	}
	return tasks
}
