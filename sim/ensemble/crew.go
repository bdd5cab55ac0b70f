package ensemble

import (
	"context"
	"sync"
	"time"

	"corridor/sim/random"
)

// crew are the workers of an ensemble: chunks come out as they are finished, spare
// ones go back in. No worker runs further ahead than there are spare chunks, so that
// memory stays what it is.
type crew struct {
	finished chan *chunk // closed when all workers have stopped
	spare    chan *chunk
}

// patience is how long a chunk that was begun may go on when the context has ended.
const patience = 500 * time.Millisecond

// start sets the workers to work on the numbered chunks in their order. When the
// context ends they finish what they have begun, if that is soon.
func (e *Ensemble) start(ctx context.Context, design random.Design, numbers []uint64, recorded bool) (*crew, error) {
	workers := max(1, e.Workers)
	c := &crew{finished: make(chan *chunk, 2*workers), spare: make(chan *chunk, 2*workers)}
	for range cap(c.spare) {
		tally, err := e.newTally()
		if err != nil {
			return nil, err
		}
		c.spare <- &chunk{tally: tally}
	}
	late, giveUp := context.WithCancel(context.Background())
	context.AfterFunc(ctx, func() { time.AfterFunc(patience, giveUp) })
	queue := make(chan uint64)
	go func() {
		defer close(queue)
		for _, number := range numbers {
			select {
			case queue <- number:
			case <-ctx.Done():
				return
			}
		}
	}()
	var working sync.WaitGroup
	for range workers {
		working.Go(func() { c.work(ctx, late, e.newWorker(design), queue, recorded) })
	}
	go func() {
		working.Wait()
		close(c.finished)
	}()
	return c, nil
}

func (c *crew) work(ctx, late context.Context, w *worker, queue <-chan uint64, recorded bool) {
	for {
		var next *chunk
		select {
		case next = <-c.spare:
		case <-ctx.Done():
			return
		}
		number, more := <-queue
		if !more || ctx.Err() != nil {
			return
		}
		next.number = number
		if !w.simulate(late, next) {
			return
		}
		if recorded {
			next.record = next.encode()
		}
		c.finished <- next // has room for all chunks there are
	}
}

// release takes a chunk back, to be used for another.
func (c *crew) release(used *chunk) {
	used.reset()
	c.spare <- used
}
