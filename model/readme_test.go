package model_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestReadmeNamesTheCode: every file and function of the table from equation to code is
// there, and the file cites what the table says the equation is after.
func TestReadmeNamesTheCode(t *testing.T) {
	rows := tableOf(t, "### From equation to code")
	require.Greater(t, len(rows), 20)
	quoted, year := regexp.MustCompile("`([^`]+)`"), regexp.MustCompile(`([\pL\d]+)( et al\.)?(?: &[^;]*)? (\d{4})|ISO \d+`)
	for _, row := range rows {
		file := quoted.FindStringSubmatch(row[1])[1]
		text, err := os.ReadFile(file)
		require.NoError(t, err, row[0])
		functions := functionsOf(t, file, text)
		for _, name := range quoted.FindAllStringSubmatch(row[2], -1) {
			require.Contains(t, functions, name[1], "%s in %s", row[0], file)
		}
		prose := strings.Join(strings.Fields(strings.ReplaceAll(string(text), "//", " ")), " ")
		for _, source := range year.FindAllStringSubmatch(row[3], -1) {
			require.Contains(t, prose, source[1], "%s in %s cites %s", row[0], file, source[0])
			require.Contains(t, prose, source[3], "%s in %s cites %s", row[0], file, source[0])
		}
	}
}

// TestReadmeNamesFiles: every file the text names is there.
func TestReadmeNamesFiles(t *testing.T) {
	text, err := os.ReadFile("README.md")
	require.NoError(t, err)
	for _, name := range regexp.MustCompile("`([a-z_/]+\\.go)`").FindAllStringSubmatch(string(text), -1) {
		require.FileExists(t, name[1])
	}
}

// tableOf returns the cells of the first table under a heading of the README.
func tableOf(t *testing.T, heading string) (rows [][]string) {
	text, err := os.ReadFile("README.md")
	require.NoError(t, err)
	_, after, found := strings.Cut(string(text), heading+"\n")
	require.True(t, found, heading)
	_, after, _ = strings.Cut(after, "|---|---|---|---|\n")
	table, _, _ := strings.Cut(after, "\n\n")
	for line := range strings.Lines(table) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | ")
		require.Len(t, cells, 4, line)
		rows = append(rows, cells)
	}
	return rows
}

// functionsOf lists the functions of a file, methods as Type.Method.
func functionsOf(t *testing.T, name string, text []byte) (names []string) {
	file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution)
	require.NoError(t, err)
	for _, d := range file.Decls {
		f, is := d.(*ast.FuncDecl)
		if !is {
			continue
		}
		n := f.Name.Name
		if f.Recv != nil {
			of := f.Recv.List[0].Type
			if p, is := of.(*ast.StarExpr); is {
				of = p.X
			}
			n = of.(*ast.Ident).Name + "." + n
		}
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}
