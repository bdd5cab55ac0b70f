package simulated

import "corridor/sim/ensemble"

// asked is an ensemble of reference, and how it is shared out.
type asked struct {
	draws          uint64
	keep           bool
	tasks, workers int
	side           bool // built with four futures side by side
	chunk          uint64
}

// grouped is how many chunks of kept draws are simulated as one, so that a page takes seconds.
const grouped = 16

// work is what an ensemble comes to.
func (f figures) work(a asked) (Work, Coordinator) {
	e := ensemble.Ensemble{Draws: a.draws, Keep: a.keep}
	size := e.ChunkDraws()
	if a.chunk > 0 {
		size = a.chunk
	}
	summary, together := f.record(float64(size)), 1.0
	if a.keep {
		together = grouped
		size *= grouped
	}
	chunks := int((a.draws + size - 1) / size)
	draw, luck := f.of("draw, median"), f.of("draw, spread of chunks")
	if a.side {
		draw = f.of("draw, side by side, median")
	}
	w := Work{
		Chunks: chunks, Seconds: draw * float64(size), Spread: spread(luck), Bytes: together * summary,
		Tasks: a.tasks, Workers: a.workers, Least: 15, Retries: 3, Sizes: make([]float64, chunks),
	}
	for i := range w.Sizes {
		w.Sizes[i] = min(1, float64(a.draws-uint64(i)*size)/float64(size))
	}
	small := f.of("small ensemble")
	o := Coordinator{
		Before: f.of("load"), After: small, Poll: 15, Least: 0.5, Gone: 2,
		Look: f.of("squeue"), File: f.of("look at a file"),
		Rate: 1 / (1/f.of("scan") + 1/f.of("append")), Merge: together * f.merge(summary),
	}
	if a.keep {
		w.Bytes += float64(size) * f.of("kept draw")
		o.Merge += float64(size) * f.of("kept draw") / f.of("scan")
		o.After += float64(a.draws) * f.of("kept draw, table")
	}
	return w, o
}

// slurm is a cluster with Slurm as it is set up by default, with as many nodes as the tasks take.
func (f figures) slurm(a asked) Case {
	w, o := f.work(a)
	cores := int(f.of("cores of a node"))
	nodes := (a.tasks*a.workers + cores - 1) / cores
	return Case{
		Work: w, Coordinator: o,
		Cluster: Cluster{Nodes: nodes, Cores: cores, NodeSpread: f.of("spread of the speed of nodes"), Start: f.of("small ensemble"), StartBytes: f.of("program")},
		Scheduler: Scheduler{
			Submit: f.of("sbatch"), Delay: f.of("Slurm: delay of a quick pass"), Depth: int(f.of("Slurm: tasks of a quick pass")),
			Interval: f.of("Slurm: full pass"), PerSecond: f.of("Slurm: tasks started"), MostTasks: int(f.of("Slurm: greatest job array")),
		},
		Storage: Storage{Rate: f.of("shared storage")},
	}
}

// faulty is the same where things fail.
func (f figures) faulty(c Case) Case {
	c.Faults = Faults{
		Task: f.of("time between faults of a task"), Preempt: f.of("time between preemptions of a task"),
		Node: f.of("time between faults of a node"), Repair: f.of("time until a node is back"),
		Notice: f.of("Slurm: a lost node is noticed"), Requeue: f.of("Slurm: a task is held back when it is requeued"),
	}
	return c
}

// dataflow is as many machines of one processor, which take chunks from one queue.
func (f figures) dataflow(a asked) Case {
	c := f.slurm(a)
	c.Work.Pull, c.Work.Retries = true, int(f.of("Dataflow: attempts"))-1
	c.Cluster.Nodes, c.Cluster.Cores = a.tasks, a.workers
	c.Cluster.Start += f.of("Dataflow: start of a worker")
	c.Scheduler = Scheduler{PerSecond: f.of("Dataflow: workers started")}
	c.Storage.Rate = f.of("Dataflow: storage")
	c.Coordinator.Poll, c.Coordinator.File = 5, 0
	return c
}

// usd is what Dataflow asks for so many hours of workers of one processor.
func (f figures) usd(hours float64) float64 {
	return hours * (f.of("Dataflow: a vCPU") + f.of("Dataflow: memory of a worker")*f.of("Dataflow: memory"))
}

// small is so many nodes of one core, on each of which a draw takes what it took in an ensemble
// that one process has computed in so many seconds.
func (f figures) small(nodes int, draws, alone float64) Case {
	c := f.slurm(asked{draws: uint64(draws), tasks: nodes, workers: 1})
	c.Work.Seconds *= max(0, alone-f.of("small ensemble")) / (draws * f.of("draw, median"))
	c.Cluster.Nodes, c.Cluster.Cores, c.Cluster.NodeSpread = nodes, 1, 0
	c.Storage.Rate = f.of("append")
	c.Coordinator.File = 0
	return c
}
