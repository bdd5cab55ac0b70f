package text

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func tree(t *testing.T, content string) *Tree {
	t.Helper()
	out, wrong := read(t, content, lists)
	require.Empty(t, wrong)
	return out
}

// What is made of a tree leaves the tree as it was.
func TestTreesAreNotChanged(t *testing.T) {
	const content = "a: {b: {c: 1, d: 2}}\ne: [3, 4]\n"
	base := tree(t, content)
	printed := base.Print()

	changed := *base
	changed.Entries = append([]Entry(nil), base.Entries...)
	changed.Replace([]string{"a", "b"}, Entry{Key: "c", Tree: &Tree{Text: "9"}})
	require.Equal(t, "9", changed.Below("a.b").TextOf("c"))
	require.Equal(t, "2", changed.Below("a.b").TextOf("d"))

	require.Equal(t, []string{"e"}, base.Dropped("a").Keys())
	require.Equal(t, []string{"a", "e"}, base.Dropped().Keys())

	other := &File{Name: "other"}
	copied := base.In(other)
	require.Same(t, other, copied.Below("a.b.c").File)
	require.Same(t, other, copied.Get("e").Items[1].File)
	require.Same(t, other, copied.Entries[0].At.File)

	require.Equal(t, printed, base.Print())
	require.Equal(t, "f", base.Below("a.b.c").File.Name)
}

func TestSame(t *testing.T) {
	base := tree(t, "a: {b: 1}\nc: [2]\n")
	require.True(t, Same(base, tree(t, "a:\n  b: 1\nc:\n  - 2\n")), "wherever it stands")
	for _, other := range []string{"a: {b: '1'}\nc: [2]\n", "a: {b: 1}\nc: [3]\n", "c: [2]\na: {b: 1}\n", "a: {b: 1}\n", "a: {b: {}}\nc: [2]\n"} {
		require.False(t, Same(base, tree(t, other)), other)
	}
}

// What is taken away leaves its place behind, of the last who did.
func TestRemove(t *testing.T) {
	base := tree(t, "a: 1\nb: 2\nc: 3\n")
	first, second := Position{Line: 7, Column: 1}, Position{Line: 8, Column: 1}
	laid := base.Lay()
	laid.Remove(Entry{Key: "a", At: first})
	laid.Remove(Entry{Key: "b", At: second})
	laid.Remove(Entry{Key: "nothing"})
	base = laid.Done()
	require.Equal(t, []string{"c"}, base.Keys())
	at, ok := base.Removal("a", "b")
	require.True(t, ok)
	require.Equal(t, second, at)
	_, ok = base.Removal("c", "nothing")
	require.False(t, ok)
	base.Set(Entry{Key: "c", Tree: &Tree{Text: "4"}})
	base.Set(Entry{Key: "d", Tree: &Tree{Text: "5"}})
	require.Equal(t, "4 5", base.TextOf("c")+" "+base.TextOf("d"))
}

// Of layers the latest counts that gives a value; that of a map around others does not.
func TestLatest(t *testing.T) {
	base := tree(t, "a: {b: 1}\nc: [2]\n")
	require.Equal(t, 0, base.Latest())
	base.Below("a.b").File = &File{Layer: 3}
	base.Get("a").File = &File{Layer: 9}
	base.Get("c").Items[0].File = &File{Layer: 2}
	require.Equal(t, 3, base.Latest())
	require.Equal(t, 2, base.Get("c").Latest())
	require.Equal(t, 0, base.Get("nothing").Latest())
}

func TestSize(t *testing.T) {
	values, bytes := tree(t, "ab: {c: 123}\nd: [4, 56]\n").Size()
	require.Equal(t, 6, values)
	require.Equal(t, len("ab"+"c"+"123"+"d"+"4"+"56"), bytes)
}

func TestPrintPlaces(t *testing.T) {
	require.Equal(t, "a:\n  b: 1      # f:1:8\nc:\n  - \"x: y\"  # f:2:5\n", tree(t, "a: {b: 1}\nc: ['x: y']\n").PrintPlaces())
}
