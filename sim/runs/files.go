package runs

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"corridor/sim/rundir"
)

// Files is the content of files of a run directory, by path with forward slashes.
type Files map[string][]byte

// Paths lists the paths in order.
func (f Files) Paths() []string { return slices.Sorted(maps.Keys(f)) }

// outputs describes the files for the manifest, in the order of their paths.
func (f Files) outputs() []Output {
	var out []Output
	for _, path := range f.Paths() {
		out = append(out, Output{Path: path, Bytes: len(f[path]), SHA256: hash(f[path])})
	}
	return out
}

// Output is a file of the run directory.
type Output = rundir.Output

// sorted puts outputs in the order of their paths.
func sorted(list []Output) []Output {
	slices.SortFunc(list, func(a, b Output) int { return strings.Compare(a.Path, b.Path) })
	return list
}

// replaced puts the descriptions of files into a list, in the place of earlier ones.
func replaced(list []Output, content Files) []Output {
	list = slices.DeleteFunc(list, func(o Output) bool { return content[o.Path] != nil })
	return sorted(append(list, content.outputs()...))
}

// describeFile describes a file on the disk for the manifest.
func describeFile(path, file string) (Output, error) {
	f, err := os.Open(file)
	if err != nil {
		return Output{}, err
	}
	defer f.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, f)
	return Output{Path: path, Bytes: int(n), SHA256: hex.EncodeToString(sum.Sum(nil))}, err
}

func hash(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
