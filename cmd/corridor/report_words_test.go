package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"corridor/plots/words"
)

// Pages of real results say nothing in English in another language: all that the program says of
// them, the library's names, and what charts say. Figures, notes and sources are in the words of
// those who wrote them, and keys, files, commands and names of scenarios are the same everywhere.
func TestNoEnglishIsLeftOnPages(t *testing.T) {
	library := filepath.Join("..", "..", "scenarios", "library", "glossary.csv")
	told := map[string]*tongue{}
	for _, code := range words.Languages[1:] {
		told[code] = tongueOf(t, library, code)
	}
	t.Chdir(t.TempDir())
	commands := []string{
		"run stated --charts none", "run reference --charts none", "ensemble reference --draws 20 --charts none", "matrix stated --charts none",
		"appraise reference --draws 10 --projects aktau-hub,alat-1,container-ships --charts none",
		"compare reference reference+demand/high --charts none", "hindcast reference --charts none",
	}
	pages := []string{
		"out/stated", "out/stated out/stated-matrix",
		"out/reference out/reference-ensemble out/reference-appraisal out/reference-compare-reference+demand-high out/reference-hindcast",
	}
	if long {
		commands = append(commands, "plan reference --budget 2e9 --draws 40 --evaluations 40 --charts none", "evidence reference --draws 500 --charts none",
			"discover reference --draws 1500 --charts none --where throughput_mt_2030<5.5", "sensitivity reference --draws 2800 --metrics throughput_mt_2030 --charts none")
		pages = append(pages, "out/reference out/reference-plan out/reference-evidence out/reference-discovery out/reference-sensitivity")
	}
	for _, args := range commands {
		must(t, args)
	}
	for i, page := range pages {
		for _, code := range words.Languages[1:] {
			file := fmt.Sprintf("%d-%s.html", i, code)
			must(t, "report "+page+" --lang "+code+" --out "+file)
			content, err := os.ReadFile(file)
			require.NoError(t, err)
			require.NotContains(t, string(content), `lang="en"`)
			for _, said := range textsOfPage(t, content) {
				assert.Empty(t, told[code].english(said), "%s of %s: %q", code, page, said)
			}
		}
	}
}

// must runs a command that must succeed.
func must(t *testing.T, args string) {
	t.Helper()
	var printed, errors bytes.Buffer
	require.Equal(t, exitDone, run(context.Background(), strings.Fields(args), &printed, &errors), "%s: %s", args, errors.String())
}

// tongue knows the words of English texts, and those of their translations.
type tongue struct{ foreign, own map[string]bool }

func tongueOf(t *testing.T, glossary, code string) *tongue {
	w, err := words.Of(code)
	require.NoError(t, err)
	file, err := os.Open(glossary)
	require.NoError(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	of := &tongue{map[string]bool{}, map[string]bool{}}
	for english, own := range w.Texts {
		addWords(of.foreign, english)
		addWords(of.own, own)
	}
	for i, name := range rows[0] {
		for _, row := range rows[1:] {
			switch name {
			case "en":
				addWords(of.foreign, row[i])
			case code:
				addWords(of.own, row[i])
			}
		}
	}
	for _, month := range append(w.Months, w.Short...) {
		addWords(of.own, month)
	}
	return of
}

// asWritten finds what is the same in every language: keys, objectives, files, names of scenarios with
// what is changed of them, names of sources, and commands.
var asWritten = regexp.MustCompile(`corridor [a-z]+( [-\w/+.=]+)*|mean \S*_\S*|\S*[_/]\S*|\S+\.(csv|json|md|html|yaml|png|svg)\b|[\w-]+-\d{4}[-\d]*|\breference\S*|\bstated\S*|\bcorridor\b|%(\[\d\])?[sdg%]`)

var englishWord = regexp.MustCompile(`\b[A-Za-z]*[a-z][A-Za-z]+\b`)

func addWords(to map[string]bool, text string) {
	for _, word := range englishWord.FindAllString(asWritten.ReplaceAllString(text, " "), -1) {
		to[strings.ToLower(word)] = true
	}
}

// english lists the English words of a text that no text of the language has.
func (l *tongue) english(text string) (found []string) {
	for _, word := range englishWord.FindAllString(asWritten.ReplaceAllString(text, " "), -1) {
		if word = strings.ToLower(word); l.foreign[word] && !l.own[word] {
			found = append(found, word)
		}
	}
	return found
}

// unsaid are the parts of a page that are not in its language: what authors and files say.
var unsaid = map[string]bool{"style": true, "script": true, "code": true, "assumptions": true, "warnings": true, "remarks": true}

// textsOfPage are the texts of a page and of its charts, with labels that are read out.
func textsOfPage(t *testing.T, page []byte) (out []string) {
	page = regexp.MustCompile(`(?s)<(style|script)>.*?</(style|script)>`).ReplaceAll(page, nil)
	d := xml.NewDecoder(bytes.NewReader(page))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	depth, hidden := 0, -1
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			for _, a := range token.Attr {
				switch a.Name.Local {
				case "id", "class":
					if hidden < 0 && unsaid[a.Value] {
						hidden = depth
					}
				case "aria-label", "title":
					if hidden < 0 {
						out = append(out, a.Value)
					}
				}
			}
			if hidden < 0 && unsaid[token.Name.Local] {
				hidden = depth
			}
		case xml.EndElement:
			if depth == hidden {
				hidden = -1
			}
			depth--
		case xml.CharData:
			if text := strings.TrimSpace(string(token)); hidden < 0 && text != "" {
				out = append(out, text)
			}
		}
	}
}
