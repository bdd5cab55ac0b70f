package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"
)

func (w *writer) statements(list []ast.Stmt) {
	for i, s := range list {
		if cond, is := s.(*ast.IfStmt); is && w.again && w.cur == "" && cond.Init == nil && w.varies(cond.Cond) && leaves(cond.Body) {
			w.twice(cond, list[i+1:])
			return
		}
		w.statement(s)
	}
}

func (w *writer) statement(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.ExprStmt:
		w.linef("%s", w.expr(s.X))
	case *ast.AssignStmt:
		w.assign(s)
	case *ast.IncDecStmt:
		w.linef("%s%s", w.expr(s.X), s.Tok)
	case *ast.BlockStmt:
		w.linef("{")
		w.statements(s.List)
		w.linef("}")
	case *ast.IfStmt:
		w.ifStatement(s)
	case *ast.SwitchStmt:
		w.switchStatement(s)
	case *ast.RangeStmt:
		w.loop(w.rangeHead(s), s.Body)
	case *ast.ForStmt:
		w.loop(fmt.Sprintf("for %s; %s; %s {", w.simple(s.Init), w.expr(s.Cond), w.simple(s.Post)), s.Body)
	case *ast.ReturnStmt:
		w.returns(s)
	case *ast.BranchStmt:
		if s.Tok != token.CONTINUE || w.within > 0 {
			w.failf(s, "%s for some of the lanes", s.Tok)
		}
		w.linef("continue")
	case *ast.DeclStmt:
		for _, spec := range s.Decl.(*ast.GenDecl).Specs {
			switch v := spec.(type) {
			case *ast.ValueSpec:
				if s.Decl.(*ast.GenDecl).Tok == token.CONST {
					w.linef("const %s", w.source(v))
					continue
				}
				for _, n := range v.Names {
					w.born[w.info.Defs[n]] = w.scope
					w.linef("var %s %s", n.Name, w.typeExpr(v.Type))
				}
			}
		}
	default:
		w.failf(s, "a statement of a kind that is not known: %T", s)
	}
}

func (w *writer) simple(s ast.Stmt) string {
	if s == nil {
		return ""
	}
	return w.source(s)
}

func (w *writer) rangeHead(s *ast.RangeStmt) string {
	vars := ""
	for _, v := range []ast.Expr{s.Key, s.Value} {
		if v == nil {
			continue
		}
		if vars != "" {
			vars += ", "
		}
		id := v.(*ast.Ident)
		if o := w.info.Defs[id]; o != nil {
			w.born[o] = w.scope
		}
		vars += id.Name
	}
	if vars != "" {
		vars += " := "
	}
	return "for " + vars + "range " + w.expr(s.X) + " {"
}

// loop writes a loop. What leaves out the rest of a round leaves it out in its lanes.
func (w *writer) loop(head string, body *ast.BlockStmt) {
	cur, scope, within := w.cur, w.scope, w.within
	w.within = 0
	w.loops++
	w.linef("%s", head)
	w.statements(body.List)
	w.linef("}")
	w.loops--
	w.cur, w.scope, w.within = cur, scope, within
}

// returns writes a return: of the lanes for which it is done.
func (w *writer) returns(s *ast.ReturnStmt) {
	var values []string
	for _, e := range s.Results {
		values = append(values, w.expr(e))
	}
	if !w.narrows {
		w.linef("return %s", strings.Join(values, ", "))
		return
	}
	if w.within > 0 {
		w.failf(s, "return for some of the lanes")
	}
	w.keep(s)
	w.linef("return %s", strings.Join(w.results, ", "))
}

// keep remembers what the lanes return for which it is done.
func (w *writer) keep(s *ast.ReturnStmt) {
	for i, e := range s.Results {
		w.put(w.results[i], w.expr(e), w.isBool(e))
	}
}

// put writes an assignment in the lanes for which it is done.
func (w *writer) put(to, value string, isMask bool) {
	switch {
	case w.cur == "":
		w.linef("%s = %s", to, value)
	case isMask && value == "lanes.All()":
		w.linef("%s = %s.Or(%s)", to, to, w.cur)
	case isMask:
		w.linef("%s = lanes.Choose(%s, %s, %s)", to, w.cur, value, to)
	default:
		w.linef("%s = %s.Merge(%s, %s)", to, value, to, w.cur)
	}
}

// assign writes an assignment.
func (w *writer) assign(s *ast.AssignStmt) {
	if s.Tok == token.DEFINE {
		w.define(s)
		return
	}
	if op, is := ofOperation[s.Tok]; is {
		if !w.isFloat(s.Lhs[0]) {
			w.linef("%s %s %s", w.expr(s.Lhs[0]), s.Tok, w.expr(s.Rhs[0]))
			return
		}
		to := w.expr(s.Lhs[0])
		w.to(s.Lhs[0], fmt.Sprintf("%s.%s(%s)", to, arithmetic[op], w.vec(s.Rhs[0])))
		return
	}
	if s.Tok != token.ASSIGN {
		w.linef("%s %s %s", w.expr(s.Lhs[0]), s.Tok, w.expr(s.Rhs[0]))
		return
	}
	if len(s.Lhs) > 1 && len(s.Rhs) == 1 {
		var names, tos []string
		for i, l := range s.Lhs {
			names = append(names, fmt.Sprintf("value%d", i))
			tos = append(tos, w.expr(l))
		}
		if w.cur == "" {
			w.linef("%s = %s", strings.Join(tos, ", "), w.expr(s.Rhs[0]))
			return
		}
		w.linef("{")
		w.linef("%s := %s", strings.Join(names, ", "), w.expr(s.Rhs[0]))
		for i, l := range s.Lhs {
			w.to(l, names[i])
		}
		w.linef("}")
		return
	}
	for i, l := range s.Lhs {
		value := w.expr(s.Rhs[i])
		if w.isBool(l) && w.varies(l) {
			value = w.mask(s.Rhs[i])
		}
		w.to(l, value)
	}
}

// to writes a value to where it belongs: in the lanes for which it is done, unless nothing else
// is known of the others.
func (w *writer) to(l ast.Expr, value string) {
	text := w.expr(l)
	id, local := l.(*ast.Ident)
	if local {
		born, known := w.born[w.info.Uses[id]]
		local = known && born == w.scope
	}
	float, mask := w.isFloat(l), w.isBool(l) && w.varies(l)
	if local || !float && !mask {
		w.linef("%s = %s", text, value)
		return
	}
	w.put(text, value, mask)
}

func (w *writer) define(s *ast.AssignStmt) {
	var names, values []string
	for i, l := range s.Lhs {
		id := l.(*ast.Ident)
		o := w.info.Defs[id]
		if o != nil {
			w.born[o] = w.scope
		}
		names = append(names, id.Name)
		if i < len(s.Rhs) {
			if w.isBool(id) && w.differs[o] {
				values = append(values, w.mask(s.Rhs[i]))
			} else {
				values = append(values, w.expr(s.Rhs[i]))
			}
		}
	}
	w.linef("%s := %s", strings.Join(names, ", "), strings.Join(values, ", "))
}
