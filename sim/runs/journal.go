package runs

import (
	"errors"
	"path/filepath"

	"corridor/sim/disk"
	"corridor/sim/ensemble"
	"corridor/sim/journal"
)

// openJournal opens the journal at a path. One that was left by an interrupted run
// is continued when that is asked for, and otherwise left as it is.
func openJournal(path string, h journal.Header, resume bool, tell func(format string, args ...any)) (*journal.Journal, error) {
	if err := disk.MakeDirectories(filepath.Dir(path)); err != nil {
		return nil, err
	}
	open := journal.Start
	if resume {
		open = journal.Open
	}
	j, err := open(path, h)
	var other *journal.MismatchError
	switch {
	case errors.Is(err, journal.ErrUnfinished):
		return nil, misusedf("%s holds the finished part of an interrupted run: add --resume to go on with it, or remove it to start anew", path)
	case errors.As(err, &other):
		return nil, invalidf("%w; give the same scenario, flags and version, or remove it to start anew", err)
	case journal.Damaged(err):
		return nil, invalid(err)
	case err != nil:
		return nil, err
	}
	if j.Cut() > 0 {
		tell("the last record of %s was torn, %d bytes of it were cut off; its chunk is simulated again", path, j.Cut())
	}
	return j, nil
}

// drawsIn returns how many draws of an ensemble a journal holds; nil holds none.
func drawsIn(j *journal.Journal, e *ensemble.Ensemble) uint64 {
	draws := uint64(0)
	for chunk := range e.Chunks() {
		if j != nil && j.Done(chunk) {
			draws += e.DrawsIn(chunk)
		}
	}
	return draws
}

// copyJournal writes the chunks of a journal in their order, so that the same chunks
// give the same bytes.
func copyJournal(from *journal.Journal, path string, h journal.Header) error {
	to, err := journal.Start(path, h)
	if err != nil {
		return err
	}
	for r, err := range from.Records() {
		if err == nil {
			err = to.Append(r.Chunk, r.Payload)
		}
		if err != nil {
			to.Close()
			return err
		}
	}
	return to.Close()
}
