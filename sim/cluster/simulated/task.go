package simulated

import (
	"math"

	"corridor/sim/random"
)

// task is a task of a job array.
type task struct {
	number int
	chunks []int // its own; none where workers take them from one queue
	left   []int // of them, in this run, that nobody has begun
	run    int   // how often it was stopped or has ended

	status  status
	node    int
	waiting float64 // since when it waits
	started float64
	begun   bool // it has come to its chunks
	workers []worker

	came   int // chunks that were taken in
	vain   int // runs in a row that have brought nothing
	absent int // looks in a row that did not show it
	lost   bool

	numbers random.Numbers
}

// status is what the scheduler says of a task.
type status uint8

const (
	queued  status = iota // or held back
	running               // or thought to be, on a node that has failed
	ended
)

// worker is a core at work: on a chunk since a time, or on none.
type worker struct {
	chunk    int // −1 for none
	since    float64
	computed float64 // s that it took; 0 while it is computed
}

// newTask makes a task of chunks, which waits.
func (s *simulation) newTask(chunks []int) *task {
	t := &task{number: len(s.tasks), chunks: chunks, workers: make([]worker, s.Work.Workers)}
	t.numbers = s.luck.of(s.luck.faults, t.number)
	s.tasks = append(s.tasks, t)
	return t
}

// had is the seconds of cores that a task has had in this run: none where it was to start later.
func (t *task) had(now float64) float64 {
	return float64(max(0, now-t.started) * float64(len(t.workers)))
}

// begin sets the workers of a task to work.
func (s *simulation) begin(t *task) {
	if math.IsNaN(s.out.First) {
		s.out.First = s.now
	}
	t.begun = true
	s.out.Starting += t.had(s.now)
	for w := range t.workers {
		t.workers[w].chunk = -1
	}
	for w := range t.workers {
		s.compute(t, w)
	}
	s.endIdle(t)
}

// compute begins the next chunk of a worker, if there is one.
func (s *simulation) compute(t *task, w int) {
	from := &t.left
	if s.Work.Pull {
		from = &s.pool
	}
	if len(*from) == 0 {
		t.workers[w].chunk = -1
		return
	}
	chunk := (*from)[0]
	*from = (*from)[1:]
	t.workers[w] = worker{chunk: chunk, since: s.now}
	takes := float64(float64(s.Work.Seconds*s.Work.size(chunk)) * float64(s.luck.chunk(chunk, s.Work.Spread)*s.nodes[t.node].slowness))
	s.agenda.plan(event{at: s.now + takes, kind: computed, who: t.number, run: t.run, worker: w})
}

// write hands a chunk to the storage.
func (s *simulation) write(t *task, w int) {
	t.workers[w].computed = s.now - t.workers[w].since
	at := s.storage.transfer(s.now, s.Work.Bytes)
	s.agenda.plan(event{at: at, kind: written, who: t.number, run: t.run, worker: w})
}

// keep notes that a chunk is written, and goes on.
func (s *simulation) keep(t *task, w int) {
	done := t.workers[w]
	if s.written[done.chunk] { // by a task that was thought to be lost
		s.out.Lost += s.now - done.since
	} else {
		s.out.Useful += done.computed
		s.out.Writing += s.now - done.since - done.computed
		s.written[done.chunk] = true
		s.out.Computed = s.now
	}
	t.vain = 0
	s.fresh = append(s.fresh, record{t, done.chunk})
	s.compute(t, w)
	s.endIdle(t)
}

// endIdle ends a task of which no worker has work.
func (s *simulation) endIdle(t *task) {
	for _, w := range t.workers {
		if w.chunk >= 0 {
			return
		}
	}
	s.leave(t)
	s.end(t)
}

// stop takes a task off its node in the midst of what it does.
func (s *simulation) stop(t *task) {
	if !t.begun {
		s.out.Starting += t.had(s.now)
	}
	for i, w := range t.workers {
		if !t.begun || w.chunk < 0 {
			continue
		}
		s.out.Lost += s.now - w.since
		t.workers[i].chunk = -1
		if s.Work.Pull {
			s.giveBack(w.chunk)
		}
	}
	s.leave(t)
}

// giveBack puts a chunk back into the queue from which workers take them.
func (s *simulation) giveBack(chunk int) {
	s.pool = append(s.pool, chunk)
	if s.tries[chunk]++; s.tries[chunk] > s.Work.Retries {
		s.fail("chunk %d was begun %d times and not finished", chunk, s.tries[chunk])
	}
}

// leave takes a task off its node, whose cores are free.
func (s *simulation) leave(t *task) {
	n := &s.nodes[t.node]
	for i, other := range n.tasks {
		if other == t {
			n.tasks = append(n.tasks[:i], n.tasks[i+1:]...)
			break
		}
	}
	n.free += len(t.workers)
	s.first = min(s.first, t.node)
	s.out.CoreSeconds += t.had(s.now)
	t.run++
	t.begun = false
}

// end ends a task for good, but where others take chunks from the same queue and some are left.
func (s *simulation) end(t *task) {
	if s.Work.Pull && len(s.pool) > 0 {
		s.hold(t)
		return
	}
	t.status = ended
	s.planQuick()
}

// hold has a task wait again, to go on with what it has not written.
func (s *simulation) hold(t *task) {
	if t.vain++; t.vain > patience {
		s.fail("task %d was stopped %d times in a row before it had finished a chunk", t.number, t.vain)
	}
	t.status = queued
	t.left = t.left[:0:0]
	for _, chunk := range t.chunks {
		if !s.written[chunk] {
			t.left = append(t.left, chunk)
		}
	}
	s.agenda.plan(event{at: s.now + s.Faults.Requeue, kind: waits, who: t.number, run: t.run})
	s.planQuick()
}
