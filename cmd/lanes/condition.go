package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"
)

// leaves reports whether a block ends with a return.
func leaves(b *ast.BlockStmt) bool {
	_, is := b.List[len(b.List)-1].(*ast.ReturnStmt)
	return is
}

// twice writes what is done on a condition by which some lanes return, and what follows once for
// the lanes that are left, and once for the usual case in which all are.
func (w *writer) twice(s *ast.IfStmt, rest []ast.Stmt) {
	if len(s.Body.List) == 1 {
		w.linef("if lanes.Every(%s) {\nreturn\n}", w.mask(s.Cond))
		w.statements(rest)
		return
	}
	mask, left := w.temp(), w.temp()
	w.linef("%s := %s", mask, w.mask(s.Cond))
	w.linef("if lanes.Any(%s) {", mask)
	w.inLanes(mask, s.Body.List)
	w.linef("%s := lanes.Not(%s)", left, mask)
	w.cur = left
	w.statements(rest)
	w.cur = ""
	w.linef("return\n}")
	w.statements(rest)
}

// clause is what is done on a condition, nil for what is done otherwise.
type clause struct {
	cond ast.Expr
	body []ast.Stmt
}

func (w *writer) ifStatement(s *ast.IfStmt) {
	list := []clause{{s.Cond, s.Body.List}}
	switch e := s.Else.(type) {
	case *ast.BlockStmt:
		list = append(list, clause{nil, e.List})
	case *ast.IfStmt:
		list = append(list, clause{nil, []ast.Stmt{e}})
	}
	w.conditional(s.Init, list)
}

func (w *writer) switchStatement(s *ast.SwitchStmt) {
	if s.Tag != nil {
		w.failf(s, "a switch on a value")
	}
	var list []clause
	for _, c := range s.Body.List {
		c := c.(*ast.CaseClause)
		var cond ast.Expr
		for i, e := range c.List {
			if i == 0 {
				cond = e
			} else {
				cond = &ast.BinaryExpr{X: cond, Op: token.LOR, Y: e}
			}
		}
		list = append(list, clause{cond, c.Body})
	}
	w.conditional(s.Init, list)
}

// conditional writes what is done on the first condition that holds.
func (w *writer) conditional(init ast.Stmt, list []clause) {
	vary := false
	for _, c := range list {
		vary = vary || c.cond != nil && w.varies(c.cond)
	}
	if !vary {
		w.uniform(init, list)
		return
	}
	before := w.cur
	if init != nil {
		w.linef("{")
		w.statement(init)
	}
	gone, by := w.clauses(list)
	w.cur = before
	if init != nil {
		w.linef("}")
	}
	switch {
	case len(gone) == 0:
	case init != nil, w.within > 0, by == token.RETURN && w.loops > 0:
		w.failf(list[0].cond, "lanes leave from within a block")
	default:
		w.narrow(gone, by)
	}
}

// clauses writes what is done on each condition where none before it holds. It returns the lanes
// that leave, and how: by a return, or by going on with the next round of a loop.
func (w *writer) clauses(list []clause) (gone []string, by token.Token) {
	for i, c := range list {
		mask := w.cur
		if c.cond != nil {
			mask = w.temp()
			text := w.mask(c.cond)
			if w.cur != "" {
				text += ".And(" + w.cur + ")"
			}
			w.linef("%s := %s", mask, text)
		}
		rest := ""
		if c.cond != nil && i < len(list)-1 {
			rest = w.temp()
		}
		switch w.branch(mask, c.body, calls(c.cond)).(type) {
		case *ast.ReturnStmt:
			gone, by = append(gone, mask), token.RETURN
		case *ast.BranchStmt:
			gone, by = append(gone, mask), token.CONTINUE
		}
		if rest != "" {
			w.linef("%s := lanes.AndNot(%s, %s)", rest, w.active(), mask)
			w.cur = rest
		}
	}
	return gone, by
}

// narrow goes on for the lanes that have not left.
func (w *writer) narrow(gone []string, by token.Token) {
	left, text := w.temp(), w.active()
	for _, g := range gone {
		text = fmt.Sprintf("lanes.AndNot(%s, %s)", text, g)
	}
	w.linef("%s := %s", left, text)
	w.cur = left
	if by == token.CONTINUE {
		w.scopes++
		w.scope = w.scopes
		w.linef("if !lanes.Any(%s) {\ncontinue\n}", left)
		return
	}
	w.linef("if !lanes.Any(%s) {\nreturn %s\n}", left, strings.Join(w.results, ", "))
}

// branch writes what is done for some lanes, where there are any if it is guarded or would take
// longer than to ask, and returns the statement by which they leave.
func (w *writer) branch(mask string, body []ast.Stmt, guarded bool) (leaves ast.Stmt) {
	before, leaves := parted(body)
	if guarded = guarded || !quick(before, leaves); guarded {
		w.linef("if lanes.Any(%s) {", mask)
	}
	w.inLanes(mask, body)
	if guarded {
		w.linef("}")
	}
	return leaves
}

// inLanes writes what is done for some lanes.
func (w *writer) inLanes(mask string, body []ast.Stmt) {
	cur, scope := w.cur, w.scope
	w.scopes++
	w.within++
	w.cur, w.scope = mask, w.scopes
	body, leaves := parted(body)
	w.statements(body)
	if r, is := leaves.(*ast.ReturnStmt); is {
		w.keep(r)
	}
	w.cur, w.scope = cur, scope
	w.within--
}

// parted parts a block from the statement by which it is left, nil where it ends.
func parted(body []ast.Stmt) (before []ast.Stmt, leaves ast.Stmt) {
	if n := len(body); n > 0 {
		switch last := body[n-1].(type) {
		case *ast.ReturnStmt, *ast.BranchStmt:
			return body[:n-1], last
		}
	}
	return body, nil
}

// calls reports whether a condition calls something, which may keep it from what cannot be done.
func calls(cond ast.Expr) (yes bool) {
	if cond != nil {
		ast.Inspect(cond, func(n ast.Node) bool {
			_, is := n.(*ast.CallExpr)
			yes = yes || is
			return !yes
		})
	}
	return yes
}

// quick reports whether it is quicker to do something than to ask whether to.
func quick(body []ast.Stmt, leaves ast.Stmt) bool {
	if len(body) > 2 {
		return false
	}
	quick := true
	see := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if id, is := n.Fun.(*ast.Ident); !is || id.Name != "float64" {
				quick = false
			}
		case *ast.BinaryExpr:
			quick = quick && n.Op != token.QUO
		case *ast.IfStmt, *ast.RangeStmt, *ast.ForStmt, *ast.SwitchStmt:
			quick = false
		}
		return quick
	}
	for _, s := range body {
		ast.Inspect(s, see)
	}
	if leaves != nil {
		ast.Inspect(leaves, see)
	}
	return quick
}

// uniform writes conditions that hold in all lanes or in none.
func (w *writer) uniform(init ast.Stmt, list []clause) {
	text := ""
	if init != nil {
		mark := w.Len()
		w.statement(init)
		text = strings.TrimSpace(string(w.Bytes()[mark:])) + "; "
		w.Truncate(mark)
	}
	for i, c := range list {
		switch {
		case i == 0:
			w.linef("if %s%s {", text, w.expr(c.cond))
		case c.cond != nil:
			w.linef("} else if %s {", w.expr(c.cond))
		default:
			w.linef("} else {")
		}
		cur := w.cur
		w.statements(c.body)
		w.cur = cur
	}
	w.linef("}")
}
