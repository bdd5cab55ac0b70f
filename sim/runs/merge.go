package runs

import (
	"bytes"
	"context"
	"errors"
	"time"

	"corridor/sim/journal"
	"corridor/sim/tables"
)

// Merged is the ensemble that parts are put together to. Its results, the manifest
// included, are those of the whole ensemble simulated at once, bit for bit.
type Merged struct {
	Ensemble
	Asked Request // as the parts were asked for
}

// Merging says how parts are put together. The zero value takes those that are there, of which
// none may be missing.
type Merging struct {
	Wait     time.Duration // for parts that are late
	Simulate bool          // what no part holds, rather than refuse

	// News is told, while it waits, what is there whenever that is more; nil for nobody.
	News func(Gathered)
}

// Gathered is what is there of the parts of an ensemble.
type Gathered struct {
	Parts, Unfinished int    // directories, and journals of parts that are not finished
	Draws, Of         uint64 // that they hold, of the whole ensemble
	Left              time.Duration
}

// Merge opens the parts of an ensemble. A source is the directory of a part; the journal of one
// that is not finished, of which the whole chunks count; a directory that holds such; or a pattern
// of any of them. Parts may overlap, and be of divisions into different numbers. The caller
// closes what it returns when the plan has been done.
func Merge(ctx context.Context, sources []string, how Merging) (*Merged, error) {
	g := &gathering{sources: sources, lenient: how.Wait > 0 || how.Simulate}
	err := g.gather(ctx, how)
	if err == nil && g.whole == nil {
		err = g.nothingFinished()
	}
	if err == nil && !how.Simulate && len(g.missing()) > 0 {
		err = g.incomplete()
	}
	if err == nil {
		err = g.compareOverlaps(ctx)
	}
	if err != nil {
		g.close()
		return nil, err
	}
	merged := &Merged{Ensemble: *g.whole, Asked: g.asked()}
	merged.parts, merged.complete = g.journals(), how.Simulate
	return merged, nil
}

// Close closes the parts.
func (p *Merged) Close() {
	for _, j := range p.parts {
		j.Close()
	}
}

// Looking again costs little, and a part takes minutes or more.
const (
	firstPause = 100 * time.Millisecond
	mostPause  = 30 * time.Second
)

// gather looks for parts until all draws are there, or it has waited as long as it may.
func (g *gathering) gather(ctx context.Context, how Merging) error {
	until := time.Now().Add(how.Wait)
	pause, before := firstPause, uint64(0)
	for {
		if err := g.look(ctx); err != nil {
			return err
		}
		left := time.Until(until)
		over := left <= 0 || g.whole != nil && len(g.missing()) == 0
		switch {
		case over && !g.resting:
			return nil
		case over: // it looks again, with the journals open
			g.wake()
			continue
		}
		if now := g.gathered(left); now.Draws != before || before == 0 && pause == firstPause {
			pause, before = firstPause, now.Draws
			if how.News != nil {
				how.News(now)
			}
		}
		g.rest()
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(min(pause, left)):
		}
		pause = min(2*pause, mostPause)
	}
}

// compareOverlaps returns an error where parts have different results of the same draws.
func (g *gathering) compareOverlaps(ctx context.Context) error {
	e := g.whole.Ensemble
	parts := g.sorted()
	for chunk := range e.Chunks() {
		var first *found
		var known []byte
		for _, p := range parts {
			switch {
			case !p.chunks.Done(chunk):
				continue
			case first == nil:
				first = p
				continue
			case p.same(first):
				continue
			case ctx.Err() != nil:
				return ctx.Err()
			}
			var err error
			if known == nil {
				known, err = first.read(chunk)
			}
			here, err2 := p.read(chunk)
			if err := errors.Join(err, err2); err != nil {
				return err
			}
			if !bytes.Equal(known, here) {
				draws := chunk * e.ChunkDraws()
				return invalidf("%s and %s have different results of draws %s to %s: one of them was made by another program or by a failing machine; corridor verify finds which, of parts that are finished",
					first.path, p.path, tables.Grouped(draws), tables.Grouped(draws+e.DrawsIn(chunk)-1))
			}
		}
	}
	return nil
}

// read reads a chunk of a part.
func (p *found) read(chunk uint64) ([]byte, error) {
	payload, err := p.chunks.Read(chunk)
	if journal.Damaged(err) {
		err = invalid(err)
	}
	return payload, err
}
