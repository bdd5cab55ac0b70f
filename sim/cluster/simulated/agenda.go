package simulated

// event is something that happens at a time: what, and to whom. Of a task it is of the run
// that it was planned in, and nothing where the task has been started anew since, or has ended.
type event struct {
	at     float64
	order  uint64 // of two at the same time the one that was planned first
	kind   kind
	who    int
	run    int
	worker int
}

// kind is what happens.
type kind uint8

const (
	arrives   kind = iota // a batch stands in the queue
	passes                // the scheduler looks at all tasks that wait
	looks                 // it looks at the first of them
	begins                // a task has started, and begins its chunks
	computed              // a worker has a chunk
	written               // and has written it
	crashes               // a task fails
	preempted             // a task gives way
	overruns              // a task is at its time limit
	fails                 // a node fails
	noticed               // and it is noticed
	repaired              // and it is back
	waits                 // a task that was taken off its node waits again
	polls                 // the coordinator looks at the queue
	taken                 // it has taken in a record
	submits               // it has submitted a batch
)

// agenda is what is to come, the next first: a binary heap.
type agenda struct {
	events []event
	order  uint64
}

func (a *agenda) before(i, j int) bool {
	x, y := &a.events[i], &a.events[j]
	return x.at < y.at || x.at == y.at && x.order < y.order
}

func (a *agenda) plan(e event) {
	e.order = a.order
	a.order++
	a.events = append(a.events, e)
	for i := len(a.events) - 1; i > 0; {
		above := (i - 1) / 2
		if !a.before(i, above) {
			return
		}
		a.events[i], a.events[above] = a.events[above], a.events[i]
		i = above
	}
}

// next takes out the first event; there is one.
func (a *agenda) next() event {
	first := a.events[0]
	last := len(a.events) - 1
	a.events[0] = a.events[last]
	a.events = a.events[:last]
	for i := 0; ; {
		least := i
		for _, below := range [...]int{2*i + 1, 2*i + 2} {
			if below < last && a.before(below, least) {
				least = below
			}
		}
		if least == i {
			return first
		}
		a.events[i], a.events[least] = a.events[least], a.events[i]
		i = least
	}
}
