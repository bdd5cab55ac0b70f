package report

import (
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
)

// picture is a chart made ready to stand in a page.
type picture struct {
	markup, description string
	width, height       float64
}

// drawn are the elements a chart may hold. Scripts, styles and anything that could
// load a file or be named are refused.
var drawn = []string{"svg", "title", "desc", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"}

// inline reads an SVG document and writes it for a page: without its size, so that
// it fits the page, and as a picture with a title and a description, whose text need not
// be read piece by piece. Elements that move, by their place, are marked as such; lines among them
// end round.
func inline(r io.Reader, id string, moving []int) (picture, error) {
	w := &inliner{id: id, moving: moving}
	in := xml.NewDecoder(r)
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return picture{w.out.String(), w.description, w.width, w.height}, nil
		}
		if err != nil {
			return picture{}, err
		}
		if err := w.write(token); err != nil {
			return picture{}, err
		}
	}
}

type inliner struct {
	id          string
	out         strings.Builder
	path        []string
	moving      []int
	place       int  // of the element that comes next
	open        bool // the last tag is not closed yet: it may turn out empty
	description string
	width       float64
	height      float64
}

func (w *inliner) write(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		if !slices.Contains(drawn, t.Name.Local) {
			return fmt.Errorf("a chart with the element %s cannot stand in a report", t.Name.Local)
		}
		w.path = append(w.path, t.Name.Local)
		return w.start(t)
	case xml.EndElement:
		w.path = w.path[:len(w.path)-1]
		if w.open {
			w.out.WriteString("/>")
			w.open = false
		} else {
			fmt.Fprintf(&w.out, "</%s>", t.Name.Local)
		}
	case xml.CharData:
		text := string(t)
		if len(w.path) == 0 || strings.TrimSpace(text) == "" {
			return nil
		}
		if w.path[len(w.path)-1] == "desc" && len(w.path) == 2 {
			w.description += text
		}
		w.close()
		w.out.WriteString(template.HTMLEscapeString(text))
	}
	return nil
}

func (w *inliner) start(t xml.StartElement) error {
	name := t.Name.Local
	root := len(w.path) == 1
	w.close()
	fmt.Fprintf(&w.out, "<%s", name)
	switch {
	case root:
		fmt.Fprintf(&w.out, ` role="img" aria-labelledby="%s-title" aria-describedby="%s-desc"`, w.id, w.id)
	case (name == "title" || name == "desc") && len(w.path) == 2:
		fmt.Fprintf(&w.out, ` id="%s-%s"`, w.id, name)
	}
	if _, found := slices.BinarySearch(w.moving, w.place); found {
		w.out.WriteString(` data-moves=""`)
		if slices.ContainsFunc(t.Attr, func(a xml.Attr) bool { return a.Name.Local == "stroke-width" }) {
			w.out.WriteString(` stroke-linecap="round"`)
		}
	}
	w.place++
	for _, a := range t.Attr {
		key, value := a.Name.Local, a.Value
		if root && key == "viewBox" {
			if _, err := fmt.Sscanf(value, "0 0 %g %g", &w.width, &w.height); err != nil {
				return fmt.Errorf("the view box %q of a chart: %w", value, err)
			}
		}
		switch {
		case a.Name.Space == "xmlns" || key == "xmlns" || root && (key == "width" || key == "height" || key == "role"):
			continue
		case key == "style" || key == "id" || key == "href" || strings.HasPrefix(key, "on") || strings.Contains(value, "url("):
			return fmt.Errorf("a chart with the attribute %s=%q cannot stand in a report", key, value)
		case key == "space":
			key = "xml:space"
		}
		fmt.Fprintf(&w.out, ` %s="%s"`, key, template.HTMLEscapeString(value))
	}
	w.open = true
	return nil
}

func (w *inliner) close() {
	if w.open {
		w.out.WriteByte('>')
		w.open = false
	}
}
