package words

import (
	"embed"
	"fmt"
	"maps"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// Languages of charts, by ISO 639-1 code: English, Kazakh, Russian, Azerbaijani,
// Georgian, Armenian and Turkish.
var Languages = []string{"en", "kk", "ru", "az", "ka", "hy", "tr"}

// Language are how a language writes what charts say. Names that come with a
// scenario are said in it by their tables.
type Language struct {
	Code  string `yaml:"-"`
	Name  string // of the language, in itself
	Marks struct{ Decimal, Thousands string }

	Months, Short []string // names of the months, and short ones
	Month         string   // how a month of a year is written, such as {month} {year}

	Texts map[string]string // by English text; English needs none
}

//go:embed *.yaml
var wordFiles embed.FS

// wordsByCode reads the file of each language once, when it is first needed.
var wordsByCode = func() map[string]func() (*Language, error) {
	out := map[string]func() (*Language, error){}
	for _, code := range Languages {
		out[code] = sync.OnceValues(func() (*Language, error) { return readWords(code) })
	}
	return out
}()

func readWords(code string) (*Language, error) {
	file := code + ".yaml"
	text, err := wordFiles.ReadFile(file)
	if err != nil {
		return nil, err
	}
	w := &Language{Code: code}
	if err := yaml.Unmarshal(text, w); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return w, nil
}

// Of returns the words of a language, English when none is named.
func Of(code string) (*Language, error) {
	if code == "" {
		code = Languages[0]
	}
	read, known := wordsByCode[code]
	if !known {
		return nil, fmt.Errorf("there is no language %q; valid: %s", code, strings.Join(Languages, ", "))
	}
	return read()
}

// With returns the words with some texts replaced.
func (w *Language) With(other map[string]string) *Language {
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

// Say returns what an English text is in the language, with its arguments put in.
func (w *Language) Say(text string, args ...any) string {
	if own, ok := w.Texts[text]; ok {
		text = own
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// Unit is a unit behind a number or a comma, where a word for it has no capital letter: млн т, and
// Млн т where it stands alone. English has its units as they are.
func (w *Language) Unit(unit string) string {
	said := w.Say(unit)
	letters := []rune(said)
	if w.Code == Languages[0] || said == unit || len(letters) < 2 || !unicode.IsUpper(letters[0]) || !unicode.IsLower(letters[1]) {
		return said
	}
	letters[0] = w.small(letters[0])
	return string(letters)
}

// small is a letter as the language has it small: of I and İ Turkish and Azerbaijani make ı and i.
func (w *Language) small(letter rune) rune {
	switch w.Code {
	case "az", "tr":
		return unicode.TurkishCase.ToLower(letter)
	}
	return unicode.ToLower(letter)
}

// InSentence is a title within a sentence: in English it begins with a small letter; in others it
// may begin with a name, and stays.
func (w *Language) InSentence(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	if w.Code != Languages[0] || size == 0 {
		return title
	}
	return string(unicode.ToLower(first)) + title[size:]
}
