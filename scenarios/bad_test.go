package scenarios

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const badDir = "../testdata/bad/"

// requestOf asks for a file by itself, or on the scenario teaching when its name
// says that it is an overlay.
func requestOf(file string) Request {
	name := filepath.Base(file)
	if strings.HasPrefix(name, "overlay-") || strings.HasPrefix(name, "star-") {
		return Request{Scenario: "teaching", With: []string{file}}
	}
	return Request{Scenario: file}
}

// mistakes returns the messages without the name of the file they are about.
func mistakes(err error, file string) []string {
	if err == nil {
		return nil
	}
	text := strings.ReplaceAll("\n"+err.Error(), "\n"+badDir+file+".yaml:", "\n")
	return strings.Split(strings.ReplaceAll(text, badDir, "")[1:], "\n")
}

// Every message stands here in full, so that a mistake is shown at its place, says
// what was expected, and brings no other message with it.
func TestMistakes(t *testing.T) {
	for _, c := range badFiles {
		t.Run(c.file, func(t *testing.T) {
			_, err := Load(requestOf(badDir + c.file + ".yaml"))
			if got := mistakes(err, c.file); !slices.Equal(got, c.messages) {
				t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(c.messages, "\n\t"))
			}
		})
	}
}

func TestEveryMistakeIsInTheTable(t *testing.T) {
	entries, err := os.ReadDir(badDir)
	if err != nil {
		t.Fatal(err)
	}
	var files, table []string
	for _, e := range entries {
		files = append(files, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	for _, c := range badFiles {
		table = append(table, c.file)
	}
	slices.Sort(files)
	slices.Sort(table)
	if !slices.Equal(files, slices.Compact(table)) {
		t.Errorf("the files in %s are\n%v\nand the table has\n%v", badDir, files, table)
	}
}
