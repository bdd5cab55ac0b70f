package plots

import (
	"context"
	"maps"
	"sync"
	"sync/atomic"

	"corridor/sim/tables"
)

// workers are as many as draw charts side by side: each holds a picture.
const workers = 2

// Files draws every chart that the tables allow in every format, by file name. A chart
// that cannot be drawn is noted, and keeps none of the others away.
func Files(ctx context.Context, p *tables.Package, formats []string, notes *Notes) (map[string][]byte, error) {
	notes.Named(p)
	jobs := make([]job, 0, len(Charts))
	for _, chart := range Charts {
		if chart.Usual(p) {
			jobs = append(jobs, job{chart: chart})
		}
	}
	sideBySide(len(jobs), func(i int) { jobs[i].do(ctx, p, formats) })
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	drawn := map[string][]byte{}
	for _, j := range jobs { // in their order, whoever was first
		if j.err != nil {
			notes.Failed(j.chart.Name, j.err)
			continue
		}
		maps.Copy(drawn, j.files)
		notes.Drawn(j.chart.Name, j.figure)
	}
	return drawn, nil
}

// job is a chart to draw, with what comes of it.
type job struct {
	chart  Chart
	figure *Figure
	files  map[string][]byte
	err    error
}

func (j *job) do(ctx context.Context, p *tables.Package, formats []string) {
	j.figure, j.err = j.chart.Draw(p)
	p.Forget()
	if j.err == nil {
		j.files, j.err = j.figure.Files(ctx, j.chart.Name, formats)
	}
}

// sideBySide does each of n tasks, by as many workers as there may be.
func sideBySide(n int, do func(i int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(workers, n) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	all.Wait()
}
