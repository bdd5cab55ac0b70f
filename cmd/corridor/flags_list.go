package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

// listFlag holds texts separated by commas, of all the times the flag is given. A
// text that has a comma stands in double quotes; elsewhere a quote is a character
// like any other.
type listFlag struct {
	list  *[]string
	given bool
}

// addList adds a flag of texts. The list it is read into holds the default.
func addList(to *pflag.FlagSet, list *[]string, name, about string) {
	to.Var(&listFlag{list: list}, name, about)
}

func (l *listFlag) String() string { return strings.Join(*l.list, ",") }

// Type is that of pflag's own lists, by which completion knows that it may be given
// again.
func (*listFlag) Type() string { return "stringSlice" }

func (l *listFlag) Set(text string) error {
	parts, err := splitList(text)
	if err != nil {
		return err
	}
	if !l.given {
		*l.list, l.given = nil, true
	}
	*l.list = append(slices.Clip(*l.list), parts...)
	return nil
}

// splitList takes a list apart, without the space around its texts.
func splitList(text string) ([]string, error) {
	var parts []string
	for rest, more := text, true; more; {
		var part string
		rest = strings.TrimSpace(rest)
		if inside, quoted := strings.CutPrefix(rest, `"`); quoted {
			var closed bool
			if part, rest, closed = strings.Cut(inside, `"`); !closed {
				return nil, fmt.Errorf("the quotation mark before %q is not closed", inside)
			}
			var between string
			if between, rest, more = strings.Cut(rest, ","); strings.TrimSpace(between) != "" {
				return nil, fmt.Errorf("expected a comma after %q", part)
			}
		} else {
			part, rest, more = strings.Cut(rest, ",")
			part = strings.TrimSpace(part)
		}
		if part == "" {
			return nil, errors.New("a text between commas is empty")
		}
		parts = append(parts, part)
	}
	return parts, nil
}
