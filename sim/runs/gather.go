package runs

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"corridor/sim/journal"
)

// gathering is the parts of an ensemble that are there.
type gathering struct {
	sources []string
	lenient bool // sources may not be there yet

	parts   map[string]*found // by path
	first   *partResults      // the finished part that the others are compared with; nil for none yet
	whole   *Ensemble         // that it is of
	began   *found            // the unfinished part that the others are compared with before
	absent  []string          // sources that are not there
	resting bool              // the journals of unfinished parts are closed, and it is known what is in them
	aside   []string          // what was found in directories and left, and why
}

// found is what is there of a part: its directory or, where it is not finished, its journal.
type found struct {
	path   string
	file   fs.FileInfo // of the manifest or the journal, by which a change shows
	header journal.Header
	chunks *journal.Journal
	part   *partResults // nil where it is not finished
}

// look looks for parts where the sources say. What is there since it last looked, and as it was,
// stays open.
func (g *gathering) look(ctx context.Context) error {
	sites, err := g.sites()
	if err != nil {
		return err
	}
	known := g.parts
	g.parts, g.aside = map[string]*found{}, nil
	for _, p := range sites { // finished ones first: they say what the question is
		if g.parts[p.path] != nil {
			continue
		}
		here, err := g.open(ctx, p, known[p.path])
		if here != nil {
			g.parts[p.path] = here
		}
		if here != nil && here == known[p.path] {
			delete(known, p.path)
		}
		if err = cmp.Or(err, ctx.Err()); err != nil {
			closeAll(known)
			return err
		}
	}
	closeAll(known) // which are gone, or another's by now
	return nil
}

func closeAll(parts map[string]*found) {
	for _, p := range parts {
		p.chunks.Close()
	}
}

func (g *gathering) close() { closeAll(g.parts) }

// rest closes the journals of unfinished parts while it waits: some systems let nobody remove a file
// that another has open, as a part does with its journal when it is finished.
func (g *gathering) rest() {
	for _, p := range g.parts {
		if p.part == nil {
			p.chunks.Close()
		}
	}
	g.resting = true
}

// wake makes the next look open them anew.
func (g *gathering) wake() {
	maps.DeleteFunc(g.parts, func(_ string, p *found) bool { return p.part == nil })
	g.resting = false
}

// open opens what is at a place, nil for no part.
func (g *gathering) open(ctx context.Context, p site, known *found) (*found, error) {
	file := p.path
	if p.finished {
		file = filepath.Join(p.path, ManifestFile)
	}
	info, err := os.Lstat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist): // it was there a moment ago, as a journal is whose part is finished by now
		return nil, nil
	case err != nil:
		return nil, err
	case known != nil && os.SameFile(known.file, info) && known.file.Size() == info.Size() && known.file.ModTime().Equal(info.ModTime()):
		return known, nil
	}
	var here *found
	if p.finished {
		here, err = g.openFinished(ctx, p)
	} else {
		here, err = g.openJournal(p.path)
		if !p.named {
			err = g.leave(err)
		}
	}
	if here != nil {
		here.path, here.file = p.path, info
	}
	return here, err
}

// openFinished opens the directory of a part.
func (g *gathering) openFinished(ctx context.Context, p site) (*found, error) {
	m, err := ReadManifest(p.path)
	switch {
	case err != nil && !p.named:
		return nil, g.leave(err)
	case err != nil:
		return nil, err
	case m.Command != kindPart && !p.named:
		return nil, nil
	}
	if err := m.checkScenarios(); err != nil {
		return nil, err
	}
	if m.Command != kindPart {
		return nil, invalidf("%s holds no part of an ensemble, but the results of corridor %s", p.path, m.Command)
	}
	here := &partResults{p.path, m}
	if g.first == nil {
		if err := g.begin(here); err != nil {
			return nil, err
		}
	} else if err := g.first.differs(*here); err != nil {
		return nil, err
	}
	chunks, err := here.open(ctx, g.whole.Ensemble)
	if err != nil {
		return nil, err
	}
	return &found{header: g.header(m.Shard, m.Shards), chunks: chunks, part: here}, nil
}

// leave leaves what is no part of the ensemble where a directory of parts holds it, and notes why.
// Other errors stay.
func (g *gathering) leave(err error) error {
	var of *Error
	if errors.As(err, &of) && of.Kind == Invalid {
		g.aside = append(g.aside, err.Error())
		return nil
	}
	return err
}

// begin makes a finished part the one that says what the whole is.
func (g *gathering) begin(first *partResults) error {
	m := first.manifest
	s, err := m.Cells[0].Parse()
	if err != nil {
		return err
	}
	whole := &Ensemble{Scenario: s, Sampling: m.sampling(), Keep: m.Keep, Precision: m.Precision}
	if err := whole.check(); err != nil {
		return err
	}
	g.first, g.whole = first, whole
	return nil
}

// header says what the chunks of a part of the whole belong to.
func (g *gathering) header(shard, shards uint64) journal.Header {
	j := job{ensemble: g.whole.Ensemble, scenario: g.first.manifest.Cells[0].Scenario, shard: shard, shards: shards}
	return j.header()
}

// openJournal opens the journal of a part that is not finished; nil for one that holds nothing yet.
func (g *gathering) openJournal(path string) (*found, error) {
	j, h, err := journal.Look(path)
	var other *journal.MismatchError
	switch {
	case errors.Is(err, journal.ErrEmpty), errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case journal.Damaged(err), errors.As(err, &other):
		return nil, invalid(err)
	case err != nil:
		return nil, err
	}
	if err := g.differs(path, &h); err != nil {
		j.Close()
		return nil, err
	}
	here := &found{path: path, header: h, chunks: j}
	if g.whole == nil && g.began == nil {
		g.began = here
	}
	return here, nil
}

// differs returns an error for a journal of another ensemble than the other parts.
func (g *gathering) differs(path string, h *journal.Header) error {
	var want journal.Header
	var of string
	switch {
	case g.whole != nil:
		want, of = g.header(h.Shard, h.Shards), g.first.dir
	case g.began != nil:
		want, of = g.began.header, g.began.path
		want.Shard, want.Shards = h.Shard, h.Shards
	default:
		return nil
	}
	if err := h.Mismatch(path, &want); err != nil {
		return invalidf("%w, in %s", err, of)
	}
	return nil
}

// sorted lists the parts in an order that does not depend on how they were named.
func (g *gathering) sorted() []*found {
	var list []*found
	for _, p := range g.parts {
		list = append(list, p)
	}
	slices.SortFunc(list, func(a, b *found) int {
		return cmp.Or(cmp.Compare(a.header.Shards, b.header.Shards), cmp.Compare(a.header.Shard, b.header.Shard), strings.Compare(a.path, b.path))
	})
	return list
}

// journals lists the chunks of all parts.
func (g *gathering) journals() []*journal.Journal {
	var list []*journal.Journal
	for _, p := range g.sorted() {
		list = append(list, p.chunks)
	}
	return list
}

// missing lists the chunks that no part holds.
func (g *gathering) missing() []uint64 { return g.whole.Ensemble.Missing(g.journals()) }

// asked returns what the first of the finished parts was asked for.
func (g *gathering) asked() Request {
	var asked *Manifest
	for _, p := range g.sorted() {
		if p.part == nil {
			continue
		}
		m := p.part.manifest
		if asked == nil || m.Shard == asked.Shard && m.Shards == asked.Shards && fmt.Sprint(m.Request) < fmt.Sprint(asked.Request) {
			asked = m
		}
	}
	if asked == nil { // somebody took it away meanwhile
		asked = g.first.manifest
	}
	return asked.Request
}

// gathered says what is there.
func (g *gathering) gathered(left time.Duration) Gathered {
	is := Gathered{Left: left}
	held := map[uint64]bool{}
	for _, p := range g.parts {
		if p.part == nil {
			is.Unfinished++
		} else {
			is.Parts++
		}
		is.Of = p.header.Draws
		for chunk := range p.header.Chunks() {
			if !held[chunk] && p.chunks.Done(chunk) {
				held[chunk] = true
				is.Draws += drawsOf(&p.header, chunk)
			}
		}
	}
	return is
}

// drawsOf returns how many draws a chunk of an ensemble has.
func drawsOf(h *journal.Header, chunk uint64) uint64 {
	return min(h.Chunk, h.Draws-chunk*h.Chunk)
}

// same reports whether two finished parts have the same file of chunks, whose hash was checked.
func (p *found) same(other *found) bool {
	return p.part != nil && other.part != nil && p.header == other.header && p.part.chunks().SHA256 == other.part.chunks().SHA256
}
