package runs

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"corridor/sim/shell"
	"corridor/sim/tables"
)

// lack is a part of which draws are in none of the parts that are there.
type lack struct {
	shard, shards uint64
	missing       uint64 // draws
	draws         uint64 // of the part
	begun         uint64 // of them those that its own journal holds
	journal       string // by which it can be gone on with; "" for none
}

// anew is how many draws have to be simulated when the part is.
func (l *lack) anew() uint64 { return l.draws - l.begun }

// lacking lists the parts that would give what is missing, by that division into parts, of those
// that were begun, which leaves the fewest draws to be simulated.
func (g *gathering) lacking() []*lack {
	var best []*lack
	least := ^uint64(0)
	divisions := map[uint64]bool{}
	for _, p := range g.parts {
		divisions[p.header.Shards] = true
	}
	for _, shards := range slices.Sorted(maps.Keys(divisions)) {
		list, anew := g.lackingOf(shards), uint64(0)
		for _, l := range list {
			anew += l.anew()
		}
		if anew < least {
			best, least = list, anew
		}
	}
	return best
}

// lackingOf lists the parts of a division that have draws in none of the parts that are there.
func (g *gathering) lackingOf(shards uint64) []*lack {
	parts := map[uint64]*lack{}
	for _, chunk := range g.missing() {
		shard := chunk%shards + 1
		if parts[shard] == nil {
			parts[shard] = &lack{shard: shard, shards: shards, draws: g.whole.Ensemble.ShardDraws(shard, shards)}
		}
		parts[shard].missing += g.whole.Ensemble.DrawsIn(chunk)
	}
	for _, p := range g.sorted() {
		if l := parts[p.header.Shard]; l != nil && p.header.Shards == shards && p.part == nil {
			l.journal, l.begun = p.path, drawsIn(p.chunks, g.whole.Ensemble)
		}
	}
	return slices.SortedFunc(maps.Values(parts), func(a, b *lack) int { return cmp.Compare(a.shard, b.shard) })
}

// mostTold is how many parts an error tells of one by one.
const mostTold = 8

// incomplete is the error for parts that are not all: what is missing, and by which commands it
// comes.
func (g *gathering) incomplete() error {
	e := g.whole.Ensemble
	list := g.lacking()
	missing := uint64(0)
	for _, l := range list {
		missing += l.missing
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s of %s are missing, of %s of %d", tables.Grouped(missing), tables.Counted(e.Draws, "draw"), tables.Counted(uint64(len(list)), "part"), list[0].shards)
	for i, l := range list {
		if i == mostTold {
			fmt.Fprintf(&b, "\n  and likewise parts %s", numbered(list[i:]))
			break
		}
		fmt.Fprintf(&b, "\n  part %d/%d, %s of %s:\n    %s", l.shard, l.shards, tables.Grouped(l.missing), tables.Counted(l.draws, "draw"), g.command(l))
	}
	b.WriteString("\n  or all of it here, by corridor merge with --simulate-missing")
	for _, source := range g.absent {
		fmt.Fprintf(&b, "\n  not there: %s", source)
	}
	for _, why := range g.aside {
		fmt.Fprintf(&b, "\n  left aside: %s", why)
	}
	return invalidf("%s", b.String())
}

// command is the command line that gives a part.
func (g *gathering) command(l *lack) string {
	m := *g.first.manifest
	m.Shard, m.Shards = l.shard, l.shards
	line := m.CommandLine()
	part := Part{Ensemble: *g.whole, Shard: l.shard, Shards: l.shards}
	usual := filepath.Join("out", part.Name())
	to := filepath.Join(filepath.Dir(g.first.dir), part.Name())
	first := Part{Ensemble: *g.whole, Shard: g.first.manifest.Shard, Shards: g.first.manifest.Shards}
	if filepath.Base(g.first.dir) != first.Name() { // the user chooses where parts go
		to = usual
	}
	if l.journal != "" {
		to = strings.TrimSuffix(l.journal, journalEnd)
	}
	if filepath.Clean(to) != usual {
		line += " --out " + shell.Quoted(filepath.ToSlash(to))
	}
	if l.journal != "" {
		line += " --resume"
	}
	return line
}

// numbered lists the numbers of parts, those in a row by the first and the last.
func numbered(list []*lack) string {
	var runs []string
	for i := 0; i < len(list); {
		j := i
		for j+1 < len(list) && list[j+1].shard == list[j].shard+1 {
			j++
		}
		if run := fmt.Sprint(list[i].shard); j > i {
			runs = append(runs, fmt.Sprintf("%s to %d", run, list[j].shard))
		} else {
			runs = append(runs, run)
		}
		i = j + 1
	}
	return strings.Join(runs, ", ")
}

// nothingFinished is the error where no part is finished.
func (g *gathering) nothingFinished() error {
	if g.began == nil {
		return invalidf("there is no part of an ensemble in %s", strings.Join(g.sources, ", "))
	}
	h := &g.began.header
	return invalidf("no part is finished, and the journal of one, such as %s, knows its scenario by the SHA-256 alone: finish any by the command it was made with, --shard %d/%d and --resume",
		g.began.path, h.Shard, h.Shards)
}
