package runs

import (
	"context"
	"errors"

	"corridor/scenarios"
	"corridor/sim/cluster"
	"corridor/sim/journal"
	"corridor/sim/sheet"
)

// ownPart is what this process computes of a question that was asked elsewhere.
type ownPart struct {
	sheet.Journal
	chunks map[uint64]bool
	open   func(journal.Header) (sheet.Journal, error)
	shared bool // the chunks have been shared out
}

func (p *ownPart) begin(h journal.Header) (sheet.Journal, error) {
	var err error
	p.Journal, err = p.open(h)
	return p, err
}

// Share gives this process its chunks of the stage that has them, and nothing after it.
func (p *ownPart) Share(_ context.Context, todo []uint64, _ func(uint64) error) (own []uint64, err error) {
	if p.shared {
		return nil, nil
	}
	for _, chunk := range todo {
		if p.chunks[chunk] {
			own = append(own, chunk)
		}
	}
	if len(own) == 0 {
		return nil, invalidf("the chunks to be computed are not among those that come next: they were shared out by another run")
	}
	p.shared = true
	return own, nil
}

// Perform computes chunks of a question, the work of a cluster, and keeps them in the journal that
// open returns, which has the chunks of earlier stages. A chunk that the journal has is not
// computed again.
func Perform(ctx context.Context, question []byte, chunks []uint64, workers int, open func(journal.Header) (sheet.Journal, error)) error {
	m, err := parseManifest(question)
	if err != nil {
		return invalidf("the question: %w", err)
	}
	if m.Version != Version || m.Commit != commit() {
		return invalidf("the question was asked by corridor %s %s, and this is %s %s", m.Version, m.Commit, Version, commit())
	}
	p, err := m.plan()
	if err != nil {
		return err
	}
	own := &ownPart{chunks: map[uint64]bool{}, open: open}
	for _, chunk := range chunks {
		own.chunks[chunk] = true
	}
	by := &means{How: &How{Workers: workers}, workers: workers, part: own}
	defer by.end()
	_, err = p.do(ctx, by)
	switch {
	case errors.Is(err, sheet.ErrElsewhere) || err == nil && own.shared:
		return nil
	case err == nil:
		return invalidf("%s has no chunks that can be computed elsewhere", p.Name())
	}
	return err
}

// PerformTask computes a task that a run has put into a directory for the machines of a cluster.
func PerformTask(ctx context.Context, dir string, number int) error {
	t, err := cluster.OpenTask(dir, number)
	if err != nil {
		return err
	}
	err = Perform(ctx, t.Question, t.Chunks, t.Workers, func(h journal.Header) (sheet.Journal, error) { return t.Open(h) })
	var refused *Error
	var wrong *scenarios.Error
	if errors.As(err, &refused) || errors.As(err, &wrong) {
		err = errors.Join(err, t.Refuse(err))
	}
	return errors.Join(err, t.Close())
}
