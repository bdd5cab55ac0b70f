package scenarios

import (
	"strings"
	"testing"
)

// Texts that YAML could read as something else print so that they read as they are.
func TestTextsRoundTrip(t *testing.T) {
	for _, text := range []string{
		"plain", "-5", "- 5", "-", "...", "---", "~", "null", "Null", "NULL", "true", "2030", "1e3", ".5", "a: b", "a #b", "#a", "*a", "&a", "!a", "@a", "%a", "`a`",
		"[a]", "{a}", "a,", "'a'", `"a"`, `a\b`, " a ", "a\n\nb\n", "a\tb", "\ufeffa", "a\ufffeb", "Türkiye", "中欧班列", "🚢",
	} {
		at := Position{Column: 1}
		tree := &tree{Position: at, kind: mapKind, entries: []entry{{"title", at, &tree{Position: at, text: text}}}}
		var b strings.Builder
		(&printer{b: &b}).entries(tree, 0)
		printed := b.String()
		var report diagnostics
		read := parse(&File{Name: "printed", Text: printed}, &report)
		if err := report.err(); err != nil || textOf(read, "title") != text {
			t.Errorf("%q prints as %q and reads as %q, %v", text, printed, textOf(read, "title"), err)
		}
	}
}
