package library

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"
)

//go:embed glossary.csv
var glossary string

// Glossary returns what the texts of the library that readers are told are in other languages:
// by text, then by ISO 639-1 code.
var Glossary = sync.OnceValue(func() map[string]map[string]string {
	lines, err := csv.NewReader(strings.NewReader(glossary)).ReadAll()
	if err != nil {
		panic(fmt.Sprintf("library/glossary.csv: %v", err)) // a broken build: the tests of this package catch it first
	}
	out := make(map[string]map[string]string, len(lines))
	for _, line := range lines[1:] {
		own := map[string]string{}
		for i, code := range lines[0][1:] {
			if line[i+1] != "" {
				own[code] = line[i+1]
			}
		}
		out[line[0]] = own
	}
	return out
})
