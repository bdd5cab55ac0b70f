package plots

import (
	"embed"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"
)

// Languages of charts, by ISO 639-1 code: English, Kazakh, Russian, Azerbaijani,
// Georgian, Armenian and Turkish.
var Languages = []string{"en", "kk", "ru", "az", "ka", "hy", "tr"}

// words are how a language writes what charts say. Names that come with a
// scenario are not translated.
type words struct {
	code  string `yaml:"-"`
	Name  string // of the language, in itself
	Marks struct{ Decimal, Thousands string }

	Months, Short []string // names of the months, and short ones
	Month         string   // how a month of a year is written, such as {month} {year}

	Texts map[string]string // by English text; English needs none
}

//go:embed words/*.yaml
var wordFiles embed.FS

// wordsByCode reads the file of each language once, when it is first needed.
var wordsByCode = func() map[string]func() (*words, error) {
	out := map[string]func() (*words, error){}
	for _, code := range Languages {
		out[code] = sync.OnceValues(func() (*words, error) { return readWords(code) })
	}
	return out
}()

func readWords(code string) (*words, error) {
	file := "words/" + code + ".yaml"
	text, err := wordFiles.ReadFile(file)
	if err != nil {
		return nil, err
	}
	w := &words{code: code}
	if err := yaml.Unmarshal(text, w); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return w, nil
}

// wordsOf returns the words of a language, English when none is named.
func wordsOf(code string) (*words, error) {
	if code == "" {
		code = Languages[0]
	}
	read, known := wordsByCode[code]
	if !known {
		return nil, fmt.Errorf("there is no language %q; valid: %s", code, strings.Join(Languages, ", "))
	}
	return read()
}

// with returns the words with some texts replaced.
func (w *words) with(other map[string]string) *words {
	if len(other) == 0 {
		return w
	}
	changed := *w
	changed.Texts = maps.Clone(w.Texts)
	if changed.Texts == nil {
		changed.Texts = map[string]string{}
	}
	maps.Copy(changed.Texts, other)
	return &changed
}

// say returns what an English text is in the language, with its arguments put in.
func (w *words) say(text string, args ...any) string {
	if own, ok := w.Texts[text]; ok {
		text = own
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// text marks an English text that is said later.
func text(s string) string { return s }

// month writes December 2028.
func (w *words) month(m month) string { return w.dated(w.Months, m) }

// shortMonth writes Dec 2028.
func (w *words) shortMonth(m month) string { return w.dated(w.Short, m) }

func (w *words) dated(names []string, m month) string {
	return strings.NewReplacer("{month}", names[m.Index()], "{year}", fmt.Sprint(m.Year())).Replace(w.Month)
}

// Texts lists the English texts of all charts, which labels may replace.
func Texts() []string {
	w, err := wordsOf(Languages[1])
	if err != nil {
		return nil
	}
	return slices.Sorted(maps.Keys(w.Texts))
}

// placeholder is a place in a text where a name or number is put in.
var placeholder = regexp.MustCompile(`%(\[\d\])?[sdg%]`)

// CheckLabel returns an error where words in place of a text lack a place that it
// has, or have one that it lacks.
func CheckLabel(english, own string) error {
	want, got := placesIn(english), placesIn(own)
	switch {
	case slices.Equal(want, got) && (len(want) == 0 || !strings.Contains(placeholder.ReplaceAllString(own, ""), "%")):
		return nil
	case len(want) == 0:
		return fmt.Errorf("%q has a place where something is put in, as %%s, and %q has none", own, english)
	case slices.Equal(want, got):
		return fmt.Errorf("%q has a %% alone, write it as %%%%", own)
	}
	return fmt.Errorf("%q needs the same places where something is put in as %q", own, english)
}

// placesIn returns the placeholders of a text in the order of what is put in.
func placesIn(s string) []string {
	var out []string
	next := 1
	for _, p := range placeholder.FindAllStringSubmatch(s, -1) {
		switch {
		case p[0] == "%%":
		case p[1] == "":
			out = append(out, fmt.Sprintf("[%d]%s", next, p[0][1:]))
			next++
		default:
			out = append(out, p[0][1:])
		}
	}
	slices.Sort(out)
	return out
}
