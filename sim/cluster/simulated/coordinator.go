package simulated

// poll looks at the queue, and at what the tasks have written.
func (s *simulation) poll() {
	o := &s.Coordinator
	open := 0
	for _, t := range s.tasks {
		if t.lost || t.done() {
			continue
		}
		open++
		if t.status == ended {
			t.absent++
		} else {
			t.absent = 0
		}
	}
	s.intake, s.fresh = s.fresh, s.intake[:0]
	takes := o.Look + float64(o.File*float64(open))
	s.out.Following += takes
	s.agenda.plan(event{at: s.now + takes, kind: taken, who: -1})
}

// done reports whether all chunks of a task were taken in.
func (t *task) done() bool { return t.came == len(t.chunks) && len(t.chunks) > 0 }

// take goes on with the records of the last look, one at a time.
func (s *simulation) take() {
	if len(s.intake) == 0 {
		s.decide()
		return
	}
	r := s.intake[0]
	s.intake = s.intake[1:]
	if !s.in[r.chunk] {
		s.in[r.chunk] = true
		s.left--
	}
	r.task.came++
	o := &s.Coordinator
	takes := o.Record
	if o.Rate > 0 {
		takes += s.Work.Bytes / o.Rate
	}
	s.out.Taking += takes
	moved := s.storage.transfer(s.now, 2*s.Work.Bytes) // it is read from one file and written to another
	s.agenda.plan(event{at: max(s.now+takes, moved), kind: taken})
}

// decide ends the work, or gives out what nobody works on, and waits.
func (s *simulation) decide() {
	if s.left == 0 {
		s.finish()
		return
	}
	if free := s.free(); len(free) > 0 && !s.over {
		s.submit(free)
		return
	}
	s.pause()
}

// pause is until the next look: the longer, the longer the work has taken.
func (s *simulation) pause() {
	o := &s.Coordinator
	s.agenda.plan(event{at: s.now + max(o.Least, min(o.Poll, (s.now-s.followed)/20)), kind: polls})
}

// free lists the chunks that no task works on.
func (s *simulation) free() (free []int) {
	if s.Work.Pull {
		if len(s.tasks) == 0 {
			return s.pool
		}
		return nil
	}
	if !s.loseAbsent() && len(s.tasks) > 0 {
		return nil
	}
	kept := make([]bool, len(s.in))
	for _, t := range s.tasks {
		if t.lost || t.done() {
			continue
		}
		for _, chunk := range t.chunks {
			kept[chunk] = true
		}
	}
	for chunk, in := range s.in {
		if !in && !kept[chunk] {
			free = append(free, chunk)
		}
	}
	for _, chunk := range free {
		if s.tries[chunk] > s.Work.Retries {
			s.fail("chunk %d was given to %d tasks, and none of them finished anything", chunk, s.tries[chunk])
			return nil
		}
	}
	return free
}

// loseAbsent gives up the tasks that have ended before their chunks were done, and reports
// whether there are any.
func (s *simulation) loseAbsent() (any bool) {
	for _, t := range s.tasks {
		if !t.lost && !t.done() && t.absent >= s.Coordinator.Gone {
			s.lose(t)
			any = true
		}
	}
	return any
}

// lose gives up a task that has ended before its chunks were done.
func (s *simulation) lose(t *task) {
	t.lost = true
	if t.came > 0 {
		return
	}
	for _, chunk := range t.chunks {
		s.tries[chunk]++
	}
}

// submit submits a batch of chunks.
func (s *simulation) submit(chunks []int) {
	whole := 0.0
	for _, chunk := range chunks {
		whole += float64(s.Work.Seconds * s.Work.size(chunk))
	}
	s.batch = deal(chunks, s.Work.tasksFor(len(chunks), whole))
	s.out.Following += s.Scheduler.Submit
	s.agenda.plan(event{at: s.now + s.Scheduler.Submit, kind: submits})
}

// submitted puts the batch that was submitted into the queue.
func (s *simulation) submitted() {
	from := len(s.tasks)
	for _, chunks := range s.batch {
		if s.Work.Pull {
			chunks = nil
		}
		t := s.newTask(chunks)
		t.left = append(t.left, chunks...)
	}
	s.out.Batches++
	s.agenda.plan(event{at: s.now, kind: arrives, who: from})
	s.pause()
}

// finish merges the chunks and writes the results.
func (s *simulation) finish() {
	o, n := &s.Coordinator, float64(s.Work.Chunks)
	s.cancel()
	s.out.Gathered = s.now
	merge := float64(n * o.Merge)
	s.out.Merged = max(s.now+merge, s.storage.transfer(s.now, float64(n*s.Work.Bytes)))
	s.out.Makespan = s.out.Merged + o.After
	s.out.Bytes = s.storage.sum
	s.out.Storing = s.storage.busy
	s.over = true
}

// cancel stops the tasks that are left: what they do is done.
func (s *simulation) cancel() {
	for _, t := range s.tasks {
		if t.status == running && !s.nodes[t.node].down {
			s.stop(t)
		}
	}
}
