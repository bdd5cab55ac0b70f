package runs

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRowsOfAnotherNumber: the last chunk of some draws is not that of more, though they have as
// many chunks.
func TestRowsOfAnotherNumber(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.journal")
	s := loaded(t)
	begin := func(rows int, resume bool) (*means, error) {
		by := &means{How: &How{Resume: resume}, path: path}
		_, _, _, err := by.keep(task{scenario: s, question: "what", rows: rows, of: "draws"})
		return by, err
	}
	by, err := begin(70, false)
	require.NoError(t, err)
	require.NoError(t, by.journal.Append(1, make([]byte, 6*8)))
	require.NoError(t, by.leave())
	_, err = begin(100, true)
	require.ErrorContains(t, err, "draws 70 there, 100 here")
	by, err = begin(70, true)
	require.NoError(t, err)
	require.Equal(t, 1, by.journal.Len())
	require.NoError(t, by.leave())
}
