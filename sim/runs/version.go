package runs

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"

	"corridor/sim/ensemble"
)

// Version is the version of the program. A result depends on it: it goes up
// whenever the same scenario would give other numbers.
const Version = "0.1.0"

// InLanes says how many futures of an ensemble are stepped side by side; "" where they are one
// after the other.
func InLanes() string {
	if n := ensemble.Lanes(); n > 0 {
		return fmt.Sprintf("in %d lanes", n)
	}
	return ""
}

// About says which program this is: its version, what it was built from, by which Go and
// for which machine, and how it steps a month.
func About() string {
	from := commit()
	if from == "" {
		from = "unknown"
	}
	return fmt.Sprintf("%s\ncommit %s\n%s %s/%s\nmonth %s", Version, from, runtime.Version(), runtime.GOOS, runtime.GOARCH, cmp.Or(InLanes(), "scalar"))
}

// revision is the commit of a release; .ci/release sets it.
var revision string

// commit is the revision the program was built from, when the build knows it.
func commit() string {
	if revision != "" {
		return revision
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	from, modified := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			from = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = " with changes"
		}
	}
	if from == "" {
		return ""
	}
	return from + modified
}
