package text

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// Mistakes come once each, in the order of the files and lines.
func TestReport(t *testing.T) {
	var r Report
	require.NoError(t, r.Err())
	a, b := &File{Name: "a"}, &File{Name: "b"}
	r.Mistake(Position{b, 1, 1}, "the last")
	r.Mistake(Position{a, 2, 5}, "%s of %d", "the second", 3)
	r.Mistake(Position{a, 2, 1}, "the first")
	r.Mistake(Position{a, 2, 1}, "the first")
	r.Mistake(Position{}, "of no file, with \x1b in it")
	require.True(t, r.Found())
	require.EqualError(t, r.Err(), "-: of no file, with \\u001b in it\na:2:1: the first\na:2:5: the second of 3\nb:1:1: the last")

	require.Empty(t, r.Warned())
	r.Warn(Position{a, 9, 1}, "later")
	r.Warn(Position{a, 8, 1}, "earlier")
	r.Warn(Position{a, 9, 1}, "later")
	require.Len(t, r.Warned(), 2)
	require.Equal(t, "a:8:1: warning: earlier", r.Warned()[0].String())
}

// What is wrong in the library comes after what is wrong in other files.
func TestReportOfTheLibrary(t *testing.T) {
	var r Report
	r.Mistake(Position{&File{Name: "library/a.yaml", Library: true}, 3, 1}, "what follows")
	r.Mistake(Position{&File{Name: "own.yaml"}, 9, 1}, "the mistake")
	require.EqualError(t, r.Err(), "own.yaml:9:1: the mistake\nlibrary/a.yaml:3:1: what follows")
}

// A tree is sound until something below it is found wrong.
func TestSound(t *testing.T) {
	base := tree(t, "a: {b: 1}\nc: [2, 3]\nd: 4\n")
	var r Report
	r.Mistake(base.Get("c").Items[1].Position, "wrong")
	r.Mistake(base.Get("a").PlaceOf("b"), "an unknown key")
	for path, want := range map[string]bool{"a": false, "c": false, "d": true, "nothing": true} {
		require.Equal(t, want, r.Sound(base.Get(path)), path)
	}
	require.False(t, r.Sound(base))
}

func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "f")
	require.NoError(t, os.WriteFile(file, []byte("1234"), 0o644))
	content, err := ReadFile(file, 4)
	require.NoError(t, err)
	require.Equal(t, "1234", string(content))
	_, err = ReadFile(file, 3)
	require.EqualError(t, err, file+" has 4 bytes, expected at most 3")
	_, err = ReadFile(dir, 3)
	require.EqualError(t, err, dir+" is a directory, expected a file")
	_, err = ReadFile(filepath.Join(dir, "nothing"), 3)
	require.ErrorIs(t, err, os.ErrNotExist)
}

func TestLine(t *testing.T) {
	f := &File{Text: "one\r\ntwo\n"}
	require.Equal(t, []string{"", "one", "two", ""}, []string{f.Line(0), f.Line(1), f.Line(2), f.Line(3)})
	require.Empty(t, (*File)(nil).Line(1))
}
