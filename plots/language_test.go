package plots

import (
	"bytes"
	"encoding/xml"
	"html"
	"io"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/words"
	"corridor/sim/tables"
)

// inCapitals returns the package with all that a scenario names in capitals, so
// that it can be told from what the charts say.
func inCapitals(p *tables.Package) *tables.Package {
	out := *p
	out.Title, out.Description, out.Name, out.Program = strings.ToUpper(p.Title), "", "S", "P"
	out.Sources = nil
	out.Tables = nil
	codes := []string{"kind", "scope", "metric", "case", "event", "side", "objective", "plan", "dimension"}
	for _, t := range p.Tables {
		changed := tables.New(t.Schema)
		for row := range t.Len() {
			var cells []any
			for _, c := range t.Schema.Columns {
				switch {
				case c.Type == tables.Number || c.Type == tables.Integer:
					switch v := t.Numbers(c.Name)[row]; {
					case math.IsNaN(v):
						cells = append(cells, nil)
					case c.Type == tables.Integer:
						cells = append(cells, int(v))
					default:
						cells = append(cells, v)
					}
				case c.Type == tables.String && !slices.Contains(codes, c.Name):
					cells = append(cells, strings.ToUpper(t.Text(c.Name)[row]))
				default:
					cells = append(cells, t.Text(c.Name)[row])
				}
			}
			changed.Append(cells...)
		}
		out.Tables = append(out.Tables, changed)
	}
	return &out
}

// places is where something is put into a text.
var places = regexp.MustCompile(`%(\[\d\])?[sdg%]`)

var latinWord = regexp.MustCompile(`\b[A-Za-z]*[a-z][A-Za-z]+\b`)

// No English word is left in a chart of another language.
func TestNoEnglishSlipsIn(t *testing.T) {
	vocabulary := map[string]bool{}
	for _, s := range append(saidTexts(t), english.Months...) {
		for _, word := range latinWord.FindAllString(places.ReplaceAllString(s, ""), -1) {
			vocabulary[strings.ToLower(word)] = true
		}
	}
	for _, lang := range Languages[1:] {
		w, err := words.Of(lang)
		require.NoError(t, err)
		own := map[string]bool{}
		for _, s := range append(slices.Clone(w.Months), w.Short...) {
			own[strings.ToLower(s)] = true
		}
		for _, s := range w.Texts {
			for _, word := range latinWord.FindAllString(s, -1) {
				own[strings.ToLower(word)] = true
			}
		}
		for _, g := range goldenFigures {
			c, _ := Lookup(g.chart)
			figure, err := c.DrawAs(inCapitals(g.run), Options{Lang: lang})
			require.NoError(t, err, "%s %s", g.name, lang)
			var svg bytes.Buffer
			require.NoError(t, figure.Write(&svg, SVG))
			said := append(texts(svg.Bytes()), figure.Title(), figure.Description())
			for _, label := range said {
				for _, word := range latinWord.FindAllString(html.UnescapeString(label), -1) {
					word = strings.ToLower(word)
					require.False(t, vocabulary[word] && !own[word], "%s in %s: %q in %q", g.name, lang, word, label)
				}
			}
		}
	}
}

// long asks for every language, size and seed, where a part of them is enough to see that
// nothing is broken.
var long = os.Getenv("CORRIDOR_TESTS") == "long"

// languagesOf returns the languages to try a chart in: another two for each, and English.
func languagesOf(i int) []string {
	if long {
		return Languages
	}
	others := Languages[1:]
	return []string{Languages[0], others[i%len(others)], others[(i+2)%len(others)]}
}

// Every chart that stands as a golden file is drawn in every size and language, with its
// text on the page and apart and no smaller than can be read.
func TestSizesAndLanguages(t *testing.T) {
	widths := map[string]int{Screen: 630, Paper: 482, Slide: 960}
	for i, g := range goldenFigures {
		t.Run(g.name, func(t *testing.T) {
			t.Parallel()
			c, _ := Lookup(g.chart)
			for j, lang := range languagesOf(i) {
				for k, size := range Sizes {
					figure, err := c.DrawAs(g.run, Options{Lang: lang, Size: size})
					require.NoError(t, err)
					require.Empty(t, figure.Misplaced(), "%s %s", lang, size)
					w, h := figure.Size()
					require.EqualValues(t, widths[size], w)
					if size == Slide {
						require.EqualValues(t, 540, h)
						require.True(t, figure.Fits(), "%s: type becomes too small on a slide", lang)
						require.Greater(t, float64(figure.Zoom()), 960.0/1300, "%s: type becomes too small on a slide", lang)
					}
					if j%len(Sizes) == k {
						require.NoError(t, figure.Write(io.Discard, SVG))
						require.NoError(t, figure.Write(io.Discard, PDF))
					}
				}
			}
		})
	}
}

func TestSVGNamesItsLanguage(t *testing.T) {
	c, _ := Lookup("throughput")
	figure, err := c.DrawAs(examplePackage(exampleAnnual()), Options{Lang: "ka"})
	require.NoError(t, err)
	var svg bytes.Buffer
	require.NoError(t, figure.Write(&svg, SVG))
	require.NoError(t, xml.Unmarshal(svg.Bytes(), new(struct{})))
	require.Contains(t, svg.String(), `xml:lang="ka"`)
	require.Contains(t, svg.String(), "გადაზიდული ტვირთი")
	require.Equal(t, "2035 წელს დერეფანი გადაზიდავს 10,0 მლნ ტონას იმ 13,6 მლნ ტონიდან, რომელიც შეზღუდვის გარეშე მოვიდოდა", figure.Title())
}

func TestOptionsAreChecked(t *testing.T) {
	c, _ := Lookup("throughput")
	for want, o := range map[string]Options{
		`there is no language "de"; valid: en, kk, ru, az, ka, hy, tr`: {Lang: "de"},
		`there is no size "A0"; valid: screen, paper, slide`:           {Size: "A0"},
		`colour blue: "red" is not a colour such as #0072b2`:           {Style: Style{Colours: map[string]string{"blue": "red"}}},
		`lines is 9, expected a factor from 0.25 to 4`:                 {Style: Style{Lines: 9}},
	} {
		_, err := c.DrawAs(examplePackage(exampleAnnual()), o)
		require.EqualError(t, err, want)
	}
}
