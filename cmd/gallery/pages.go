package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// pagesOf are the pages with their parts, by the names in their marks.
func pagesOf(t *trials) []page {
	return []page{
		{"README.md", []part{
			{"stated", t.statedBlock, few},
			{"stated in words", t.statedInWords, few},
			{"what reference is", t.sizeOfReference, few},
			{"questions", t.questions, many},
			{"hindcast in words", t.hindcastInWords, many},
			{"what 2025 was", t.whatYearWas, few},
		}},
		{"scenarios/README.md", append(manualParts(),
			part{"recipes", recipesBlock, few},
			part{"sources", t.sourcesOfStated, few},
			part{"hazards in words", t.hazardsInWords, many},
			part{"mistakes", t.mistakesBlock, few},
		)},
		{"scenarios/library/README.md", []part{
			{"library", t.libraryBlock, few},
		}},
		{"sim/README.md", []part{
			{"reference", t.referenceBlock, few},
			{"reference in words", t.referenceInWords, few},
			{"matrix", t.matrixBlock, few},
			{"hindcast", t.hindcastBlock, many},
			{"evidence", t.evidenceBlock, many},
			{"plan", t.planBlock, many},
			{"money", t.moneyBlock, many},
			{"appraisal", t.appraisalBlock, many},
			{"discovery", t.discoveryBlock, many},
			{"sensitivity", t.sensitivityBlock, many},
			{"seek", t.seekBlock, few},
			{"columns", t.columns, few},
		}},
		{"plots/README.md", []part{
			{"gallery", galleryPart, few},
		}},
	}
}

// page is a file of the repository of which parts are written here.
type page struct {
	path  string
	parts []part
}

// part is what stands between two marks of a page.
type part struct {
	name  string
	write func() (string, error)
	from  effort
}

// effort is how many simulations a part is written from.
type effort int

const (
	few  effort = iota
	many        // an ensemble or a hindcast: seconds
)

// pages returns the pages of a repository with their parts as they are now, but for those
// that take more effort.
func pages(repository string, t *trials, most effort) (files, error) {
	content := files{}
	for _, page := range pagesOf(t) {
		text, err := os.ReadFile(filepath.Join(repository, filepath.FromSlash(page.path)))
		if err != nil {
			return nil, err
		}
		for _, part := range page.parts {
			if part.from > most {
				continue
			}
			written, err := part.write()
			if err == nil {
				text, err = replacePart(text, part.name, written+"\n")
			}
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", page.path, part.name, err)
			}
		}
		content[page.path] = text
	}
	return content, nil
}

// files are contents by path in the repository, with forward slashes.
type files map[string][]byte

func (f files) paths() []string { return slices.Sorted(maps.Keys(f)) }

// Marks of a part of a page, by its name.
const (
	partBegins = "<!-- cmd/gallery writes this: %s -->\n"
	partEnds   = "<!-- to here -->\n"
)

// replacePart puts text between the marks of a page.
func replacePart(page []byte, name, text string) ([]byte, error) {
	begin := fmt.Sprintf(partBegins, name)
	before, rest, begins := strings.Cut(string(page), begin)
	_, after, ends := strings.Cut(rest, partEnds)
	if !begins || !ends {
		return nil, fmt.Errorf("the page lacks the marks %q and %q", strings.TrimSpace(begin), strings.TrimSpace(partEnds))
	}
	return []byte(before + begin + text + partEnds + after), nil
}
