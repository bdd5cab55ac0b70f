package main

import (
	"bytes"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestStatus: the line says what is done, within the terminal, and is gone when something
// is printed.
func TestStatus(t *testing.T) {
	var terminal bytes.Buffer
	s := &status{to: &terminal, width: 40}
	root := newRoot()
	c, _, err := root.Find([]string{"run"})
	require.NoError(t, err)
	s.begin(c, []string{"reference"})
	require.Equal(t, "\rcorridor run reference: reading\x1b[K", terminal.String())
	terminal.Reset()
	out := &shown{to: &terminal, before: s.clear}
	for range 2 {
		_, err = out.Write([]byte("Title\n"))
		require.NoError(t, err)
	}
	require.Equal(t, "\r\x1b[KTitle\nTitle\n", terminal.String())
	terminal.Reset()
	s.begin(c, []string{"a-scenario-of-a-long-name\x1b", "another"})
	require.Equal(t, "\rcorridor run a-scenario-of-a…: reading\x1b[K", terminal.String())
}

// TestStatusIsForTerminals: nothing of it goes to a file, nor where silence was asked for,
// nor of what is done at once.
func TestStatusIsForTerminals(t *testing.T) {
	file, err := os.Create(t.TempDir() + "/err")
	require.NoError(t, err)
	defer file.Close()
	require.Nil(t, newStatus(file))
	require.Nil(t, newStatus(&bytes.Buffer{}))

	var terminal bytes.Buffer
	s := &status{to: &terminal, width: 80}
	root := newRoot()
	list, _, err := root.Find([]string{"list"})
	require.NoError(t, err)
	s.begin(list, nil)
	ensemble, _, err := root.Find([]string{"ensemble"})
	require.NoError(t, err)
	require.NoError(t, ensemble.Flags().Set("progress", progressNone))
	s.begin(ensemble, nil)
	s.say("drawing")
	s.clear()
	require.Empty(t, terminal.String())
}
