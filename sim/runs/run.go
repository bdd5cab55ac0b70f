package runs

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"corridor/sim/rundir"
)

// Run is a plan and the place of its results.
type Run struct {
	Plan     Plan
	Manifest *Manifest // says what is asked for and, when it has been done, what came of it

	to *rundir.Place
}

// Open checks a plan and finds the place of its results, so that whatever can be refused
// is refused before anything is simulated. The results go to dir; where it is "" they go
// to out/NAME, unless that holds the results of another question.
func Open(p Plan, asked Request, dir string) (*Run, error) {
	r := &Run{Plan: p, Manifest: newManifest(p, asked)}
	nobodyNamed := dir == ""
	if nobodyNamed {
		dir = filepath.Join("out", p.Name())
	}
	var err error
	if r.to, err = place(dir); err != nil {
		return nil, err
	}
	if err = p.check(); err == nil && nobodyNamed {
		err = refuseOthers(dir, r.Manifest)
	}
	if err != nil {
		r.Close()
		return nil, err
	}
	return r, nil
}

// Directory returns the directory of the results as it was named.
func (r *Run) Directory() string { return r.to.String() }

// Close gives up the place. What was done stays.
func (r *Run) Close() error { return r.to.Close() }

// Do does the plan. When it returns, the results are on the disk, and nothing else is
// beside them; with an error the directory is as it was, and what is finished is kept in a
// journal, but of what is refused for what came out: it would be refused again.
func (r *Run) Do(ctx context.Context, how *How) error {
	by := &means{How: how, workers: how.Workers, place: r.to, path: r.to.Journal()}
	defer by.end()
	var err error
	if how.Elsewhere != nil {
		if by.question, err = r.Manifest.encode(); err != nil {
			return err
		}
	}
	err = r.do(ctx, by)
	var refused *Error
	if errors.As(err, &refused) && refused.Kind == Invalid {
		return errors.Join(err, by.done())
	}
	return by.interrupted(err)
}

func (r *Run) do(ctx context.Context, by *means) error {
	if slices.Contains(by.Tables, drawsInCSV) && !r.Manifest.Keep {
		return misusedf("the table format %s is of kept draws, and none are kept: give it to corridor ensemble with --keep", drawsInCSV)
	}
	by.stage("simulating")
	came, err := r.Plan.do(ctx, by)
	if err != nil {
		return err
	}
	if len(by.Formats) > 0 {
		by.stage("drawing charts")
	}
	content, err := by.Pictures.files(ctx, came, by.Formats, by.Tables)
	if err != nil {
		return err
	}
	if came.described != nil {
		r.Manifest.Charts = append([]string{}, by.Formats...)
	}
	if came.enter != nil {
		came.enter(r.Manifest)
	}
	by.stage("writing")
	before, _ := ReadManifest(r.Directory()) // nothing goes from a directory without one
	if err := write(r.to, r.Manifest, content, came.large); err != nil {
		return err
	}
	if before != nil {
		if said := r.Manifest.gone(r.Directory(), before); said != "" {
			by.tell("%s", said)
		}
	}
	return by.done()
}
