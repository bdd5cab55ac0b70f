package explore

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"corridor/plots/page"
)

// Parts are what a page is written from.
type Parts struct {
	Version   string     // of the program
	Engine    string     // JavaScript that defines startEngine, for the page and for a worker
	Program   []byte     // WebAssembly, gzip
	Scenarios []Scenario // the first is shown first
}

//go:embed page
var files embed.FS

// scripts are the parts of the script in the order in which they are joined.
var scripts = []string{"words", "plan", "engine", "picture", "axes", "finding", "throughput", "cargo", "holding", "money", "map", "names", "compare", "levers", "fan", "link", "frames", "main"}

var (
	pageText     = read("page.html")
	style        = read("page.css")
	pageTemplate = template.Must(template.New("page").Parse(pageText))
)

// read returns an embedded file, which is there: the name is a constant.
func read(name string) string {
	text, err := files.ReadFile("page/" + name)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// script joins the parts of the page's script.
func script() string {
	var b strings.Builder
	b.WriteString("\"use strict\";\n")
	for _, name := range scripts {
		b.WriteString(read(name + ".js"))
	}
	return b.String()
}

// data is what the script reads.
type data struct {
	Version   string     `json:"version"`
	Languages []language `json:"languages"`
	Groups    []string   `json:"groups"`
	Ground    []layer    `json:"ground"`
	Lands     []land     `json:"lands"`
	Scenarios []Scenario `json:"scenarios"`
}

// Write writes the page. The same parts give the same bytes.
func Write(w io.Writer, p Parts) error {
	if len(p.Scenarios) == 0 {
		return fmt.Errorf("an explorer shows at least one scenario")
	}
	d := data{Version: p.Version, Groups: Groups, Ground: ground(), Lands: lands(), Scenarios: slices.Clone(p.Scenarios)}
	var err error
	if d.Languages, err = languages(); err != nil {
		return err
	}
	var corridors []template.HTML
	for i, s := range d.Scenarios {
		if err := check(s); err != nil {
			return fmt.Errorf("scenario %s: %w", s.Name, err)
		}
		d.Scenarios[i].Nodes, d.Scenarios[i].Classes = located(s.Nodes), coloured(s.Classes)
		corridors = append(corridors, packed(s.Corridor))
	}
	scriptText, style := script(), string(colourRules())+style
	return pageTemplate.Execute(w, struct {
		Title          string
		Style          template.CSS
		Engine, Script template.JS
		Program        template.HTML
		Corridors      []template.HTML
		Data           data
		Policy         string
	}{
		Title: d.Scenarios[0].Title["en"], Style: template.CSS(style), Engine: template.JS(p.Engine), Script: template.JS(scriptText),
		Program: packed(p.Program), Corridors: corridors, Data: d,
		Policy: "default-src 'none'; style-src '" + digest(style) + "'; script-src '" + digest(p.Engine) + "' '" + digest(scriptText) + "' 'wasm-unsafe-eval'; worker-src blob:; base-uri 'none'; form-action 'none'",
	})
}

// packed writes bytes as letters, none of which means anything in HTML.
func packed(b []byte) template.HTML {
	return template.HTML(base64.StdEncoding.EncodeToString(b))
}

// check returns an error where the page could not show a scenario.
func check(s Scenario) error {
	if len(s.Years) < 2 {
		return fmt.Errorf("it has %d full years, and the charts need two", len(s.Years))
	}
	for _, l := range s.Levers {
		if !slices.Contains(Groups, l.Group) {
			return fmt.Errorf("lever %s stands in the group %q; valid: %s", l.Name, l.Group, strings.Join(Groups, ", "))
		}
		if !slices.Contains([]string{"range", "switch", "choice"}, l.Kind) {
			return fmt.Errorf("lever %s is a %q; valid: range, switch, choice", l.Name, l.Kind)
		}
		if !(l.From <= l.Value && l.Value <= l.To) {
			return fmt.Errorf("lever %s stands at %g, outside %g to %g", l.Name, l.Value, l.From, l.To)
		}
	}
	return nil
}

// coloured returns the classes with the colours that they have in every chart.
func coloured(classes []Class) []Class {
	var names []string
	for _, c := range classes {
		names = append(names, c.Name)
	}
	colours := page.ColoursOfClasses(names)
	out := slices.Clone(classes)
	for i, c := range out {
		out[i].Colour = page.ColourName(colours[c.Name])
	}
	return out
}

// digest is the source expression for an inline text (Content Security Policy Level 3, §2.3.1).
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
