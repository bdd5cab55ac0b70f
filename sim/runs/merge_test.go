package runs

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/journal"
)

// ensemble1100 has five chunks.
func ensemble1100(t *testing.T) *Ensemble {
	e := ensemble300(t)
	e.Sampling.Draws = 1100
	return e
}

// partIn makes a part of the ensemble in a directory, and returns its path.
func partIn(t *testing.T, dir string, shard, shards uint64, change ...func(p *Part)) string {
	t.Helper()
	p := &Part{Ensemble: *ensemble1100(t), Shard: shard, Shards: shards}
	for _, f := range change {
		f(p)
	}
	path := filepath.Join(dir, p.Name())
	done(t, p, path)
	return path
}

// killed leaves the journal of a part that was killed when so many of its chunks were finished,
// and returns its path.
func killed(t *testing.T, dir string, shard, shards uint64, chunks int) string {
	t.Helper()
	all, h, err := journal.Look(filepath.Join(partIn(t, t.TempDir(), shard, shards), chunksFile))
	require.NoError(t, err)
	defer all.Close()
	require.NoError(t, os.MkdirAll(dir, 0o700))
	path := filepath.Join(dir, (&Part{Ensemble: *ensemble1100(t), Shard: shard, Shards: shards}).Name()+journalEnd)
	left, err := journal.Start(path, h)
	require.NoError(t, err)
	for r, err := range all.Records() {
		require.NoError(t, err)
		if left.Len() < chunks {
			require.NoError(t, left.Append(r.Chunk, r.Payload))
		}
	}
	require.NoError(t, left.Close())
	return path
}

// mergedInto merges parts into a directory.
func mergedInto(t *testing.T, to string, how Merging, resume bool, sources ...string) {
	t.Helper()
	merged, err := Merge(context.Background(), sources, how)
	require.NoError(t, err)
	defer merged.Close()
	r, err := Open(merged, merged.Asked, to)
	require.NoError(t, err)
	defer r.Close()
	require.NoError(t, r.Do(context.Background(), &How{Workers: 2, Resume: resume}))
}

// Whatever parts cover the ensemble, finished or not, named once, twice or by the directory they are
// in, and whatever is simulated of it here, what comes out is the ensemble.
func TestMergeIsTheWhole(t *testing.T) {
	dir := t.TempDir()
	whole := filepath.Join(dir, "whole")
	done(t, ensemble1100(t), whole)
	parts := filepath.Join(dir, "parts")
	one, two := partIn(t, parts, 1, 2), partIn(t, parts, 2, 2)
	others := filepath.Join(dir, "others")
	second, third, fourth := partIn(t, others, 2, 4), partIn(t, others, 3, 8), partIn(t, others, 1, 8)
	begun := filepath.Join(dir, "begun")
	half := killed(t, begun, 1, 2, 2)
	copied := filepath.Join(dir, "copied")
	require.NoError(t, os.CopyFS(copied, os.DirFS(two)))

	simulate := Merging{Simulate: true}
	for name, c := range map[string]struct {
		how     Merging
		sources []string
	}{
		"in any order":                       {Merging{}, []string{two, one}},
		"a part twice":                       {Merging{}, []string{two, one, two, copied}},
		"a directory of parts":               {Merging{}, []string{parts}},
		"a pattern":                          {Merging{}, []string{filepath.Join(parts, "line-*-of-2")}},
		"an unfinished part, by its journal": {simulate, []string{half, two}},
		"by the directory to be":             {simulate, []string{strings.TrimSuffix(half, ".journal"), two}},
		"unequal parts":                      {Merging{}, []string{two, third, fourth, partIn(t, others, 5, 8)}},
		"overlapping ones":                   {Merging{}, []string{one, two, second, third}},
		"what is missing is simulated":       {simulate, []string{second, third}},
		"what is not there":                  {simulate, []string{second, filepath.Join(dir, "late")}},
		"all of it is there":                 {simulate, []string{parts}},
	} {
		t.Run(name, func(t *testing.T) {
			to := filepath.Join(t.TempDir(), "merged")
			mergedInto(t, to, c.how, false, c.sources...)
			require.Equal(t, contents(t, whole), contents(t, to))
			require.NoFileExists(t, to+".journal")
		})
	}
}

// What is missing is told by part, with the command that gives it: of the division that leaves least
// to be done.
func TestMergeTellsWhatIsMissing(t *testing.T) {
	dir := t.TempDir()
	one := partIn(t, dir, 1, 4)
	begun := killed(t, dir, 1, 2, 2)
	_, err := Merge(context.Background(), []string{one}, Merging{})
	require.Equal(t, `768 of 1,100 draws are missing, of 3 parts of 4
  part 2/4, 256 of 256 draws:
    corridor ensemble '' --draws 1100 --seed 7 --keep --shard 2/4 --out `+dir+`/line-ensemble-2-of-4
  part 3/4, 256 of 256 draws:
    corridor ensemble '' --draws 1100 --seed 7 --keep --shard 3/4 --out `+dir+`/line-ensemble-3-of-4
  part 4/4, 256 of 256 draws:
    corridor ensemble '' --draws 1100 --seed 7 --keep --shard 4/4 --out `+dir+`/line-ensemble-4-of-4
  or all of it here, by corridor merge with --simulate-missing`, ofKind(t, Invalid, err))
	_, err = Merge(context.Background(), []string{begun}, Merging{})
	require.Equal(t, "no part is finished, and the journal of one, such as "+begun+", knows its scenario by the SHA-256 alone: "+
		"finish any by the command it was made with, --shard 1/2 and --resume", ofKind(t, Invalid, err))
	_, err = Merge(context.Background(), []string{dir}, Merging{Wait: time.Millisecond})
	require.Contains(t, ofKind(t, Invalid, err), "512 of 1,100 draws are missing, of 1 part of 2\n  part 2/2, 512 of 512 draws", "as 2 parts of 4, but one command")
	other := t.TempDir()
	left := killed(t, other, 2, 2, 1)
	_, err = Merge(context.Background(), []string{left, partIn(t, other, 1, 2)}, Merging{})
	require.Equal(t, `256 of 1,100 draws are missing, of 1 part of 2
  part 2/2, 256 of 512 draws:
    corridor ensemble '' --draws 1100 --seed 7 --keep --shard 2/2 --out `+other+`/line-ensemble-2-of-2 --resume
  or all of it here, by corridor merge with --simulate-missing`, ofKind(t, Invalid, err))
	_, err = Merge(context.Background(), []string{one, filepath.Join(dir, "late")}, Merging{Wait: time.Millisecond})
	require.Contains(t, ofKind(t, Invalid, err), "\n  not there: "+filepath.Join(dir, "late"))
}

// sha is the SHA-256 of the scenario of a run directory.
func sha(t *testing.T, dir string) string {
	m, err := ReadManifest(dir)
	require.NoError(t, err)
	return m.Cells[0].SHA256
}

// Parts that are no parts, of another question, or damaged are refused, each with the reason.
func TestMergeRefuses(t *testing.T) {
	dir := t.TempDir()
	one, two := partIn(t, dir, 1, 2), partIn(t, dir, 2, 2)
	whole, seed, precise, begun := filepath.Join(dir, "whole"), filepath.Join(dir, "seed"), filepath.Join(dir, "precise"), filepath.Join(dir, "begun")
	done(t, ensemble1100(t), whole)
	other := partIn(t, seed, 2, 2, func(p *Part) { p.Sampling.Seed = 8 })
	finer := partIn(t, precise, 2, 2, func(p *Part) { p.Precision = 0.02 })
	half := killed(t, begun, 2, 2, 1)
	committed := forge(t, two, func(m map[string]any) { m["commit"] = "0123456789" })
	faster := partIn(t, filepath.Join(dir, "faster"), 2, 2, func(p *Part) {
		s, err := scenarios.Parse("line", strings.Replace(oneSegment, "{2030: 10}", "{2030: 11}", 1))
		require.NoError(t, err)
		p.Scenario = s
	})
	program := filepath.Join(dir, "program.journal")
	_, h, err := journal.Look(half)
	require.NoError(t, err)
	h.Program = "0.0.9 0123456789"
	j, err := journal.Start(program, h)
	require.NoError(t, err)
	require.NoError(t, j.Close())
	text := filepath.Join(dir, "text.journal")
	require.NoError(t, os.WriteFile(text, []byte("three years of work"), 0o600))
	empty := t.TempDir()
	for message, sources := range map[string][]string{
		one + " and " + other + " are parts of different ensembles: seed 7 and 8":                                                                 {one, other},
		one + " and " + finer + " are parts of different ensembles: precision 0.01 and 0.02":                                                      {one, finer},
		one + " and " + committed + " are parts of different ensembles: version " + Version + " and " + Version + " 0123456789":                   {one, committed},
		one + " and " + faster + " are parts of different ensembles: scenario " + NewCell(loaded(t), "line").SHA256 + " and " + sha(t, faster):    {one, faster},
		"journal " + program + " belongs to another run: program version 0.0.9 0123456789 there, " + Version + " here, in " + one:                 {one, program},
		"journal " + half + " belongs to another run: seed 7 there, 8 here, in " + other:                                                          {other, half},
		whole + " holds no part of an ensemble, but the results of corridor ensemble":                                                             {whole},
		empty + " is no part of an ensemble: there is neither manifest.json in it, nor a part, nor a journal " + empty + ".journal":               {empty},
		empty + "/*-of-2 is no part of an ensemble: there is neither manifest.json in it, nor a part, nor a journal " + empty + "/*-of-2.journal": {empty + "/*-of-2"},
		"journal " + text + ": not a journal, or its header is damaged; nothing was changed":                                                      {one, two, text},
	} {
		_, err := Merge(context.Background(), sources, Merging{})
		require.Equal(t, message, ofKind(t, Invalid, err))
	}
	_, err = Merge(context.Background(), []string{empty + "/[a"}, Merging{})
	ofKind(t, Misused, err)

	// In a directory of parts what is another's is left aside, and said where parts are missing.
	mixed := filepath.Join(t.TempDir(), "mixed")
	require.NoError(t, os.CopyFS(mixed, os.DirFS(seed)))
	require.NoError(t, os.CopyFS(filepath.Join(mixed, "whole"), os.DirFS(whole)))
	require.NoError(t, os.Link(half, filepath.Join(mixed, "half.journal")))
	_, err = Merge(context.Background(), []string{mixed}, Merging{})
	require.Contains(t, ofKind(t, Invalid, err), "\n  left aside: journal "+filepath.Join(mixed, "half.journal")+" belongs to another run: seed 7 there, 8 here")

	chunks := filepath.Join(two, chunksFile)
	content, err := os.ReadFile(chunks)
	require.NoError(t, err)
	content[len(content)-5] ^= 1
	require.NoError(t, os.WriteFile(chunks, content, 0o600))
	_, err = Merge(context.Background(), []string{one, two}, Merging{Simulate: true})
	require.ErrorContains(t, err, chunks+" is damaged: it differs from the SHA-256 in its manifest; simulate part 2/2 again")
	require.NoError(t, os.Remove(chunks))
	_, err = Merge(context.Background(), []string{one, two}, Merging{})
	require.EqualError(t, err, chunks+" is missing: the manifest of the part lists it")
}

// A chunk of which parts have different results is no result.
func TestMergeComparesOverlaps(t *testing.T) {
	dir := t.TempDir()
	one, two := partIn(t, dir, 1, 2), partIn(t, dir, 2, 2)
	p := &Part{Ensemble: *ensemble1100(t), Shard: 2, Shards: 2}
	require.NoError(t, p.check())
	j := job{ensemble: p.Ensemble.Ensemble, scenario: p.Scenario.Effective(), shard: 2, shards: 2}
	whole, err := journal.View(filepath.Join(two, chunksFile), j.header())
	require.NoError(t, err)
	defer whole.Close()
	for name, change := range map[string]func(payload []byte){
		"the same": func([]byte) {},
		"another":  func(payload []byte) { payload[len(payload)-1] ^= 1 },
	} {
		again := filepath.Join(t.TempDir(), "again.journal")
		to, err := journal.Start(again, j.header())
		require.NoError(t, err)
		payload, err := whole.Read(3)
		require.NoError(t, err)
		change(payload)
		require.NoError(t, to.Append(3, payload))
		require.NoError(t, to.Close())
		merged, err := Merge(context.Background(), []string{one, two, again}, Merging{})
		if name == "the same" {
			require.NoError(t, err)
			merged.Close()
			continue
		}
		text := ofKind(t, Invalid, err)
		require.Contains(t, text, two)
		require.Contains(t, text, again)
		require.Contains(t, text, "have different results of draws 768 to 1,023")
	}
}

// A journal that is torn gives its whole chunks; one that a run has just begun gives nothing.
func TestMergeOfTornJournal(t *testing.T) {
	dir := t.TempDir()
	whole := filepath.Join(dir, "whole")
	done(t, ensemble1100(t), whole)
	two := partIn(t, dir, 2, 2)
	begun := killed(t, dir, 1, 2, 2)
	content, err := os.ReadFile(begun)
	require.NoError(t, err)
	for _, size := range []int{0, 7, 60, len(content) / 2, len(content) - 1, len(content)} {
		torn := filepath.Join(t.TempDir(), "torn.journal")
		require.NoError(t, os.WriteFile(torn, content[:size], 0o600))
		to := filepath.Join(t.TempDir(), "merged")
		mergedInto(t, to, Merging{Simulate: true}, false, two, torn)
		require.Equal(t, contents(t, whole), contents(t, to), "%d bytes", size)
		now, err := os.ReadFile(torn)
		require.NoError(t, err)
		require.Equal(t, content[:size], now)
	}
}

// What is missing and simulated here is kept when that is interrupted, and gone on with.
func TestMergeInterruptedAndResumed(t *testing.T) {
	dir := t.TempDir()
	whole, to := filepath.Join(dir, "whole"), filepath.Join(dir, "merged")
	done(t, ensemble1100(t), whole)
	two := partIn(t, dir, 2, 2)
	merged, err := Merge(context.Background(), []string{two}, Merging{Simulate: true})
	require.NoError(t, err)
	r, err := Open(merged, merged.Asked, to)
	require.NoError(t, err)
	ctx, how := stopsAfter(512)
	require.ErrorContains(t, r.Do(ctx, how), "are kept in "+to+".journal; the same command with --resume goes on from there")
	require.NoError(t, r.Close())
	merged.Close()
	_, err = os.Stat(to)
	require.ErrorIs(t, err, os.ErrNotExist)

	merged, err = Merge(context.Background(), []string{two}, Merging{Simulate: true})
	require.NoError(t, err)
	defer merged.Close()
	r, err = Open(merged, merged.Asked, to)
	require.NoError(t, err)
	defer r.Close()
	var before, all uint64
	require.NoError(t, r.Do(context.Background(), &How{Workers: 1, Resume: true, Progress: func(draws, done uint64) (func(uint64), func()) {
		all, before = draws, done
		return func(uint64) {}, func() {}
	}}))
	require.Equal(t, uint64(1100), all)
	require.GreaterOrEqual(t, before, uint64(256+512), "of the part, and of the journal")
	require.Equal(t, contents(t, whole), contents(t, to))
	require.NoFileExists(t, to+".journal")
}

// Parts that are late are waited for, told of as they come, and taken once, however they come.
func TestMergeWaits(t *testing.T) {
	dir := t.TempDir()
	whole, late := filepath.Join(dir, "whole"), filepath.Join(dir, "late")
	done(t, ensemble1100(t), whole)
	one, two := partIn(t, dir, 1, 2), partIn(t, dir, 2, 2)
	half := killed(t, filepath.Join(dir, "begun"), 1, 2, 2)
	require.NoError(t, os.Mkdir(late, 0o700))
	content, err := os.ReadFile(half)
	require.NoError(t, err)

	var news []Gathered
	steps := []func(){
		func() {
			require.NoError(t, os.WriteFile(filepath.Join(late, "x.journal"), content[:len(content)-9], 0o600))
		},
		func() { require.NoError(t, os.WriteFile(filepath.Join(late, "x.journal"), content, 0o600)) },
		func() { require.NoError(t, os.CopyFS(filepath.Join(late, "two"), os.DirFS(two))) },
		func() {
			require.NoError(t, os.CopyFS(filepath.Join(dir, "x"), os.DirFS(one)))
			require.NoError(t, os.Remove(filepath.Join(late, "x.journal")))
			require.NoError(t, os.Rename(filepath.Join(dir, "x"), filepath.Join(late, "x")))
		},
	}
	merged, err := Merge(context.Background(), []string{late}, Merging{Wait: time.Minute, News: func(is Gathered) {
		news = append(news, is)
		require.Positive(t, is.Left)
		steps[len(news)-1]()
	}})
	require.NoError(t, err)
	defer merged.Close()
	require.Len(t, news, 4)
	require.Equal(t, Gathered{Left: news[0].Left}, news[0])
	require.Equal(t, Gathered{0, 1, 256, 1100, news[1].Left}, news[1])
	require.Equal(t, Gathered{0, 1, 512, 1100, news[2].Left}, news[2])
	require.Equal(t, Gathered{1, 1, 1024, 1100, news[3].Left}, news[3])
	to := filepath.Join(dir, "merged")
	r, err := Open(merged, merged.Asked, to)
	require.NoError(t, err)
	defer r.Close()
	require.NoError(t, r.Do(context.Background(), &How{Workers: 1}))
	require.Equal(t, contents(t, whole), contents(t, to))

	ctx, stop := context.WithCancel(context.Background())
	_, err = Merge(ctx, []string{one, filepath.Join(dir, "never")}, Merging{Wait: time.Hour, News: func(Gathered) { stop() }})
	require.True(t, errors.Is(err, context.Canceled))
}
