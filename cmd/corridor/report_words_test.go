package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"corridor/plots"
	"corridor/plots/explore"
	"corridor/plots/words"
	"corridor/scenarios"
	"corridor/sim/runs"
)

// Pages of real results say nothing in English in another language: all that the program says of
// them, the library's names and descriptions, and what charts say. Keys of figures, notes and the
// titles of works are in the words of those who wrote them, and are marked as English; files,
// commands and names of scenarios are the same everywhere.
func TestNoEnglishIsLeftOnPages(t *testing.T) {
	told := tongues(t)
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
	all := len(pages) // drawn in every language; those of other scenarios say the same of other names
	if long {
		commands = append(commands, "plan reference --budget 2e9 --draws 40 --evaluations 40 --charts none", "evidence reference --draws 500 --charts none",
			"discover reference --draws 1500 --charts none --where throughput_mt_2030<5.5", "sensitivity reference --draws 2800 --metrics throughput_mt_2030 --charts none")
		pages = append(pages, "out/reference out/reference-plan out/reference-evidence out/reference-discovery out/reference-sensitivity")
		all = len(pages)
		for _, name := range libraryScenarios() {
			commands, pages = append(commands, "run "+name+" --charts none"), append(pages, "out/"+name)
		}
	}
	for _, args := range commands {
		must(t, args)
	}
	var names []string // are the same everywhere
	for _, name := range libraryScenarios() {
		names = append(names, name, "")
	}
	unnamed := strings.NewReplacer(names...)
	for i, page := range pages {
		languages := words.Languages[1:]
		if i >= all {
			languages = languages[i%len(languages):][:1]
		}
		for _, code := range languages {
			file := fmt.Sprintf("%d-%s.html", i, code)
			must(t, "report "+page+" --lang "+code+" --out "+file)
			content, err := os.ReadFile(file)
			require.NoError(t, err)
			for _, said := range textsOfPage(t, content) {
				assert.Empty(t, told[code].english(unnamed.Replace(said)), "%s of %s: %q", code, page, said)
			}
		}
	}
}

// libraryScenarios are the names of the scenarios of the library.
func libraryScenarios() (names []string) {
	for _, e := range scenarios.Library() {
		if !e.Overlay() {
			names = append(names, e.Name)
		}
	}
	return names
}

// What a scenario of the library says of itself is in every language, and so it is where it is
// changed: whose words they are is said too.
func TestDescriptionsAreTold(t *testing.T) {
	told := tongues(t)
	for _, name := range libraryScenarios() {
		first := firstSegment(t, name)
		for _, set := range [][]string{nil, {"segments." + first + ".effectiveness=0.9"}} {
			s, err := scenarios.Load(scenarios.Request{Scenario: name, Set: set})
			require.NoError(t, err)
			english := runs.Describe(s, nil)
			require.NotEmpty(t, english.Remarks, name)
			for code, tongue := range told {
				own := plots.In(english, languageOf(t, code))
				said := [][2]string{{english.Description, own.Description}, {english.Remarks, own.Remarks}}
				if set == nil { // what is set is said as it is written
					said = append(said, [2]string{english.Title, own.Title})
				}
				for _, texts := range said {
					require.NotEqual(t, texts[0], texts[1], "%s of %s", code, name)
					require.Empty(t, tongue.english(strings.ReplaceAll(texts[1], name, "")), "%s of %s: %q", code, name, texts[1])
				}
				require.GreaterOrEqual(t, 2*len([]rune(own.Remarks)), len([]rune(english.Remarks)), "%s of %s leaves much out", code, name)
			}
		}
	}
}

// What the author of a scenario says in English alone is marked as English on a page in another
// language, and so are warnings; what is said in the language of the page is not, nor anything on
// a page in English.
func TestWhatIsLeftInEnglishIsMarked(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("own.yaml", []byte(`scenario: own
extends: teaching
title: My corridor
question: {en: Whose is it?, ka: ვისია?}
description: {en: It is mine., ru: Это моё.}
targets: {lots: {title: Lots, metric: throughput_mt, at: 2030, at_least: 99}}
shocks: {late: {from: 2050-01, to: 2050-06, segment: ships, factor: {value: 0.5, note: Never comes}}}
`), 0o644))
	must(t, "run own.yaml --charts none")
	for code, marks := range map[string][]string{
		"en": {`<p class="question">Whose is it?</p>`, `<span>It is mine.</span>`},
		"ru": {`<p class="question" lang="en">Whose is it?</p>`, `<span>Это моё.</span>`},
		"ka": {`<p class="question">ვისია?</p>`, `<span lang="en">It is mine.</span>`},
	} {
		must(t, "report out/own --lang "+code+" --out page.html")
		content, err := os.ReadFile("page.html")
		require.NoError(t, err)
		if code == "en" {
			require.Equal(t, 1, strings.Count(regexp.MustCompile(`<svg[^>]*>`).ReplaceAllString(string(content), ""), `lang="en"`))
		} else {
			marks = append(marks, `<p class="scenario" lang="en">My corridor</p>`, `<th scope="row" lang="en">Lots</th>`, `<td lang="en">the shock late has no effect`, `<td lang="en">Never comes</td>`)
		}
		for _, mark := range marks {
			require.True(t, strings.Contains(string(content), mark), "%s: %s", code, mark)
		}
	}
}

// firstSegment is the name of a segment of a scenario.
func firstSegment(t *testing.T, name string) string {
	t.Helper()
	s, err := scenarios.Load(scenarios.Request{Scenario: name})
	require.NoError(t, err)
	return s.Corridor.Segments[0].Name
}

// The explorer says every name of every scenario of the library in all its languages.
func TestNoEnglishIsLeftInTheExplorer(t *testing.T) {
	told := tongues(t)
	for _, name := range libraryScenarios() {
		s, err := scenarios.Load(scenarios.Request{Scenario: name})
		require.NoError(t, err)
		shown, err := explored(s, name)
		require.NoError(t, err)
		encoded, err := json.Marshal(shown)
		require.NoError(t, err)
		var page any
		require.NoError(t, json.Unmarshal(encoded, &page))
		count := 0
		eachName(page, func(names map[string]any) {
			count++
			for code, tongue := range told {
				own, _ := names[code].(string)
				if unit := "%s " + strings.ReplaceAll(names["en"].(string), "%", "%%"); own == "" && slices.Contains(explore.Texts(), unit) {
					own = languageOf(t, code).Say(unit, "1") // which the page says with its number
				}
				assert.NotEmpty(t, own, "%s of %s: %q", code, name, names["en"])
				assert.Empty(t, tongue.english(own), "%s of %s: %q", code, name, own)
			}
		})
		require.Greater(t, count, len(shown.Levers)+len(shown.Segments), name)
	}
}

// eachName visits the texts by language of what was read from JSON.
func eachName(of any, visit func(names map[string]any)) {
	switch of := of.(type) {
	case []any:
		for _, item := range of {
			eachName(item, visit)
		}
	case map[string]any:
		if _, said := of["en"].(string); said {
			visit(of)
			return
		}
		for _, item := range of {
			eachName(item, visit)
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

func languageOf(t *testing.T, code string) *words.Language {
	t.Helper()
	w, err := words.Of(code)
	require.NoError(t, err)
	return w
}

// tongues are those of all languages but English.
func tongues(t *testing.T) map[string]*tongue {
	t.Helper()
	told := map[string]*tongue{}
	for _, code := range words.Languages[1:] {
		told[code] = tongueOf(t, filepath.Join("..", "..", "scenarios", "library", "glossary.csv"), code)
	}
	return told
}

func tongueOf(t *testing.T, glossary, code string) *tongue {
	w := languageOf(t, code)
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

// unsaid are the parts of a page that are in no language: code.
var unsaid = map[string]bool{"style": true, "script": true, "code": true}

// quoting are the sections of a page with keys of files and words of authors, which are marked
// as English there and nowhere else.
var quoting = map[string]bool{"assumptions": true, "warnings": true}

// textsOfPage are the texts of a page and of its charts, with labels that are read out, but for
// those that are marked as English where they may be.
func textsOfPage(t *testing.T, page []byte) (out []string) {
	page = regexp.MustCompile(`(?s)<(style|script)>.*?</(style|script)>`).ReplaceAll(page, nil)
	d := xml.NewDecoder(bytes.NewReader(page))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	depth, hidden, quotes := 0, -1, -1
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
				case "id":
					if quoting[a.Value] {
						quotes = depth
					}
				case "lang":
					if hidden < 0 && quotes >= 0 && a.Value == "en" {
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
			if depth == quotes {
				quotes = -1
			}
			depth--
		case xml.CharData:
			if text := strings.TrimSpace(string(token)); hidden < 0 && text != "" {
				out = append(out, text)
			}
		}
	}
}
