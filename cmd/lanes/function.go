package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/types"
	"strings"
)

// writer writes one function.
type writer struct {
	*generator
	bytes.Buffer

	cur     string // mask of the lanes for which it is done; "" for all
	scope   int    // where that began
	scopes  int
	born    map[types.Object]int // the scope in which a variable was declared
	temps   int
	results []string // what is returned so far, by lane; nil where all lanes return at one place
	narrows bool     // some lanes return before others
	again   bool     // what has not changed may be found anew
	within  int      // how many conditions on lanes it is within, since the last loop or function began
	loops   int      // how many loops it is within
	err     error
}

func (w *writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) failf(n ast.Node, format string, args ...any) {
	w.fail(fmt.Errorf("%s: %s", w.fset.Position(n.Pos()), fmt.Sprintf(format, args...)))
}

func (w *writer) linef(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }

// temp returns the name of a new mask.
func (w *writer) temp() string {
	w.temps++
	return fmt.Sprintf("mask%d", w.temps)
}

// function writes a function.
func (w *writer) function(d *ast.FuncDecl, masked bool) error {
	name, recv, active := d.Name.Name, "", ""
	if d.Recv != nil {
		r := d.Recv.List[0]
		recv = fmt.Sprintf("(%s %s) ", r.Names[0].Name, w.typeExpr(r.Type))
	} else {
		name += "Lanes"
	}
	cur := ""
	if masked {
		active, cur = "active lanes.Mask", "active"
	}
	w.linef("\n// %s is %s in lanes.", name, d.Name.Name)
	w.linef("func %s%s%s {", recv, name, w.signature(d.Type, active))
	if d.Type.Results != nil && len(d.Type.Results.List) == 1 && w.differs[w.info.Defs[d.Name]] {
		w.Truncate(w.Len() - len("bool {\n"))
		w.WriteString("lanes.Mask {\n")
	}
	w.again = again[d.Name.Name]
	if err := w.body(d.Type, d.Body, cur); err != nil {
		return err
	}
	w.linef("}")
	return nil
}

// signature writes parameters and results.
func (w *writer) signature(t *ast.FuncType, first string) string {
	params := w.fields(t.Params)
	if first != "" {
		params = strings.TrimSuffix(first+", "+params, ", ")
	}
	text := "(" + params + ")"
	if t.Results != nil {
		results := w.fields(t.Results)
		if len(t.Results.List) > 1 || len(t.Results.List[0].Names) > 0 {
			results = "(" + results + ")"
		}
		text += " " + results
	}
	return text
}

func (w *writer) fields(list *ast.FieldList) string {
	var parts []string
	for _, f := range list.List {
		t := w.typeExpr(f.Type)
		var names []string
		for _, n := range f.Names {
			if differing[n.Name] {
				t = strings.Replace(t, "bool", "lanes.Mask", 1)
			}
			names = append(names, n.Name)
		}
		parts = append(parts, strings.TrimSpace(strings.Join(names, ", ")+" "+t))
	}
	return strings.Join(parts, ", ")
}

// body writes what a function does.
func (w *writer) body(t *ast.FuncType, b *ast.BlockStmt, cur string) error {
	w.cur, w.born = cur, map[types.Object]int{}
	w.narrows = w.returnsEarly(b)
	if t.Results != nil {
		for _, f := range t.Results.List {
			for _, n := range f.Names {
				w.born[w.info.Defs[n]] = w.scope
			}
			if w.narrows {
				for range max(1, len(f.Names)) {
					name := fmt.Sprintf("ret%d", len(w.results))
					w.linef("var %s %s", name, w.typeExpr(f.Type))
					w.results = append(w.results, name)
				}
			}
		}
	}
	w.statements(b.List)
	return w.err
}

// returnsEarly reports whether there is a return on a condition that differs by lane.
func (w *writer) returnsEarly(b *ast.BlockStmt) (early bool) {
	var walk func(n ast.Node, within bool)
	walk = func(n ast.Node, within bool) {
		ast.Inspect(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				return false
			case *ast.ReturnStmt:
				early = early || within
			case *ast.IfStmt:
				walk(n.Body, within || w.varies(n.Cond))
				if n.Else != nil {
					walk(n.Else, within || w.varies(n.Cond))
				}
				return false
			case *ast.SwitchStmt:
				for _, c := range n.Body.List {
					for _, e := range c.(*ast.CaseClause).List {
						within = within || w.varies(e)
					}
				}
				walk(n.Body, within)
				return false
			}
			return true
		})
	}
	walk(b, false)
	return early
}
