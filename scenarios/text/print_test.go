package text

import "testing"

// Texts that YAML could read as something else print so that they read as they are.
func TestTextsRoundTrip(t *testing.T) {
	for _, text := range []string{
		"plain", "-5", "- 5", "-", "...", "---", "~", "null", "Null", "NULL", "true", "2030", "1e3", ".5", "a: b", "a #b", "#a", "*a", "&a", "!a", "@a", "%a", "`a`",
		"[a]", "{a}", "a,", "'a'", `"a"`, `a\b`, " a ", "a\n\nb\n", "a\tb", "\ufeffa", "a\ufffeb", "Türkiye", "中欧班列", "🚢",
	} {
		at := Position{Column: 1}
		tree := &Tree{Position: at, Kind: Map, Entries: []Entry{{"title", at, &Tree{Position: at, Text: text}}}}
		printed := tree.Print()
		var report Report
		read := Parse(&File{Name: "printed", Text: printed}, Contents{}, &report)
		if err := report.Err(); err != nil || read.TextOf("title") != text {
			t.Errorf("%q prints as %q and reads as %q, %v", text, printed, read.TextOf("title"), err)
		}
	}
}
