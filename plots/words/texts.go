package words

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Text marks an English text that is said later.
func Text(s string) string { return s }

// Texts lists the English texts of all charts, which labels may replace.
func Texts() []string {
	w, err := Of(Languages[1])
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
		return fmt.Errorf("%q has a placeholder such as %%s, and %q has none", own, english)
	case slices.Equal(want, got):
		return fmt.Errorf("%q has a %% alone, write it as %%%%", own)
	}
	return fmt.Errorf("%q needs the same placeholders as %q", own, english)
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
