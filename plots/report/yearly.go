package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"corridor/plots"
)

// yearly is what a picture is in other years than the one that it shows: a drawing of every year
// has the same parts, and a part that is not the same in all has its attributes here.
type yearly struct {
	Years []int        `json:"years"`
	Parts []movingPart `json:"parts"` // in their order in the drawing
}

// movingPart is one part of a drawing: by attribute the values that it has in some year, and which of them
// in each. The text of a part goes by an empty name.
type movingPart map[string]values

type values struct {
	Of []string `json:"of"`
	At []int    `json:"at"` // by year
}

// shape is a part of a drawing in one year.
type shape struct {
	name       string
	attributes []xml.Attr
	text       string
}

var errUnlike = errors.New("the drawings of some years have different parts")

// compared returns what differs between drawings of some years, and by their place in the drawing
// which parts these are.
func compared(years []int, drawings []*bytes.Buffer) (y *yearly, moving []int, err error) {
	all := make([][]shape, len(years))
	for i, drawing := range drawings {
		if all[i], err = elementsOf(bytes.NewReader(drawing.Bytes())); err != nil {
			return nil, nil, err
		}
		if len(all[i]) != len(all[0]) {
			return nil, nil, errUnlike
		}
	}
	y = &yearly{Years: years}
	for at := range all[0] {
		p := movingPart{}
		for year := range years {
			e := all[year][at]
			if !e.like(all[0][at]) {
				return nil, nil, errUnlike
			}
			for _, a := range e.attributes {
				p.add(a.Name.Local, a.Value, year, len(years))
			}
			p.add("", e.text, year, len(years))
		}
		for name, v := range p {
			if len(v.Of) == 1 {
				delete(p, name)
			}
		}
		if len(p) > 0 {
			y.Parts, moving = append(y.Parts, p), append(moving, at)
		}
	}
	return y, moving, nil
}

// add says that an attribute has a value in a year.
func (p movingPart) add(name, value string, year, years int) {
	v := p[name]
	if v.At == nil {
		v.At = make([]int, years)
	}
	at := slices.Index(v.Of, value)
	if at < 0 {
		at, v.Of = len(v.Of), append(v.Of, value)
	}
	v.At[year] = at
	p[name] = v
}

// like reports whether two elements can be made of one another by values of attributes and text.
func (e shape) like(o shape) bool {
	return e.name == o.name && slices.EqualFunc(e.attributes, o.attributes, func(a, b xml.Attr) bool { return a.Name == b.Name })
}

// elementsOf lists the elements of an SVG document with their own text.
func elementsOf(r io.Reader) (list []shape, err error) {
	var open []int
	in := xml.NewDecoder(r)
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			open = append(open, len(list))
			list = append(list, shape{name: t.Name.Local, attributes: t.Copy().Attr})
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if text := string(t); len(open) > 0 && strings.TrimSpace(text) != "" {
				list[open[len(open)-1]].text += text
			}
		}
	}
}

// colours lists the colours that parts have in some year.
func (y *yearly) colours() (list []string) {
	if y == nil {
		return nil
	}
	for _, p := range y.Parts {
		list = append(list, p["fill"].Of...)
		list = append(list, p["stroke"].Of...)
	}
	return list
}

// bytes is about the size of it in a page.
func (y *yearly) bytes() (n int) {
	if y == nil {
		return 0
	}
	for _, p := range y.Parts {
		for _, v := range p {
			n += 24 + 3*len(v.At)
			for _, text := range v.Of {
				n += len(text) + 3
			}
		}
	}
	return n
}

// drawYears draws the map of a run by year: the last of them, with what is different in the others.
func (g *gallery) drawYears(out *chartFigure, s *subject) (figure *plots.Figure, err error) {
	years, figures, err := plots.MapByYear(s.Package, plots.Options{InPage: true, Lang: s.w.Code})
	if err != nil || len(years) == 0 {
		return nil, err
	}
	drawings := make([]*bytes.Buffer, len(years))
	for i, figure := range figures {
		drawings[i] = &bytes.Buffer{}
		if err := figure.WriteInto(drawings[i], &g.letters); err != nil {
			return nil, err
		}
	}
	y, moving, err := compared(years, drawings)
	if errors.Is(err, errUnlike) {
		return nil, nil // one year is as good as any without the others
	}
	if err != nil {
		return nil, err
	}
	last := len(years) - 1
	out.Yearly = y
	return figures[last], g.put(out, figures[last], drawings[last], moving)
}
