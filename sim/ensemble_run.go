package sim

import (
	"context"
	"fmt"

	"corridor/sim/journal"
)

// Work says how an ensemble is to be run. A shard and Enough say how many of its draws
// are; nothing changes what comes out of them.
type Work struct {
	// Journal keeps every chunk when it is finished, and those it holds already are
	// not simulated again; nil for none.
	Journal *journal.Journal
	// Parts are the journals of shards, which hold chunks that are finished.
	Parts []*journal.Journal
	// Shard of Shards, 1 … Shards, takes every Shards-th chunk; 0 of 0 takes all.
	Shard, Shards uint64
	// Progress is told after each chunk, in order, how many draws are done; nil for
	// nobody.
	Progress func(draws uint64)
	// Rows is given what was drawn and what came of it, draw by draw in their order,
	// for an ensemble that keeps its draws; nil for nobody.
	Rows func(rows []float64) error
	// Enough is asked after each chunk, in order, whether these futures will do; nil
	// never will.
	Enough func(*Futures) bool
}

// Run simulates the futures. Memory does not grow with the number of draws. When the
// context is cancelled, the chunks that were begun are finished and kept in the
// journal, and the error is the context's.
func (e *Ensemble) Run(ctx context.Context, w Work) (*Futures, error) {
	design, err := e.check()
	if err != nil {
		return nil, err
	}
	own, missing := e.share(w)
	ctx, stop := context.WithCancel(ctx)
	workers, err := e.start(ctx, design, missing, w.Journal != nil)
	if err != nil {
		stop()
		return nil, err
	}
	total, err := e.gather(ctx, w, own, workers)
	stop()
	for late := range workers.finished { // begun before the end
		if w.Journal != nil && err != nil {
			_ = w.Journal.Append(late.number, late.record) // err stands: what is lost is simulated again
		}
	}
	if err != nil {
		return nil, err
	}
	return total, nil
}

// Missing lists the chunks that none of the journals of shards holds.
func (e *Ensemble) Missing(parts []*journal.Journal) []uint64 {
	_, missing := e.share(Work{Parts: parts})
	return missing
}

// share lists the chunks of the shard, and those of them that no journal holds.
func (e *Ensemble) share(w Work) (own, missing []uint64) {
	for chunk := range e.Chunks() {
		if w.Shards > 0 && chunk%w.Shards != w.Shard-1 {
			continue
		}
		own = append(own, chunk)
		if w.holder(chunk) == nil {
			missing = append(missing, chunk)
		}
	}
	return own, missing
}

// holder returns the journal that holds a chunk, nil if none does.
func (w *Work) holder(chunk uint64) *journal.Journal {
	if w.Journal != nil && w.Journal.Done(chunk) {
		return w.Journal
	}
	for _, part := range w.Parts {
		if part.Done(chunk) {
			return part
		}
	}
	return nil
}

// gather merges the chunks in their order.
func (e *Ensemble) gather(ctx context.Context, w Work, own []uint64, workers *crew) (*Futures, error) {
	total, err := e.newFutures()
	if err != nil {
		return nil, err
	}
	waiting := map[uint64]*chunk{}
	for _, number := range own {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		next, err := waiting[number], error(nil)
		if next == nil {
			next, err = e.recall(w, number)
		}
		for next == nil && err == nil {
			c, working := <-workers.finished
			switch {
			case !working:
				return nil, ctx.Err()
			case w.Journal != nil:
				err = w.Journal.Append(c.number, c.record)
			}
			waiting[c.number] = c
			next = waiting[number]
		}
		if err != nil {
			return nil, err
		}
		if err := total.merge(next.futures); err != nil {
			return nil, fmt.Errorf("chunk %d: %w", number, err)
		}
		if w.Rows != nil {
			if err := w.Rows(next.rows); err != nil {
				return nil, err
			}
		}
		if _, simulated := waiting[number]; simulated {
			delete(waiting, number)
			workers.release(next)
		}
		if w.Progress != nil {
			w.Progress(total.Done())
		}
		if w.Enough != nil && w.Enough(total) {
			break
		}
	}
	return total, nil
}

// recall reads a chunk from the journal that holds it, nil if none does.
func (e *Ensemble) recall(w Work, number uint64) (*chunk, error) {
	holder := w.holder(number)
	if holder == nil {
		return nil, nil
	}
	payload, err := holder.Read(number)
	if err != nil {
		return nil, err
	}
	futures, err := e.newFutures()
	if err != nil {
		return nil, err
	}
	c := &chunk{number: number, futures: futures}
	return c, c.decode(payload)
}
