package ensemble

import (
	"context"
	"fmt"

	"corridor/sim/journal"
)

// Run simulates the futures. Memory does not grow with the number of draws. When the
// context is cancelled, the chunks that were begun are finished and kept in the
// journal, and the error is the context's.
func (e *Ensemble) Run(ctx context.Context, options RunOptions) (*Tally, error) {
	design, err := e.check()
	if err != nil {
		return nil, err
	}
	own, missing := e.share(options)
	ctx, stop := context.WithCancel(ctx)
	workers, err := e.start(ctx, design, missing, options.Journal != nil)
	if err != nil {
		stop()
		return nil, err
	}
	total, err := e.gather(ctx, options, own, workers)
	stop()
	for late := range workers.finished { // begun before the end
		if options.Journal != nil && err != nil {
			_ = options.Journal.Append(late.number, late.record) // err stands: what is lost is simulated again
		}
	}
	if err != nil {
		return nil, err
	}
	return total, nil
}

// Missing lists the chunks that none of the journals of shards holds.
func (e *Ensemble) Missing(parts []*journal.Journal) []uint64 {
	_, missing := e.share(RunOptions{Parts: parts})
	return missing
}

// share lists the chunks of the shard, and those of them that no journal holds.
func (e *Ensemble) share(options RunOptions) (own, missing []uint64) {
	if own = options.Only; own == nil {
		for chunk := range e.Chunks() {
			if options.Shards == 0 || chunk%options.Shards == options.Shard-1 {
				own = append(own, chunk)
			}
		}
	}
	for _, chunk := range own {
		if options.holder(chunk) == nil {
			missing = append(missing, chunk)
		}
	}
	return own, missing
}

// gather merges the chunks in their order.
func (e *Ensemble) gather(ctx context.Context, options RunOptions, own []uint64, workers *crew) (*Tally, error) {
	total, err := e.newTally()
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
			next, err = e.recall(options, number)
		}
		for next == nil && err == nil {
			c, working := <-workers.finished
			switch {
			case !working:
				return nil, ctx.Err()
			case options.Journal != nil:
				err = options.Journal.Append(c.number, c.record)
			}
			waiting[c.number] = c
			next = waiting[number]
		}
		if err != nil {
			return nil, err
		}
		if err := total.merge(next.tally); err != nil {
			return nil, fmt.Errorf("chunk %d: %w", number, err)
		}
		if options.Rows != nil {
			if err := options.Rows(next.rows); err != nil {
				return nil, err
			}
		}
		if _, simulated := waiting[number]; simulated {
			delete(waiting, number)
			workers.release(next)
		}
		if options.Progress != nil {
			options.Progress(total.Done())
		}
		if options.Enough != nil && options.Enough(total) {
			break
		}
	}
	return total, nil
}

// recall reads a chunk from the journal that holds it, nil if none does.
func (e *Ensemble) recall(options RunOptions, number uint64) (*chunk, error) {
	holder := options.holder(number)
	if holder == nil {
		return nil, nil
	}
	payload, err := holder.Read(number)
	if err != nil {
		return nil, err
	}
	tally, err := e.newTally()
	if err != nil {
		return nil, err
	}
	c := &chunk{number: number, tally: tally}
	return c, c.decode(payload)
}
