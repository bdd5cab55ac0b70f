package words

import (
	"encoding/csv"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

// rowsOf reads a table of translations: the rows by the names of their columns.
func rowsOf(t *testing.T, file string) (rows []map[string]string) {
	t.Helper()
	in, err := os.Open(file)
	require.NoError(t, err)
	defer in.Close()
	lines, err := csv.NewReader(in).ReadAll()
	require.NoError(t, err)
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// eachText visits all that a language says: the texts of charts, and the names and texts of
// the library.
func eachText(t *testing.T, visit func(w *Language, english, own string)) {
	t.Helper()
	glossary := rowsOf(t, "../../scenarios/library/glossary.csv")
	for _, code := range Languages[1:] {
		w := of(t, code)
		for _, english := range slices.Sorted(maps.Keys(w.Texts)) {
			visit(w, english, w.Texts[english])
		}
		for _, row := range glossary {
			visit(w, row["en"], row[code])
		}
	}
}

// wordsOf finds one of the stems of words in a cell of terms.csv, where … stands for any letters.
// A stem that is never said is one from which a word begins; others may have a prefix.
func wordsOf(term map[string]string, code string) *regexp.Regexp {
	stems := strings.ReplaceAll(strings.ReplaceAll(regexp.QuoteMeta(term[code]), `\|`, "|"), "…", `\pL*`)
	if term["rule"] == "never" {
		return regexp.MustCompile(`(?i)(?:^|[^\pL])(?:` + stems + `)`)
	}
	return regexp.MustCompile(`(?i)` + stems)
}

// unspoken is what terms are not looked for in: placeholders, keys of scenario files such as
// lost_cargo_usd_per_t, the boxes of conditions, which are no containers, and headline figures,
// which are of no series.
var unspoken = regexp.MustCompile(placeholder.String() + `|[a-z0-9]+(?:_[a-z0-9]+)+|(?i:the boxes do not|boxes inside|limits of boxes|headline figures)`)

var spokenBefore = map[string]string{}

// spoken is a text without what is no word of it.
func spoken(text string) string {
	if _, before := spokenBefore[text]; !before {
		spokenBefore[text] = unspoken.ReplaceAllString(text, " ")
	}
	return spokenBefore[text]
}

// Charts and the library say a term of the trade by the same words, those of terms.csv.
func TestTerms(t *testing.T) {
	for _, term := range rowsOf(t, "terms.csv") {
		english := regexp.MustCompile(`(?i)(^|[^\pL])(` + strings.ReplaceAll(regexp.QuoteMeta(term["English"]), `\|`, "|") + `)([^\pL]|$)`)
		used, cells := false, map[string]*regexp.Regexp{}
		for _, code := range Languages[1:] {
			cells[code] = wordsOf(term, code)
		}
		eachText(t, func(w *Language, text, own string) {
			switch {
			case term["rule"] == "never" && term[w.Code] != "":
				require.NotRegexp(t, cells[w.Code], spoken(own), "%s: %q for %q", w.Code, term["English"], text)
			case term["rule"] == "say" && english.MatchString(spoken(text)):
				used = true
				require.Regexp(t, cells[w.Code], own, "%s: %q in %q", w.Code, term["English"], text)
			}
		})
		require.Equal(t, term["rule"] == "say", used, "%q is in no text, or its rule is not say or never", term["English"])
	}
}

// What charts and the library both say, they say alike, but for capitals.
func TestChartsAndLibraryAgree(t *testing.T) {
	glossary := rowsOf(t, "../../scenarios/library/glossary.csv")
	for _, code := range Languages[1:] {
		w, both := of(t, code), 0
		for _, row := range glossary {
			if own, ok := w.Texts[row["en"]]; ok {
				require.Equal(t, strings.ToLower(own), strings.ToLower(row[code]), "%s: %q", code, row["en"])
				both++
			}
		}
		require.NotZero(t, both)
	}
}

// No word mixes letters of two scripts, which look alike and are not found by a search.
func TestWordsAreOfOneScript(t *testing.T) {
	scripts := map[string]*unicode.RangeTable{
		"Latin": unicode.Latin, "Cyrillic": unicode.Cyrillic, "Greek": unicode.Greek, "Georgian": unicode.Georgian, "Armenian": unicode.Armenian,
	}
	word := regexp.MustCompile(`[\pL\pM]+`)
	eachText(t, func(w *Language, _, own string) {
		for _, one := range word.FindAllString(placeholder.ReplaceAllString(own, " "), -1) {
			in := map[string]bool{}
			for _, letter := range one {
				for name, script := range scripts {
					if unicode.Is(script, letter) {
						in[name] = true
					}
				}
			}
			require.Len(t, in, 1, "%s: %q in %q", w.Code, one, own)
		}
	})
}

// Numbers and percentages in texts are marked as the language marks those that are put in.
func TestNumbersInTexts(t *testing.T) {
	marked := regexp.MustCompile(`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+`)
	grouped := regexp.MustCompile(`\d \d{3}(?:\D|$)`)
	before, after, close := regexp.MustCompile(`%[\s\x{a0}]?\d`), regexp.MustCompile(`\d[\s\x{a0}]?%`), regexp.MustCompile(`\d%|%\d`)
	eachText(t, func(w *Language, english, own string) {
		for _, number := range marked.FindAllString(english, -1) {
			plain := strings.ReplaceAll(number, ",", "")
			v, err := strconv.ParseFloat(plain, 64)
			require.NoError(t, err)
			_, decimals, _ := strings.Cut(plain, ".")
			require.Contains(t, own, w.Amount(v, len(decimals)), "%s: %s of %q", w.Code, number, english)
		}
		require.NotRegexp(t, grouped, own, "%s: a number falls apart at the end of a line", w.Code)
		shown := placeholder.ReplaceAllStringFunc(own, func(p string) string {
			if p == "%%" {
				return "%"
			}
			return "1"
		})
		if w.Say("%s %%", "1") == "%1" {
			require.NotRegexp(t, after, shown, "%s: the sign of percent comes first", w.Code)
			return
		}
		require.NotRegexp(t, before, shown, "%s: the sign of percent comes last", w.Code)
		require.NotRegexp(t, close, shown, "%s: a space parts a number from the sign of percent", w.Code)
	})
}
