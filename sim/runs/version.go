package runs

import "runtime/debug"

// Version is the version of the program. A result depends on it: it goes up
// whenever the same scenario would give other numbers.
const Version = "0.1.0"

// commit is the revision the program was built from, when the build knows it.
func commit() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	revision, modified := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = " with changes"
		}
	}
	if revision == "" {
		return ""
	}
	return revision + modified
}
