package plots

import (
	"embed"
	"fmt"
	"maps"
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
	code  string
	Name  string // of the language, in itself
	Marks struct{ Decimal, Thousands string }

	Months, Short []string // names of the months, and short ones
	Month         string   // how a month of a year is written, such as {month} {year}

	Texts map[string]string // by English text; English needs none
}

//go:embed words/*.yaml
var wordFiles embed.FS

var readWords = sync.OnceValues(func() (map[string]*words, error) {
	out := map[string]*words{}
	for _, code := range Languages {
		file := "words/" + code + ".yaml"
		text, err := wordFiles.ReadFile(file)
		if err != nil {
			return nil, err
		}
		w := &words{code: code}
		if err := yaml.Unmarshal(text, w); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		out[code] = w
	}
	return out, nil
})

// wordsOf returns the words of a language, English when none is named.
func wordsOf(code string) (*words, error) {
	all, err := readWords()
	if err != nil {
		return nil, err
	}
	if code == "" {
		code = Languages[0]
	}
	return all[code], nil
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
	return strings.NewReplacer("{month}", names[m.index()], "{year}", fmt.Sprint(m.year())).Replace(w.Month)
}
