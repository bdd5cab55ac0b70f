package simulated

import (
	"fmt"
	"math"

	"corridor/sim/random"
)

// simulation is one replication of a case.
type simulation struct {
	*Case
	luck    luck
	now     float64
	agenda  agenda
	storage pipe
	nodes   []node
	first   int // no node before it has room
	ready   float64
	phase   float64 // of the full passes
	pass    bool    // a full one is planned
	quick   bool    // a quick one is planned

	queue []*task // that wait
	tasks []*task // all there were
	pool  []int   // chunks that wait, where workers take them from one queue

	tries    []int  // of each chunk: tasks that did not bring it on
	written  []bool // by chunk
	in       []bool // by chunk: taken in
	left     int    // chunks that are not
	fresh    []record
	intake   []record // of the last look
	followed float64  // since when the coordinator follows the tasks
	batch    [][]int  // that is being submitted

	over bool
	out  Outcome
}

// record is a chunk that is written and not taken in.
type record struct {
	task  *task
	chunk int
}

// node is a machine.
type node struct {
	free     int // cores
	down     bool
	slowness float64
	tasks    []*task
	numbers  random.Numbers
}

// patience is after how many runs in a row that bring nothing a task is given up, and all with it.
const patience = 1000

// Once simulates a replication of a case that was checked.
func (c *Case) Once(seed, replication uint64) Outcome {
	s := c.newSimulation(seed, replication)
	s.agenda.plan(event{at: c.Coordinator.Before, kind: polls})
	s.followed = c.Coordinator.Before
	s.run()
	return s.out
}

func (c *Case) newSimulation(seed, replication uint64) *simulation {
	n := c.Work.Chunks
	s := &simulation{
		Case: c, luck: newLuck(seed, replication), storage: pipe{rate: c.Storage.Rate},
		nodes: make([]node, c.Cluster.Nodes),
		tries: make([]int, n), written: make([]bool, n), in: make([]bool, n), left: n,
	}
	s.out.First = math.NaN()
	general := s.luck.of(s.luck.nodes, c.Cluster.Nodes)
	s.phase = float64(general.Float64() * c.Scheduler.Interval)
	for i := range s.nodes {
		own := s.luck.of(s.luck.nodes, i)
		s.nodes[i] = node{free: c.Cluster.Cores, slowness: slowness(own.Float64(), c.Cluster.NodeSpread), numbers: own}
		s.planFault(i)
	}
	if c.Work.Pull {
		for chunk := range n {
			s.pool = append(s.pool, chunk)
		}
	}
	return s
}

func (s *simulation) run() {
	for !s.over && len(s.agenda.events) > 0 {
		e := s.agenda.next()
		s.now = e.at
		s.happen(e)
	}
}

// happen does what an event is.
func (s *simulation) happen(e event) {
	switch e.kind {
	case polls:
		s.poll()
	case taken:
		s.take()
	case submits:
		s.submitted()
	case arrives:
		s.arrive(e.who)
	case passes:
		s.pass = false
		s.start(0)
		s.planPass()
	case looks:
		s.quick = false
		s.start(s.Scheduler.Depth)
		s.planPass()
	case fails:
		s.failNode(e.who)
	case noticed:
		s.notice(e.who)
	case repaired:
		s.repair(e.who)
	default:
		if t := s.tasks[e.who]; t.run == e.run {
			s.happenTo(t, e)
		}
	}
}

// happenTo does what an event of a task is.
func (s *simulation) happenTo(t *task, e event) {
	switch e.kind {
	case begins:
		s.begin(t)
	case computed:
		s.write(t, e.worker)
	case written:
		s.keep(t, e.worker)
	case crashes, overruns:
		s.stop(t)
		s.end(t)
	case preempted:
		s.stop(t)
		s.hold(t)
	case waits:
		s.enqueue(t)
	}
}

func (s *simulation) fail(format string, args ...any) {
	s.out.Failed = fmt.Sprintf(format, args...)
	s.over = true
}
