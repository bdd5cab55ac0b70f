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

// shapes are the letter shapes of all charts of a page, stored once. A letter has
// the same name in every chart that plots draws; where two charts give one name to
// different shapes, the later gets a name of its own.
type shapes struct {
	order []string
	paths map[string]string // outline by id
	bytes int
}

func newShapes() *shapes { return &shapes{paths: map[string]string{}} }

// add stores a shape and returns the id it is stored under.
func (s *shapes) add(id, outline, chart string) string {
	if known, ok := s.paths[id]; ok && known != outline {
		id = chart + "-" + id
	}
	if _, ok := s.paths[id]; !ok {
		s.paths[id] = outline
		s.order = append(s.order, id)
		s.bytes += len(outline) + len(id)
	}
	return id
}

// markup returns the shapes as a picture that takes no room.
func (s *shapes) markup() template.HTML {
	if len(s.order) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false"><defs>`)
	for _, id := range s.order {
		fmt.Fprintf(&b, `<path id="%s" d="%s"/>`, template.HTMLEscapeString(id), template.HTMLEscapeString(s.paths[id]))
	}
	b.WriteString("</defs></svg>")
	return template.HTML(b.String())
}

// picture is a chart made ready to stand in a page.
type picture struct {
	markup, description string
	width, height       float64
}

// drawn are the elements a chart may hold. Scripts, styles and anything that could
// load a file are refused.
var drawn = []string{"svg", "title", "desc", "defs", "g", "path", "use", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "clipPath", "linearGradient", "stop", "marker", "pattern"}

// inline reads an SVG document and writes it for a page: without its size, so that
// it fits the page; with ids of its own; its letter shapes moved to those of the page.
func inline(r io.Reader, id string, shared *shapes) (picture, error) {
	w := &inliner{id: id, shared: shared, renamed: map[string]string{}}
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
	shared      *shapes
	renamed     map[string]string // ids of the document to those of the page
	out         strings.Builder
	path        []string
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
		switch {
		case w.moved(t.Name.Local) || t.Name.Local == "defs":
		case w.open:
			w.out.WriteString("/>")
			w.open = false
		default:
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

// moved reports whether an element is a letter shape, which stands with the page's.
func (w *inliner) moved(name string) bool {
	return name == "path" && len(w.path) > 0 && w.path[len(w.path)-1] == "defs"
}

func (w *inliner) start(t xml.StartElement) error {
	name := t.Name.Local
	root := len(w.path) == 1
	if name == "defs" {
		return nil // what it holds, other than letter shapes, may stand anywhere
	}
	if name == "path" && len(w.path) > 1 && w.path[len(w.path)-2] == "defs" {
		return w.letter(t)
	}
	w.close()
	fmt.Fprintf(&w.out, "<%s", name)
	switch {
	case root:
		fmt.Fprintf(&w.out, ` aria-labelledby="%s-title" aria-describedby="%s-desc"`, w.id, w.id)
	case (name == "title" || name == "desc") && len(w.path) == 2:
		fmt.Fprintf(&w.out, ` id="%s-%s"`, w.id, name)
	}
	for _, a := range t.Attr {
		key, value := a.Name.Local, a.Value
		if root && key == "viewBox" {
			if _, err := fmt.Sscanf(value, "0 0 %g %g", &w.width, &w.height); err != nil {
				return fmt.Errorf("the view box %q of a chart: %w", value, err)
			}
		}
		switch {
		case a.Name.Space == "xmlns" || key == "xmlns" || root && (key == "width" || key == "height") || key == "aria-label":
			continue // the letters of a picture are read with its description
		case key == "style" || strings.HasPrefix(key, "on"):
			return fmt.Errorf("a chart with the attribute %s cannot stand in a report", key)
		case key == "href" && !strings.HasPrefix(value, "#"):
			return fmt.Errorf("a chart that refers to %q cannot stand in a report", value)
		case key == "href":
			value = "#" + w.idOf(value[1:])
		case key == "id":
			value = w.idOf(value)
		case strings.HasPrefix(value, "url(#"):
			value = "url(#" + w.idOf(strings.TrimSuffix(value[len("url(#"):], ")")) + ")"
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

// letter moves a shape to those of the page.
func (w *inliner) letter(t xml.StartElement) error {
	var id, outline string
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "id":
			id = a.Value
		case "d":
			outline = a.Value
		default:
			return fmt.Errorf("a chart with a letter shape that has the attribute %s cannot stand in a report", a.Name.Local)
		}
	}
	w.renamed[id] = w.shared.add(id, outline, w.id)
	return nil
}

// idOf is the name in the page of what the document calls by an id.
func (w *inliner) idOf(id string) string {
	if name, ok := w.renamed[id]; ok {
		return name
	}
	return w.id + "-" + id
}
