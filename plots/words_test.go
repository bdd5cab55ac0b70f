package plots

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/explore"
	"corridor/plots/words"
	"corridor/sim/tables"
)

// saidTexts returns the English texts in the program's source that a chart says:
// the arguments of Say, Describe and Text, and the titles of the charts.
func saidTexts(t *testing.T) []string {
	t.Helper()
	set := map[string]bool{}
	var names []string
	for _, room := range []string{".", "page", "series", "words", "report", filepath.Join("..", "sim", "findings")} {
		files, err := filepath.Glob(filepath.Join(room, "*.go"))
		require.NoError(t, err)
		names = append(names, files...)
	}
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
				if in, ok := f.X.(*ast.Ident); name == "Text" && !(ok && in.Name == "words") {
					return true // a column of a table
				}
			case *ast.Ident:
				name = f.Name
			}
			literal, ok := call.Args[0].(*ast.BasicLit)
			if ok && slices.Contains([]string{"Say", "Describe", "Text"}, name) {
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
	page, err := os.ReadFile(filepath.Join("report", "page.html"))
	require.NoError(t, err)
	for _, m := range saidInPage.FindAllStringSubmatch(string(page), -1) {
		s, err := strconv.Unquote(m[1])
		require.NoError(t, err, m[1])
		set[s] = true
	}
	for _, text := range explore.Texts() {
		set[text] = true
	}
	for _, name := range tables.CountryNames {
		set[name] = true
	}
	for _, s := range tables.All {
		set[s.Title] = true
	}
	for _, m := range tables.MetricColumns() {
		set[m.Label], set[m.Axis()], set[m.YearUnit], set[m.MonthUnit] = true, true, true, true
		set[m.Difference().Axis()], set[m.Difference().YearUnit] = true, true
	}
	var out []string
	for s := range set {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

var (
	saidInPage = regexp.MustCompile(`\{\{t ("(?:[^"\\]|\\.)*")`)

	letters = regexp.MustCompile(`\pL`)
)

// Every language has every text, with the same placeholders, and none that no
// chart says.
func TestWordsAreComplete(t *testing.T) {
	said := saidTexts(t)
	for _, lang := range Languages {
		w, err := words.Of(lang)
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
			if w.Texts[s] == "" && !letters.MatchString(places.ReplaceAllString(s, "")) {
				continue // figures and signs alone are the same unless a language has its own way
			}
			require.NotEmpty(t, w.Texts[s], "%s lacks %q", lang, s)
			require.NoError(t, CheckLabel(s, w.Texts[s]), lang)
			takesArguments := slices.ContainsFunc(places.FindAllString(s, -1), func(p string) bool { return p != "%%" })
			require.Equal(t, takesArguments && strings.Contains(w.Texts[s], "%%"), strings.Contains(w.Texts[s], "%%"),
				"%s: %% of %q is written once where nothing is put in", lang, s)
		}
		for s := range w.Texts {
			require.Contains(t, said, s, "%s has a text that no chart says", lang)
		}
	}
}
