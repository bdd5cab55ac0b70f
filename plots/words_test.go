package plots

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// saidTexts returns the English texts in the program's source that a chart says:
// the arguments of say, describe and text, and the titles of the charts.
func saidTexts(t *testing.T) []string {
	t.Helper()
	set := map[string]bool{}
	names, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			name := ""
			switch f := call.Fun.(type) {
			case *ast.SelectorExpr:
				name = f.Sel.Name
			case *ast.Ident:
				name = f.Name
			}
			literal, ok := call.Args[0].(*ast.BasicLit)
			if ok && slices.Contains([]string{"say", "describe", "text"}, name) {
				s, err := strconv.Unquote(literal.Value)
				require.NoError(t, err)
				set[s] = true
			}
			return true
		})
	}
	for _, c := range Charts {
		set[c.Title] = true
	}
	var out []string
	for s := range set {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

var (
	letters = regexp.MustCompile(`\pL`)
)

// Every language has every text, with the same placeholders, and none that no
// chart says.
func TestWordsAreComplete(t *testing.T) {
	said := saidTexts(t)
	for _, lang := range Languages {
		w, err := wordsOf(lang)
		require.NoError(t, err)
		require.Len(t, w.Months, 12, lang)
		require.Len(t, w.Short, 12, lang)
		require.Contains(t, w.Month, "{month}", lang)
		require.Contains(t, w.Month, "{year}", lang)
		require.NotEmpty(t, w.Name, lang)
		require.NotEmpty(t, w.Marks.Decimal, lang)
		require.NotEmpty(t, w.Marks.Thousands, lang)
		if lang == "en" {
			require.Empty(t, w.Texts)
			continue
		}
		for _, s := range said {
			if w.Texts[s] == "" && !letters.MatchString(placeholder.ReplaceAllString(s, "")) {
				continue // figures and signs alone are the same unless a language has its own way
			}
			require.NotEmpty(t, w.Texts[s], "%s lacks %q", lang, s)
			require.Equal(t, placesIn(s), placesIn(w.Texts[s]), "%s: placeholders of %q", lang, s)
			takesArguments := len(placesIn(s)) > 0
			require.Equal(t, takesArguments && strings.Contains(w.Texts[s], "%%"), strings.Contains(w.Texts[s], "%%"),
				"%s: %% of %q is written once where nothing is put in", lang, s)
		}
		for s := range w.Texts {
			require.Contains(t, said, s, "%s has a text that no chart says", lang)
		}
	}
}
