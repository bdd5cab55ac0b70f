package sim

import (
	"context"

	"corridor/model"
	"corridor/sim/sample"
	"corridor/sim/stats"
)

// chunk is a finished chunk of draws.
type chunk struct {
	number int
	set    *stats.Set
}

// crew are the workers of an ensemble: chunks come out as they are finished, spare
// sets go back in. No worker runs further ahead than there are sets.
type crew struct {
	chunks chan chunk
	spare  chan *stats.Set
}

// start sets the workers to work on the chunks in order.
func (e *Ensemble) start(ctx context.Context) crew {
	workers := max(1, e.Workers)
	c := crew{chunks: make(chan chunk), spare: make(chan *stats.Set, 2*workers)}
	for range 2 * workers {
		set, err := e.newSet()
		if err != nil {
			panic(err) // the same set was made before
		}
		c.spare <- set
	}
	numbers := make(chan int)
	go func() {
		defer close(numbers)
		for i := range e.Chunks() {
			select {
			case numbers <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	for range workers {
		go e.work(ctx, numbers, c)
	}
	return c
}

func (e *Ensemble) work(ctx context.Context, numbers <-chan int, c crew) {
	w := e.newWorker()
	for {
		var set *stats.Set
		select {
		case set = <-c.spare:
		case <-ctx.Done():
			return
		}
		number, ok := <-numbers
		if !ok {
			return
		}
		w.chunk(number, set)
		select {
		case c.chunks <- chunk{number, set}:
		case <-ctx.Done():
			return
		}
	}
}

// worker runs draws one after the other on a model of its own.
type worker struct {
	ensemble *Ensemble
	streams  []sample.Stream
	hazards  []sample.Stream
	numbers  sample.Numbers // of the hazard being drawn
	model    *model.Model
	state    *model.State
	outcome  *model.Outcome
	year     year
	years    int
	values   []float64 // by metric, then by year
}

func (e *Ensemble) newWorker() *worker {
	m, err := model.New(e.Corridor.Clone())
	if err != nil {
		panic(err) // Run has made it before
	}
	_, years := m.Years()
	w := &worker{
		ensemble: e, model: m, state: m.NewState(), outcome: m.NewOutcome(),
		year: newYear(len(m.Segments)), years: years,
	}
	w.values = make([]float64, len(figures{})*w.years)
	for _, u := range e.Uncertainties {
		w.streams = append(w.streams, sample.NewStream(e.Seed, u.Name))
	}
	if len(m.Hazards) > 0 {
		w.state.Weather = m.NewWeather()
	}
	for _, h := range m.Hazards {
		w.hazards = append(w.hazards, sample.NewStream(e.Seed, "hazard/"+h.Name))
	}
	return w
}

// chunk adds the draws of a chunk to a set.
func (w *worker) chunk(number int, set *stats.Set) {
	first := uint64(number) * ChunkDraws
	for draw := first; draw < min(first+ChunkDraws, w.ensemble.Draws); draw++ {
		w.draw(draw)
		set.Add(w.values)
	}
}

// draw simulates one future: it puts the drawn numbers into the corridor and runs
// it. It allocates nothing.
func (w *worker) draw(draw uint64) {
	for i := range w.ensemble.Uncertainties {
		u := &w.ensemble.Uncertainties[i]
		u.Set(&w.model.Corridor, u.Distribution.Quantile(w.streams[i].Float64(draw)))
	}
	w.model.Refresh()
	w.realise(draw)
	w.model.Reset(w.state)
	w.year.next()
	w.year.queue, w.year.queueBefore = 0, 0
	for month := range w.model.Months {
		w.model.Step(w.state, w.outcome)
		w.year.add(w.outcome)
		if !w.outcome.Month.IsDecember() && month != w.model.Months-1 {
			continue
		}
		f := w.year.figures(w.model.YearlyCapacityMt(w.state, w.outcome))
		at := w.outcome.Month.Year() - w.model.Start.Year()
		for metric, v := range f {
			w.values[metric*w.years+at] = v
		}
		w.year.next()
	}
}

// realise draws the hazards of one future, each from a stream of its own.
func (w *worker) realise(draw uint64) {
	if len(w.hazards) == 0 {
		return
	}
	w.state.Weather.Reset()
	for i := range w.hazards {
		w.numbers = w.hazards[i].At(draw)
		w.model.Realise(i, &w.numbers, w.state.Weather)
	}
}
