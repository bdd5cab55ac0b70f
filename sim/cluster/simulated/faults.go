package simulated

// planEnds plans what may end a run of a task that has started: it happens unless the run
// has ended before.
func (s *simulation) planEnds(t *task) {
	f := &s.Faults
	own := event{who: t.number, run: t.run}
	for _, end := range []struct {
		kind kind
		mean float64
	}{{crashes, f.Task}, {preempted, f.Preempt}} {
		if after, comes := wait(t.numbers.Float64(), end.mean); comes {
			own.at, own.kind = t.started+after, end.kind
			s.agenda.plan(own)
		}
	}
	if f.Limit > 0 {
		own.at, own.kind = t.started+f.Limit, overruns
		s.agenda.plan(own)
	}
}

// planFault plans the next fault of a node.
func (s *simulation) planFault(i int) {
	if after, comes := wait(s.nodes[i].numbers.Float64(), s.Faults.Node); comes {
		s.agenda.plan(event{at: s.now + after, kind: fails, who: i})
	}
}

// failNode stops what a node does. Its tasks are thought to run until it is noticed.
func (s *simulation) failNode(i int) {
	n := &s.nodes[i]
	n.down = true
	s.out.NodeFaults++
	stranded := append([]*task(nil), n.tasks...)
	for _, t := range stranded {
		s.stop(t)
	}
	n.tasks = stranded
	s.agenda.plan(event{at: s.now + s.Faults.Notice, kind: noticed, who: i})
}

// notice has the tasks of a failed node wait again.
func (s *simulation) notice(i int) {
	n := &s.nodes[i]
	stranded := n.tasks
	n.tasks = nil
	for _, t := range stranded {
		s.hold(t)
	}
	s.agenda.plan(event{at: s.now + s.Faults.Repair, kind: repaired, who: i})
}

// repair puts a node back to work.
func (s *simulation) repair(i int) {
	s.nodes[i].down = false
	s.first = min(s.first, i)
	s.planFault(i)
	s.planQuick()
}
