package runs

import (
	"context"
	"strings"
	"time"

	"corridor/sim/cluster"
	"corridor/sim/ensemble"
	"corridor/sim/journal"
	"corridor/sim/sheet"
)

// sharing is the journal of a run whose chunks are computed on other machines too.
type sharing struct {
	*journal.Journal
	by     *means
	header journal.Header
	each   func(ctx context.Context) (time.Duration, error) // says how long a chunk takes here; nil where one is to be tried

	trial []uint64 // chunks that are tried here
	begun time.Time
}

// Share has chunks computed elsewhere, but those that are here sooner than others could begin.
func (s *sharing) Share(ctx context.Context, todo []uint64, come func(chunk uint64) error) ([]uint64, error) {
	each := time.Duration(0)
	if s.by.Here > 0 {
		var err error
		if each, err = s.took(ctx, todo); err != nil || s.trial != nil {
			return s.trial, err
		}
		if each*time.Duration(len(todo)) <= s.by.Here*time.Duration(s.by.workers) {
			return todo, nil
		}
	}
	return nil, s.by.Elsewhere.Compute(ctx, &cluster.Work{
		Question: s.by.question, Header: s.header, Chunks: todo, Each: each,
		Dir: tasksBeside(s.by.path), Journal: s.by.path, Sync: s.sync, Say: s.by.Others, Tell: s.by.Tell,
		Keep: func(chunk uint64, payload []byte) error {
			if err := s.Append(chunk, payload); err != nil { // one that is there already must be the same
				return err
			}
			return come(chunk)
		},
	})
}

func (s *sharing) sync() (int64, error) {
	if s.Len() == 0 {
		return 0, nil
	}
	return s.Sync()
}

// took says how long a chunk takes; where that is not known, it sets some to be tried.
func (s *sharing) took(ctx context.Context, todo []uint64) (time.Duration, error) {
	if s.each != nil {
		return s.each(ctx)
	}
	if s.trial != nil {
		s.trial = nil
		return time.Since(s.begun), nil
	}
	s.trial, s.begun = todo[:min(s.by.workers, len(todo))], time.Now()
	return 0, nil
}

// tasksBeside is the directory of what others compute of a run, beside its journal.
func tasksBeside(journal string) string { return strings.TrimSuffix(journal, ".journal") + ".tasks" }

// tried are the draws by which it is told how long a chunk of an ensemble takes.
const tried = 64

// chunkTakes returns a function that says how long a chunk of an ensemble takes one worker, by
// a few draws that it simulates when it is first asked.
func chunkTakes(e *ensemble.Ensemble) func(ctx context.Context) (time.Duration, error) {
	each := time.Duration(0)
	return func(ctx context.Context) (time.Duration, error) {
		if each > 0 {
			return each, nil
		}
		few := *e
		few.Workers, few.Draws = 1, min(e.Draws, tried)
		begun := time.Now()
		if _, err := few.Run(ctx, ensemble.RunOptions{}); err != nil {
			return 0, err
		}
		each = max(1, time.Since(begun)*time.Duration(e.ChunkDraws())/time.Duration(few.Draws))
		return each, nil
	}
}

// sheetJournal opens the journal of a sheet: nil where nothing is kept.
func (by *means) sheetJournal(h journal.Header) (sheet.Journal, error) {
	switch {
	case by.part != nil:
		return by.part.begin(h)
	case by.path == "":
		return nil, nil
	}
	var err error
	if by.journal, err = openJournal(by.path, h, by.Resume, by.tell); err != nil {
		return nil, err
	}
	if by.Elsewhere != nil {
		return &sharing{Journal: by.journal, by: by, header: h}, nil
	}
	return by.journal, nil
}
