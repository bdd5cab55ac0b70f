// Command lanes writes the month for several futures side by side. It reads the functions of
// model for one future, in which a number is a float64, and writes files beside them in which
// it is a vector: comparisons become masks, and what is done on a condition is done for the
// lanes in which it holds (as in ISPC: Pharr & Mark 2012, Innovative Parallel Computing).
// What it takes over is listed in listed.go; the rest of the month in lanes is written by hand.
//
// It is run by go generate in model, and a test holds that what it wrote is current.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run writes the files into the directory of the package.
func run(dir string) error {
	files, err := generate(dir)
	if err != nil {
		return err
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
