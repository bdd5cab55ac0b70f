package runs

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"corridor/sim/cluster"
	"corridor/sim/disk"
	"corridor/sim/ensemble"
	"corridor/sim/journal"
	"corridor/sim/rundir"
	"corridor/sim/sheet"
)

// How says how a plan is done. Nothing of it changes the tables.
type How struct {
	Pictures Pictures
	Tables   []string // formats of the tables beside CSV, of [TableFormats]
	Formats  []string // of the charts, of [Formats]; none for no charts
	Workers  int      // at least 1
	Resume   bool     // go on with the journal of a run that was interrupted
	Until    float64  // stop when chance alone moves no headline figure by more than this share; 0 for all draws

	// Elsewhere computes chunks on other machines; nil for here alone. What takes less than
	// Here is done here.
	Elsewhere cluster.Cluster
	Here      time.Duration

	// Tell is told what whoever runs it should know, a sentence at a time; nil for
	// nobody.
	Tell func(sentence string)
	// Stage is told what is being done now, such as simulating; nil for nobody.
	Stage func(stage string)
	// Progress is told, before the first draw, of how many draws there are to be and how
	// many of them are done, and returns who is told of the others, and at the end; nil
	// for nobody.
	Progress func(draws, done uint64) (show func(done uint64), end func())
	// Others is told how those are that compute elsewhere, such as 3 running; nil for nobody.
	Others func(how string)
}

// means are what a plan is done with.
type means struct {
	*How
	workers int
	place   *rundir.Place // nil for results that are only compared
	path    string        // of the journal; "" for none
	journal *journal.Journal
	kept    func() string // says of an interruption how much the journal holds; "" for nothing
	dir     string        // temporary, of results that are only compared
	late    []func()      // what is left to do when all is over

	question []byte   // the manifest, for whoever computes elsewhere
	part     *ownPart // what is computed here of a question that was asked elsewhere; nil for all
}

// scratch returns a directory for files that are moved into the results, or thrown away.
func (by *means) scratch() (_ string, err error) {
	switch {
	case by.place != nil:
		return by.place.Scratch()
	case by.dir == "":
		by.dir, err = os.MkdirTemp("", "corridor-verify-")
	}
	return by.dir, err
}

func (by *means) tell(format string, args ...any) {
	if by.Tell != nil {
		by.Tell(fmt.Sprintf(format, args...))
	}
}

func (by *means) stage(stage string) {
	if by.Stage != nil {
		by.Stage(stage)
	}
}

// simulate simulates the futures of a job, and keeps the chunks in a journal beside the
// results. All that can be refused has been checked by then.
func (by *means) simulate(ctx context.Context, j job) (*ensemble.Tally, error) {
	if hint := uneven(j.ensemble); hint != "" && by.Until == 0 {
		by.tell("%s", hint)
	}
	by.kept = func() string {
		if done := drawsIn(by.journal, j.ensemble); done > 0 {
			return fmt.Sprintf("%d of %d draws", done, j.draws())
		}
		return ""
	}
	kept, err := by.open(j)
	if err != nil {
		return nil, err
	}
	work := ensemble.RunOptions{Journal: kept, Parts: j.parts, Shard: j.shard, Shards: j.shards, Rows: j.rows}
	if by.Progress != nil {
		show, end := by.Progress(j.draws(), j.done(by.journal))
		defer end()
		work.Progress = show
	}
	if shared, ok := kept.(sheet.Shared); ok {
		if err := by.together(ctx, j, shared, work.Progress); err != nil {
			return nil, err
		}
		work.Progress = nil // which has been told of all
	}
	if by.Until > 0 {
		work.Enough = func(f *ensemble.Tally) bool { return j.ensemble.Enough(f, by.Until) }
	}
	return j.ensemble.Run(ctx, work)
}

// together has chunks of a job simulated, here and elsewhere, until the journal holds all.
func (by *means) together(ctx context.Context, j job, shared sheet.Shared, show func(draws uint64)) error {
	e := j.ensemble
	done, todo := e.Draws, []uint64(nil)
	for _, chunk := range e.Missing(j.parts) {
		if !shared.Done(chunk) {
			done -= e.DrawsIn(chunk)
			todo = append(todo, chunk)
		}
	}
	come := func(chunk uint64) error {
		if done += e.DrawsIn(chunk); show != nil {
			show(done)
		}
		return nil
	}
	return sheet.Together(ctx, shared, todo, func(own []uint64) error {
		before := done
		_, err := e.Run(ctx, ensemble.RunOptions{Journal: shared, Only: own, Progress: func(draws uint64) {
			if done = before + draws; show != nil {
				show(done)
			}
		}})
		return err
	}, come)
}

// open opens the journal that a job needs, nil for none: of one that can be continued, and of a
// part, whose results are its chunks.
func (by *means) open(j job) (sheet.Journal, error) {
	switch {
	case j.ensemble.Expected: // which is one future, and soon made again
		return nil, nil
	case by.part != nil || by.path != "":
		kept, err := by.sheetJournal(j.header())
		if s, ok := kept.(*sharing); ok {
			s.each = chunkTakes(j.ensemble)
		}
		return kept, err
	case j.shards > 0:
		dir, err := by.scratch()
		if err == nil {
			by.journal, err = journal.Start(filepath.Join(dir, "work"), j.header())
		}
		return by.journal, err
	}
	return nil, nil
}

// interrupted says of an interruption what is kept; other errors stay as they are.
func (by *means) interrupted(err error) error {
	if !errors.Is(err, context.Canceled) || by.journal == nil {
		return err
	}
	kept := by.kept()
	if err := by.leave(); err != nil {
		return err
	}
	if kept == "" {
		return &Error{Interrupted, errors.New("interrupted before the first draws were finished; nothing is kept")}
	}
	return &Error{Interrupted, fmt.Errorf("interrupted: %s are kept in %s; the same command with --resume goes on from there", kept, by.path)}
}

// done removes the journal, which the results have made needless.
func (by *means) done() error {
	work := by.journal
	by.journal = nil
	if work == nil {
		return nil
	}
	if err := work.Remove(); err != nil || by.Elsewhere == nil {
		return err
	}
	return by.Elsewhere.Clear(tasksBeside(by.path))
}

// leave closes the journal for another run to go on with, or removes it where it holds
// nothing. It does nothing when all is done.
func (by *means) leave() error {
	work := by.journal
	by.journal = nil
	switch {
	case work == nil:
		return nil
	case work.Len() == 0:
		return work.Remove()
	}
	return work.Close()
}

// end gives up the journal, and removes what was not moved among the results.
func (by *means) end() {
	_ = by.leave() // what it holds stays, or was made needless
	for _, f := range by.late {
		f()
	}
	if by.dir != "" {
		disk.RemoveAll(by.dir)
	}
}
