package text

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// lists says what the documents of these tests hold.
var lists = Contents{Whole: "a list", One: "one list", Keys: "keys such as bread"}

// read parses a text, and returns what is wrong with it, a line each.
func read(t *testing.T, content string, expect Contents) (*Tree, string) {
	t.Helper()
	var report Report
	tree := Parse(&File{Name: "f", Text: content}, expect, &report)
	if err := report.Err(); err != nil {
		return tree, err.Error()
	}
	return tree, ""
}

// Every key and value knows where it stands, also in blocks, lists and aliases.
func TestPositions(t *testing.T) {
	tree, wrong := read(t, "bread: {rye: 2, 'wheat': \"3\"}\nmilk:\n  - 1\n  - two litres\nnote: |\n  long\n  text\nagain: &a none\nonce: *a\n", lists)
	require.Empty(t, wrong)
	for path, want := range map[string]string{
		"bread": "f:1:8", "bread.rye": "f:1:14", "bread.wheat": "f:1:26", "milk": "f:3:3", "note": "f:5:7", "once": "f:8:8",
	} {
		require.Equal(t, want, tree.Below(path).Position.String(), path)
	}
	require.Equal(t, "f:1:17", tree.Get("bread").PlaceOf("wheat").String())
	require.Equal(t, "f:1:8", tree.Get("bread").PlaceOf("oats").String(), "the map's own where it has no such key")
	require.Equal(t, "f:4:5", tree.Get("milk").Items[1].Position.String())
	require.Equal(t, []Kind{Map, Scalar, Scalar, List}, []Kind{tree.Get("bread").Kind, tree.Below("bread.rye").Kind, tree.Get("note").Kind, tree.Get("milk").Kind})
	require.False(t, tree.Below("bread.rye").Quoted)
	require.True(t, tree.Below("bread.wheat").Quoted)
	require.Equal(t, "long\ntext", tree.TextOf("note"), "however the block ends")
	require.Empty(t, tree.TextOf("milk"))
	require.Equal(t, []string{"bread", "milk", "note", "again", "once"}, tree.Keys())
}

func TestMistakesOfDocuments(t *testing.T) {
	plain := lists
	plain.NoAliases = true
	for _, c := range []struct {
		name, content string
		expect        Contents
		want          string
	}{
		{"empty", "", lists, "f:1:1: the file is empty, expected a list"},
		{"a remark", "# nothing\n", lists, "f:1:1: the file is empty, expected a list"},
		{"null", "~", lists, "f:1:1: the file is empty, expected a list"},
		{"no keys", "[a]", lists, "f:1:1: the file is a list, expected keys such as bread"},
		{"two documents", "a: 1\n---\nb: 2\n", lists, "f:2:1: a second document begins here, expected one list to a file"},
		{"a key twice", "a: 1\nb: 2\na: 3\n", lists, `f:3:1: "a" is given twice, first on line 1`},
		{"a list as key", "? [a]\n: 1\n", lists, "f:1:3: a key must be a name or a year"},
		{"a merge key", "a: &a {b: 1}\nc: {<<: *a}\n", lists, "f:2:5: the language has no merge keys; use extends or an overlay"},
		{"a tag", "a: !!str 1\n", lists, "f:1:4: the language has no tags such as !!str"},
		{"an alias", "a: &a 1\nb: *a\n", plain, "f:2:4: aliases are not allowed here; write the value out"},
		{"a tab", "a:\n\tb: 1\n", lists, "f:2:1: not YAML: the line begins with a tab, indent with spaces"},
		{"a quote", "a: \"b\n", lists, "f:1:4: not YAML: the text in quotes that begins here does not end"},
		{"broken text", "a: \x9b\n", lists, "f:1:4: the file is not UTF-8 text here; save it in that encoding"},
		{"an escape", "a: \"\\e[1m\"\n", lists, "f:1:4: a text cannot have the control character U+001B"},
		{"many values", "a: [" + strings.Repeat("1,", MaxNodes) + "1]\n", lists, "f:1:400001: the file has more than 200000 values once its aliases are written out"},
		{"deep", "a: " + strings.Repeat("[", 40) + strings.Repeat("]", 40), lists, "f:1:36: values are nested more than 32 deep, or an alias contains itself"},
		{"large", "a: " + strings.Repeat("x", MaxFileBytes), lists, "f: the file has 4194307 bytes, expected at most 4194304"},
	} {
		_, wrong := read(t, c.content, c.expect)
		require.Equal(t, c.want, wrong, c.name)
	}
}

// Remarks and space before a line do not count where a file is long.
func TestRemarksDoNotCount(t *testing.T) {
	content := "a: 1\n" + strings.Repeat("                    # a remark that is not a part of what the file says\n", 60_000)
	require.Greater(t, len(content), MaxFileBytes)
	_, wrong := read(t, content, lists)
	require.Empty(t, wrong)
}

func TestUnreadable(t *testing.T) {
	for text, want := range map[string]string{"plain text": "", "a\x1bb": "a text cannot have the control character U+001B", "ab\x9b": "this is not UTF-8 text"} {
		at, why := Unreadable(text)
		require.Equal(t, want, why)
		if why != "" {
			require.Equal(t, strings.IndexFunc(text, func(r rune) bool { return r < 'a' || r > 'z' }), at)
		}
	}
}
