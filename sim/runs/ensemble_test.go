package runs

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// contents reads a directory, file by file.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	all := map[string]string{}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		require.NoError(t, err)
		all[e.Name()] = string(text)
	}
	return all
}

func ensemble300(t *testing.T) *Ensemble {
	return &Ensemble{Scenario: loaded(t), Sampling: sampling, Keep: true, Precision: 0.01}
}

// stopsAfter ends when so many draws are done.
func stopsAfter(draws uint64) (context.Context, *How) {
	ctx, stop := context.WithCancel(context.Background())
	return ctx, &How{Workers: 1, Progress: func(uint64, uint64) (func(uint64), func()) {
		return func(done uint64) {
			if done >= draws {
				stop()
			}
		}, func() {}
	}}
}

// An ensemble that is interrupted keeps what is finished, says so, and comes to the same
// bytes when it is gone on with.
func TestInterruptedAndResumed(t *testing.T) {
	dir := t.TempDir()
	done(t, ensemble300(t), filepath.Join(dir, "whole"))
	to := filepath.Join(dir, "r")
	r, err := Open(ensemble300(t), Request{}, to)
	require.NoError(t, err)
	ctx, how := stopsAfter(256)
	err = r.Do(ctx, how)
	require.NoError(t, r.Close())
	var stopped *Error
	require.ErrorAs(t, err, &stopped)
	require.Equal(t, Interrupted, stopped.Kind)
	require.Regexp(t, `^interrupted: (256|300) of 300 draws are kept in .*r\.journal; the same command with --resume goes on from there$`, err.Error())
	require.NoDirExists(t, to)

	r, err = Open(ensemble300(t), Request{}, to)
	require.NoError(t, err)
	err = r.Do(context.Background(), &How{Workers: 1})
	require.ErrorContains(t, err, "add --resume to go on with it")
	require.FileExists(t, to+".journal")

	var before uint64
	require.NoError(t, r.Do(context.Background(), &How{Workers: 1, Resume: true, Progress: func(draws, done uint64) (func(uint64), func()) {
		before = done
		return func(uint64) {}, func() {}
	}}))
	require.NoError(t, r.Close())
	require.GreaterOrEqual(t, before, uint64(256))
	require.NoFileExists(t, to+".journal")
	require.Equal(t, contents(t, filepath.Join(dir, "whole")), contents(t, to))
}

// Before the first chunk is finished there is nothing to keep.
func TestInterruptedAtOnce(t *testing.T) {
	to := filepath.Join(t.TempDir(), "r")
	r, err := Open(ensemble300(t), Request{}, to)
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	require.EqualError(t, r.Do(ctx, &How{Workers: 1}), "interrupted before the first draws were finished; nothing is kept")
	require.NoError(t, r.Close())
	require.NoFileExists(t, to+".journal")
}

// A Sobol' sequence is most even with certain numbers of draws, which are told.
func TestUnevenDrawsAreTold(t *testing.T) {
	for draws, want := range map[uint64]string{
		64: "", 128: "",
		3:  "3 draws are no power of two for each of the 16 replicates of the Sobol' sequence, which are most even with 16 draws",
		80: "80 draws are no power of two for each of the 16 replicates of the Sobol' sequence, which are most even with 64 or 128 draws",
	} {
		var told []string
		p := &Ensemble{Scenario: loaded(t), Sampling: Sampling{Draws: draws, Design: "sobol", Replicates: 16}, Precision: 0.01}
		r, err := Open(p, Request{}, filepath.Join(t.TempDir(), "r"))
		require.NoError(t, err)
		require.NoError(t, r.Do(context.Background(), &How{Workers: 1, Tell: func(s string) { told = append(told, s) }}))
		require.NoError(t, r.Close())
		if want == "" {
			require.Empty(t, told)
		} else {
			require.Equal(t, []string{want}, told)
		}
	}
}
