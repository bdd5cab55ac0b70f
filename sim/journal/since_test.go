package journal

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSince reads a journal while it grows: each record once, and none before it is whole.
func TestSince(t *testing.T) {
	file := filepath.Join(t.TempDir(), "work")
	h := Header{Program: "0.2.0", Seed: 7, Design: "random", Draws: 1000, Chunk: 100, Shard: 1, Shards: 1}
	var came []uint64
	next := int64(0)
	look := func() {
		t.Helper()
		var err error
		next, err = Since(file, h, next, func(r Record) error {
			require.Equal(t, []byte{byte(r.Chunk), 7}, r.Payload)
			came = append(came, r.Chunk)
			return nil
		})
		require.NoError(t, err)
	}
	look()
	require.Empty(t, came, "no file yet")

	j, err := Open(file, h)
	require.NoError(t, err)
	defer j.Close()
	look()
	require.NoError(t, j.Append(3, []byte{3, 7}))
	require.NoError(t, j.Append(1, []byte{1, 7}))
	look()
	look()
	require.Equal(t, []uint64{3, 1}, came)

	end, err := j.Sync()
	require.NoError(t, err)
	require.NoError(t, j.Append(2, []byte{2, 7}))
	whole, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NoError(t, os.Truncate(file, int64(len(whole)-1)))
	look()
	require.Equal(t, []uint64{3, 1}, came, "the third is torn")
	require.NoError(t, os.WriteFile(file, whole, 0o666))
	look()
	require.Equal(t, []uint64{3, 1, 2}, came)

	before, err := ViewUntil(file, h, end)
	require.NoError(t, err)
	defer before.Close()
	require.True(t, before.Done(3) && before.Done(1) && !before.Done(2))
	_, err = ViewUntil(file, h, int64(len(whole)+1))
	require.ErrorContains(t, err, "shorter than it was")

	h.Seed++
	_, err = Since(file, h, 0, func(Record) error { return nil })
	var other *MismatchError
	require.ErrorAs(t, err, &other)
}
