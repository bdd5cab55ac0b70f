package tables

import (
	"fmt"
	"slices"
)

// checkHeader compares the header of a file with the columns that the table has. An error
// names the column that is wrong and the one that is meant.
func (s *Schema) checkHeader(header []string) error {
	names := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		names[i] = c.Name
	}
	missing := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return slices.Contains(header, name) })
	for i, name := range header {
		switch {
		case slices.Contains(header[:i], name):
			return fmt.Errorf("column %d, %.60q, is there twice", i+1, name)
		case slices.Contains(names, name):
		case len(missing) > 0:
			return fmt.Errorf("column %d, %.60q, is not one of this table; %q is missing", i+1, name, likest(name, missing))
		default:
			return fmt.Errorf("column %d, %.60q, is not one of this table", i+1, name)
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("the column %q is missing", missing[0])
	}
	for i, name := range names {
		if header[i] != name {
			return fmt.Errorf("column %d is %q, expected %q", i+1, header[i], name)
		}
	}
	return nil
}

// likest returns the name that shares most letters with another at both ends, of several
// the first.
func likest(name string, names []string) string {
	best, most := "", -1
	for _, other := range names {
		n := min(len(name), len(other))
		head := 0
		for head < n && name[head] == other[head] {
			head++
		}
		tail := 0
		for tail < n-head && name[len(name)-1-tail] == other[len(other)-1-tail] {
			tail++
		}
		if head+tail > most {
			best, most = other, head+tail
		}
	}
	return best
}
