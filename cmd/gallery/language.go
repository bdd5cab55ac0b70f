package main

import (
	"cmp"
	"fmt"
	"strings"

	"corridor/scenarios"
	"corridor/scenarios/language"
	"corridor/scenarios/manual"
	"corridor/scenarios/units"
)

// manualParts are the parts of the page of the language: its sections, and each of them.
func manualParts() []part {
	all := manual.Sections()
	parts := []part{{"sections", func() (string, error) { return contents(all), nil }, few}}
	for _, s := range all {
		parts = append(parts, part{"keys of " + s.Name, func() (string, error) { return sectionOf(&s) }, few})
	}
	return append(parts, part{"figures by unit", func() (string, error) { return figuresByUnit(), nil }, few}, part{"units", func() (string, error) { return unitsThereAre(), nil }, few})
}

// figuresByUnit lists figures as they may be written, by the unit of their keys.
func figuresByUnit() string {
	var b strings.Builder
	b.WriteString("| numbers of keys in | may be written |\n|---|---|\n")
	for _, e := range language.FigureExamples() {
		fmt.Fprintf(&b, "| %s | `%s` |\n", cmp.Or(e.Unit, "nothing: shares and factors"), strings.Join(e.Figures, "`, `"))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// unitsThereAre lists the units of figures.
func unitsThereAre() string {
	var b strings.Builder
	b.WriteString("| unit | is | also |\n|---|---|---|\n")
	for _, u := range units.Rows() {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", u.Name, u.Is, strings.Join(u.Also, ", "))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// contents lists the sections with what each is for.
func contents(all []manual.Section) string {
	var b strings.Builder
	b.WriteString("| section | says |\n|---|---|\n")
	for i := range all {
		s := &all[i]
		if s.Name == manual.Head {
			fmt.Fprintf(&b, "| [the head](#the-head-of-a-file) | %s |\n", s.First())
			continue
		}
		fmt.Fprintf(&b, "| [%s](#%[1]s) | %s |\n", s.Name, s.Keys[0].Meaning)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// recipesBlock lists the recipes with what each asks.
func recipesBlock() (string, error) {
	var b strings.Builder
	b.WriteString("| recipe | asks |\n|---|---|\n")
	for _, r := range scenarios.Recipes() {
		fmt.Fprintf(&b, "| [%s](library/recipes/%[1]s.yaml) | %s |\n", r.Name, r.Question)
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// sectionOf is a section: its purpose, its keys as a table, and its example.
func sectionOf(s *manual.Section) (string, error) {
	if s.Purpose == "" || s.Example == "" {
		return "", fmt.Errorf("scenarios/manual has no %s.yaml with a purpose and an example", s.Name)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n| key | meaning | unit | default | may be |\n|---|---|---|---|---|\n", wrap(s.Purpose, 120))
	for _, k := range s.Keys {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", cmp.Or(s.Below(k.Path), s.Name), k.Meaning, k.Unit, k.Or(), k.Accepts)
	}
	fmt.Fprintf(&b, "\n```yaml\n%s```", s.Example)
	return b.String(), nil
}
