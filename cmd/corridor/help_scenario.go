package main

import (
	"fmt"
	"io"
	"strings"

	"corridor/scenarios/language"
	"corridor/scenarios/manual"
	"corridor/scenarios/text"
)

// topicScenario is what help tells of beside commands: the language of scenario files.
const topicScenario = "scenario"

// pageWidth is how wide pages for a terminal are, in characters.
const pageWidth = 96

// helpOnScenarios prints the sections of the language, or one of them.
func helpOnScenarios(w io.Writer, section string) error {
	if section == "" {
		printSections(w)
		return nil
	}
	if section == topicFigures {
		printFigures(w)
		return nil
	}
	s, known := manual.Of(section)
	if !known {
		return usageError("scenario files have no section %q%s", section, text.DidYouMean(section, sectionNames()))
	}
	printSection(w, &s)
	return nil
}

func sectionNames() (names []string) {
	for _, s := range manual.Sections() {
		names = append(names, s.Name)
	}
	return append(names, topicFigures)
}

func printSections(w io.Writer) {
	fmt.Fprintln(w, wrap("A scenario is a YAML file. It begins with what it is and which scenario it extends, and says only what differs. "+
		"These are the keys at the top of a file; corridor help scenario KEY says what stands below one, with units, ranges, defaults and an example.", pageWidth))
	for _, s := range manual.Sections() {
		fmt.Fprintf(w, "\n%s\n%s\n", s.Name, indented(wrap(s.Purpose, pageWidth-4), "    "))
	}
	fmt.Fprint(w, `
  corridor new my.yaml             a scenario file to start from
  corridor help scenario markets   all keys of markets
  corridor help scenario figures   numbers with their units, as planners say them
  corridor show reference          a whole scenario, each value with the place that set it
  corridor schema                  all of this for an editor, as a JSON Schema
`)
}

func printSection(w io.Writer, s *manual.Section) {
	if s.Name == manual.Head {
		fmt.Fprintln(w, "The head of a file")
	} else {
		fmt.Fprintf(w, "%s: %s\n", s.Name, s.Keys[0].Accepts)
	}
	fmt.Fprintf(w, "\n%s\n\nKeys\n", wrap(s.Purpose, pageWidth))
	for i := range s.Keys {
		if name := s.Below(s.Keys[i].Path); name != "" {
			printKey(w, name, &s.Keys[i])
		}
	}
	fmt.Fprintf(w, "\nExample\n%s\n", indented(strings.TrimSuffix(s.Example, "\n"), "  "))
}

// printKey prints a key in a line, and what it means below it.
func printKey(w io.Writer, name string, k *language.Key) {
	facts := []string{k.Accepts}
	if k.Unit != "" {
		facts = append([]string{k.Unit}, facts...)
	}
	switch {
	case k.Required:
		facts = append(facts, k.Or())
	case k.Default != "":
		facts = append(facts, "default "+k.Default)
	}
	first := indented(wrap(name+": "+strings.Join(facts, "; "), pageWidth-6), "      ")
	fmt.Fprintf(w, "  %s\n%s\n", strings.TrimLeft(first, " "), indented(wrap(k.Meaning, pageWidth-6), "      "))
}

// indented puts a text in front of every line.
func indented(text, by string) string {
	return by + strings.ReplaceAll(text, "\n", "\n"+by)
}
