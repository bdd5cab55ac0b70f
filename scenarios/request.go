package scenarios

import (
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"corridor/scenarios/language"
	"corridor/scenarios/text"
)

// Request says which scenario is wanted: a scenario of the library or a file, the
// overlays on it in order, and single values set on top.
type Request struct {
	Name     string   // given to it, such as cheap ferry; "" to be called by what is asked for
	Scenario string   // stated, or path/to/mine.yaml
	With     []string // growth/low, or path/to/overlay.yaml
	Set      []string // segments.corridor.effectiveness=0.8

	// The places of the scenario and of the first overlays and values in the word they
	// were read from; the others were given otherwise.
	at            text.Position
	withAt, setAt []text.Position
	flags         map[int]string // by overlay: the flag that names it, where it is not --with
}

// ParseRequest reads a scenario with overlays and values of its own from one word:
//
//	reference+demand/high+my.yaml+set(segments.rail-ferry.effectiveness=0.8;title=Mine)
//
// set may come more than once. A name may stand before all, as in
//
//	cheap ferry=reference+set(segments.rail-ferry.cost_usd_per_t=20)
//
// A word that names a file as it stands is that file. The error is an *Error that points
// into the word.
func ParseRequest(word string) (Request, error) {
	if isFile(word) {
		return Request{Scenario: word}, nil
	}
	p := &requestParser{word: word}
	if at, why := text.Unreadable(word); why != "" {
		p.report(at, "%s", why)
		return p.request, p.found.Err()
	}
	begin := p.called()
	if asked := word[begin:]; language.IsPath(asked) && (isFile(asked) || !strings.Contains(asked, "+")) {
		p.request.Scenario = asked
	} else {
		p.parse(begin)
	}
	return p.request, p.found.Err()
}

func isFile(name string) bool {
	if !language.IsPath(name) {
		return false
	}
	info, err := os.Stat(name)
	return err == nil && !info.IsDir()
}

// requestParser reads a request from a word.
type requestParser struct {
	word    string
	found   text.Report
	request Request
}

// place is a place in the word, so many bytes from its beginning.
func (p *requestParser) place(offset int) text.Position {
	return text.Position{File: &text.File{Name: "scenario", Text: p.word}, Line: 1, Column: 1 + utf8.RuneCountInString(p.word[:offset])}
}

func (p *requestParser) report(offset int, format string, args ...any) {
	p.found.Mistake(p.place(offset), format, args...)
}

const setOpens = "set("

// parse takes the word apart from an offset on, at each + outside the parentheses of a set.
func (p *requestParser) parse(from int) {
	r := &p.request
	for at, first := from, true; at <= len(p.word); first = false {
		rest := p.word[at:]
		end := strings.IndexByte(rest, '+')
		if strings.HasPrefix(rest, setOpens) {
			closed := closing(rest[len(setOpens):])
			if closed < 0 {
				p.report(at+len(setOpens)-1, "this parenthesis is not closed, expected )")
				return
			}
			end = len(setOpens) + closed + 1
			if first {
				p.report(at, "expected the name of a scenario before set( )")
			}
			p.values(at+len(setOpens), rest[len(setOpens):end-1])
			if after := rest[end:]; after == "" {
				end = -1
			} else if after[0] != '+' {
				p.report(at+end, "expected + or the end after set( )")
				return
			}
		} else if name, _, _ := strings.Cut(rest, "+"); first {
			p.name(at, name, "a scenario")
			r.Scenario, r.at = name, p.place(at)
		} else {
			p.name(at, name, "an overlay")
			r.With, r.withAt = append(r.With, name), append(r.withAt, p.place(at))
		}
		if end < 0 {
			return
		}
		at += end + 1
	}
}

// name reports what cannot be the name of a scenario or an overlay.
func (p *requestParser) name(at int, name, what string) {
	switch i := strings.IndexAny(name, "=()"); {
	case name == "":
		p.report(at, "the name of %s is missing here", what)
	case i >= 0 && name[i] == '=':
		p.report(at, "%s is no name of %s; a value is set by set(%s)", text.Short(name), what, text.Short(name))
	case i >= 0:
		p.report(at+i, "%q stands in no name of %s; values are set by set(path=value)", name[i], what)
	}
}

// values reads what stands between the parentheses of a set.
func (p *requestParser) values(at int, inside string) {
	for _, part := range strings.Split(inside, ";") {
		assignment := strings.TrimSpace(part)
		place := at + strings.Index(part, assignment)
		if assignment == "" {
			p.report(place, "expected path=value, such as segments.corridor.effectiveness=0.8")
		}
		p.request.Set, p.request.setAt = append(p.request.Set, assignment), append(p.request.setAt, p.place(place))
		at += len(part) + 1
	}
}

// closing returns the offset of the parenthesis that closes one opened before a text,
// or −1.
func closing(text string) int {
	open := 1
	for i, r := range text {
		switch r {
		case '(':
			open++
		case ')':
			open--
		}
		if open == 0 {
			return i
		}
	}
	return -1
}

// And returns the request with more overlays and values after its own.
func (r Request) And(with, set []string) Request {
	r.With, r.Set = slices.Concat(r.With, with), slices.Concat(r.Set, set)
	return r
}

// Under returns the request with one more overlay, that a flag such as --against names.
func (r Request) Under(flag, overlay string) Request {
	r = r.And([]string{overlay}, nil)
	r.flags = maps.Clone(r.flags)
	if r.flags == nil {
		r.flags = map[int]string{}
	}
	r.flags[len(r.With)-1] = flag
	return r
}

// String writes the request in one word, as ParseRequest reads it.
func (r Request) String() string {
	parts := append([]string{r.Scenario}, r.With...)
	if len(r.Set) > 0 {
		parts = append(parts, setOpens+strings.Join(r.Set, ";")+")")
	}
	asked := strings.Join(parts, "+")
	if r.Name != "" {
		return r.Name + "=" + asked
	}
	return asked
}

// scenarioAt, overlayAt and valueAt are the places that ask for them.
func (r *Request) scenarioAt() text.Position {
	if len(r.withAt)+len(r.setAt) > 0 {
		return r.at
	}
	return text.Position{File: &text.File{Name: r.Scenario}}
}

func (r *Request) overlayAt(i int) text.Position {
	if i < len(r.withAt) {
		return r.withAt[i]
	}
	return text.Position{File: &text.File{Name: cmp.Or(r.flags[i], "--with") + " " + r.With[i]}}
}

func (r *Request) valueAt(i int) text.Position {
	if i < len(r.setAt) {
		return r.setAt[i]
	}
	return text.Position{File: &text.File{Name: "--set", Text: r.Set[i]}, Line: 1, Column: 1}
}

// variant says in words what is changed of the scenario: the name that was given to it, or the
// titles of overlays and what is set, as in Half the claimed capacity;
// segments.rail-ferry.effectiveness=0.8. Of many changes it says the first, and that there are
// more. An overlay without a title is called by its name.
func (r Request) variant(titles []string) string {
	if r.Name != "" {
		return r.Name
	}
	var changes []string
	for i, overlay := range r.With {
		if language.IsPath(overlay) {
			overlay = filepath.Base(overlay)
		}
		changes = append(changes, cmp.Or(titles[i], overlay))
	}
	changes = append(changes, r.Set...)
	name, n := "", 0
	for ; n < len(changes); n++ {
		next := name
		if n > 0 {
			next += changesApart
		}
		if next += text.Cut(changes[n], mostVariant); n > 0 && utf8.RuneCountInString(next) > mostVariant {
			break
		}
		name = next
	}
	if n < len(changes) {
		name += changesApart + "…"
	}
	return name
}

const (
	mostVariant  = 160  // letters of its changes that a variant is called by
	changesApart = "; " // titles have commas
)
