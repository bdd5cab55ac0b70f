package simulated

import "math"

// arrive puts the tasks of a batch into the queue, from one number on.
func (s *simulation) arrive(from int) {
	for _, t := range s.tasks[from:] {
		s.enqueue(t)
	}
}

// enqueue has a task wait for a node.
func (s *simulation) enqueue(t *task) {
	t.status, t.waiting = queued, s.now
	s.queue = append(s.queue, t)
	s.planQuick()
	s.planPass()
}

// planQuick has the scheduler look at the first tasks soon.
func (s *simulation) planQuick() {
	if !s.quick && len(s.queue) > 0 {
		s.quick = true
		s.agenda.plan(event{at: s.now + s.Scheduler.Delay, kind: looks})
	}
}

// planPass has the scheduler look at all tasks at the next interval.
func (s *simulation) planPass() {
	interval := s.Scheduler.Interval
	if s.pass || len(s.queue) == 0 || interval == 0 {
		return
	}
	s.pass = true
	passed := math.Floor((s.now - s.phase) / interval)
	next := s.phase + float64((passed+1)*interval)
	if next <= s.now { // by rounding it is the one that is
		next = s.phase + float64((passed+2)*interval)
	}
	s.agenda.plan(event{at: next, kind: passes})
}

// start starts tasks that wait, in their order, of which it looks at some; 0 for all.
func (s *simulation) start(depth int) {
	started := 0
	for _, t := range s.queue {
		if depth > 0 && started == depth || !s.place(t) {
			break
		}
		started++
	}
	s.queue = s.queue[started:]
}

// place starts a task on the first node with room. It returns false where there is none.
func (s *simulation) place(t *task) bool {
	need := len(t.workers)
	for s.first < len(s.nodes) && (s.nodes[s.first].down || s.nodes[s.first].free < need) {
		s.first++
	}
	if s.first == len(s.nodes) {
		return false
	}
	n := &s.nodes[s.first]
	n.free -= need
	n.tasks = append(n.tasks, t)
	at := max(s.now, s.ready)
	if s.Scheduler.PerSecond > 0 {
		s.ready = at + 1/s.Scheduler.PerSecond
	}
	t.status, t.node, t.started = running, s.first, at
	s.out.Waiting += at - t.waiting
	s.out.Starts++
	s.agenda.plan(event{at: s.storage.transfer(at, s.Cluster.StartBytes) + s.Cluster.Start, kind: begins, who: t.number, run: t.run})
	s.planEnds(t)
	return true
}
