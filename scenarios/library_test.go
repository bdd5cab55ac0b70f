package scenarios

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"testing"

	"corridor/scenarios/language"
	"corridor/scenarios/library"
	"corridor/scenarios/text"
)

// onBase asks for a scenario of the library, or for an overlay on the scenario it
// is made for, stated where it is made for any.
func onBase(e Entry) Request {
	if e.Overlay() {
		return Request{Scenario: cmp.Or(e.For, "stated"), With: []string{e.Name}}
	}
	return Request{Scenario: e.Name}
}

func TestLibrary(t *testing.T) {
	for _, e := range Library() {
		t.Run(e.Name, func(t *testing.T) {
			file, _ := library.File(e.Name)
			root := text.Parse(file, scenarioText, &text.Report{})
			key := "scenario"
			if e.Overlay() {
				key = "overlay"
			}
			if got := root.TextOf(key); got != e.Name {
				t.Errorf("the file says %s: %s", key, got)
			}
			if strings.Contains(e.Name, "/") != e.Overlay() {
				t.Error("overlays stand in directories, scenarios beside them")
			}
			if e.Title == "" || e.Question == "" || TitleOf(e.Name) != e.Title {
				t.Error("title or question is missing")
			}
			checkSchemaLine(t, file)
			s, err := Load(onBase(e))
			if err != nil {
				t.Fatal(err)
			}
			for _, w := range s.Warnings() {
				t.Error(w)
			}
			checkRoundTrip(t, s)
			checkShow(t, s)
			if e.Name != "teaching" { // all invented, and it says so at its top
				checkSources(t, s)
			}
		})
	}
	file, _ := library.File(library.Bibliography)
	checkSchemaLine(t, file)
}

// The first line tells editors where the schema is.
func checkSchemaLine(t *testing.T, file *text.File) {
	t.Helper()
	up := strings.Repeat("../", strings.Count(path.Clean(file.Name), "/"))
	if want := "# yaml-language-server: $schema=" + up + schemaFile + "\n"; !strings.HasPrefix(file.Text, want) {
		t.Errorf("%s does not begin with %s", file.Name, want)
	}
}

func checkRoundTrip(t *testing.T, s *Scenario) {
	t.Helper()
	printed := s.Effective()
	again, err := Parse(s.Name, printed)
	if err != nil {
		t.Fatalf("what Effective returns is not valid: %v", err)
	}
	for _, w := range again.Warnings() {
		if !slices.ContainsFunc(s.Warnings(), func(had text.Diagnostic) bool { return had.Message == w.Message }) {
			t.Errorf("what Effective returns has a warning of its own: %s", w)
		}
	}
	if got := again.Effective(); got != printed {
		t.Errorf("Effective differs after Parse:\n%s", firstDifference(got, printed))
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return "got  " + a[i] + "\nwant " + strings.Join(b[min(i, len(b)):min(i+1, len(b))], "")
		}
	}
	return "the end is missing"
}

// Every value is shown with the file and line that set it.
func checkShow(t *testing.T, s *Scenario) {
	t.Helper()
	for line := range strings.Lines(s.Show()) {
		value, place, shown := strings.Cut(strings.TrimSpace(line), " # library/")
		if strings.HasSuffix(value, ":") || value == "-" {
			continue // of a group or list
		}
		if !shown || strings.Count(place, ":") != 2 {
			t.Errorf("no file and line in %q", line)
		}
	}
}

func checkSources(t *testing.T, s *Scenario) {
	t.Helper()
	for _, f := range s.Figures() {
		if len(f.Sources) == 0 {
			t.Errorf("%v: %s has no source", f.Position, f.Path)
		}
	}
	for _, w := range s.Works() {
		if w.Title == "" || w.Path == "" && w.Date == "" {
			t.Errorf("the source %s has no title, or neither address nor date", w.Name)
		}
	}
}

func TestStarter(t *testing.T) {
	text, err := Starter("mine")
	if err != nil {
		t.Fatal(err)
	}
	file := t.TempDir() + "/mine.yaml"
	write(t, file, text)
	s, err := Load(Request{Scenario: file})
	if err != nil {
		t.Fatal(err)
	}
	checkRoundTrip(t, s)
	checkSources(t, s)
	if s.Name != "mine" {
		t.Errorf("it is called %s", s.Name)
	}
	if _, err := Starter("my file"); err == nil {
		t.Error("a name with a blank is accepted")
	}
}

func TestBibliography(t *testing.T) {
	var report text.Report
	language.CheckKey(&text.Tree{}, "sources", bibliography(), &report)
	if err := report.Err(); err != nil {
		t.Error(err)
	}
}

// A scenario with every key of the language is read and printed whole.
func TestEverything(t *testing.T) {
	s, err := Load(Request{Scenario: "../testdata/good/everything.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	checkRoundTrip(t, s)
	if err := compiledSchema(t).Validate(asJSON(t, s.Effective())); err != nil {
		t.Error(err)
	}
}

// A scenario may describe a work of the library in its own words; they stand for
// the library's whole, and print as they are.
func TestOwnWork(t *testing.T) {
	s, err := Load(Request{Scenario: "stated"})
	if err != nil {
		t.Fatal(err)
	}
	text := s.Effective()
	i := strings.Index(text, "  mission-2025-11:\n")
	own := text[:i] + "  mission-2025-11:\n    title: Own words\n" + text[i+strings.Index(text[i:], "  astana-times-2023-05:\n"):]
	if s, err = Parse("own", own); err != nil {
		t.Fatal(err)
	}
	checkRoundTrip(t, s)
	for _, w := range s.Works() {
		if w.Name == "mission-2025-11" && (w.Title != "Own words" || w.Date != "") {
			t.Errorf("got %+v", w)
		}
	}
}
