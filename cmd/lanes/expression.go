package main

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
)

var arithmetic = map[token.Token]string{token.ADD: "Add", token.SUB: "Sub", token.MUL: "Mul", token.QUO: "Div"}

var comparisons = map[token.Token]string{
	token.LSS: "Less", token.LEQ: "LessEqual", token.GTR: "Greater", token.GEQ: "GreaterEqual", token.EQL: "Equal", token.NEQ: "NotEqual",
}

var ofOperation = map[token.Token]token.Token{
	token.ADD_ASSIGN: token.ADD, token.SUB_ASSIGN: token.SUB, token.MUL_ASSIGN: token.MUL, token.QUO_ASSIGN: token.QUO,
}

// expr writes an expression in lanes.
func (w *writer) expr(e ast.Expr) string {
	if w.isFloat(e) {
		return w.vec(e)
	}
	if w.isBool(e) && w.varies(e) {
		return w.mask(e)
	}
	return w.plain(e)
}

// vec writes a number.
func (w *writer) vec(e ast.Expr) string {
	if tv := w.info.Types[e]; tv.Value != nil {
		if constant.Sign(tv.Value) == 0 {
			return "lanes.Vec{}"
		}
		return "lanes.Splat(" + w.source(e) + ")"
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return w.vec(e.X)
	case *ast.BinaryExpr:
		return fmt.Sprintf("%s.%s(%s)", w.vec(e.X), arithmetic[e.Op], w.vec(e.Y))
	case *ast.UnaryExpr:
		return fmt.Sprintf("lanes.Neg(%s)", w.vec(e.X))
	case *ast.CallExpr:
		if id, is := e.Fun.(*ast.Ident); is {
			switch id.Name {
			case "float64":
				if w.isFloat(e.Args[0]) {
					return w.vec(e.Args[0])
				}
				return "lanes.Splat(" + w.source(e) + ")"
			case "min", "max":
				text := w.vec(e.Args[0])
				if bound := w.info.Types[e.Args[0]].Value; id.Name == "min" && len(e.Args) == 2 && bound != nil && constant.Sign(bound) != 0 {
					return fmt.Sprintf("lanes.AtMost(%s, %s)", text, w.vec(e.Args[1]))
				}
				for _, a := range e.Args[1:] {
					text = fmt.Sprintf("lanes.%s(%s, %s)", strings.ToUpper(id.Name[:1])+id.Name[1:], text, w.vec(a))
				}
				return text
			}
		}
		if f := w.callee(e); of(f, "math") {
			switch w.source(e) {
			case "math.Inf(1)":
				return "lanes.Infinite"
			case "math.Inf(-1)":
				return "lanes.NegInfinite"
			case "math.NaN()":
				return "lanes.NaN"
			}
		}
	}
	return w.plain(e)
}

// mask writes a condition as the lanes in which it holds.
func (w *writer) mask(e ast.Expr) string {
	if !w.varies(e) {
		switch text := w.plain(e); text {
		case "true":
			return "lanes.All()"
		case "false":
			return "lanes.None()"
		default:
			return "lanes.If(" + text + ")"
		}
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return w.mask(e.X)
	case *ast.UnaryExpr:
		return fmt.Sprintf("lanes.Not(%s)", w.mask(e.X))
	case *ast.BinaryExpr:
		switch {
		case e.Op == token.LAND:
			return fmt.Sprintf("%s.And(%s)", w.mask(e.X), w.mask(e.Y))
		case e.Op == token.LOR:
			return fmt.Sprintf("%s.Or(%s)", w.mask(e.X), w.mask(e.Y))
		case w.isFloat(e.X):
			return fmt.Sprintf("%s.%s(%s)", w.vec(e.X), comparisons[e.Op], w.vec(e.Y))
		case e.Op == token.NEQ:
			return fmt.Sprintf("lanes.Xor(%s, %s)", w.mask(e.X), w.mask(e.Y))
		}
	case *ast.CallExpr:
		if f := w.callee(e); of(f, "math") {
			if f.Name() == "IsInf" {
				bound := "lanes.Infinite"
				if w.source(e.Args[1]) == "-1" {
					bound = "lanes.NegInfinite"
				}
				return fmt.Sprintf("%s.Equal(%s)", w.vec(e.Args[0]), bound)
			}
			return w.vec(e.Args[0]) + ".IsNaN()"
		}
	}
	return w.plain(e)
}

// plain writes an expression as it is, with what is in it in lanes.
func (w *writer) plain(e ast.Expr) string {
	if known := alike[w.source(e)]; known != "" {
		return known
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return "(" + w.expr(e.X) + ")"
	case *ast.UnaryExpr:
		return e.Op.String() + w.expr(e.X)
	case *ast.StarExpr:
		return "*" + w.expr(e.X)
	case *ast.BinaryExpr:
		return w.expr(e.X) + " " + e.Op.String() + " " + w.expr(e.Y)
	case *ast.SelectorExpr:
		if id, is := e.X.(*ast.Ident); is && w.info.TypeOf(id) == nil {
			return w.source(e)
		}
		return w.expr(e.X) + "." + e.Sel.Name
	case *ast.IndexExpr:
		return w.expr(e.X) + "[" + w.expr(e.Index) + "]"
	case *ast.SliceExpr:
		text := w.expr(e.X) + "["
		if e.Low != nil {
			text += w.expr(e.Low)
		}
		text += ":"
		if e.High != nil {
			text += w.expr(e.High)
		}
		if e.Max != nil {
			text += ":" + w.expr(e.Max)
		}
		return text + "]"
	case *ast.ArrayType:
		return w.typeExpr(e)
	case *ast.CompositeLit:
		return w.literal(e)
	case *ast.CallExpr:
		return w.call(e)
	case *ast.FuncLit:
		inner := &writer{generator: w.generator, temps: w.temps}
		if err := inner.body(e.Type, e.Body, w.cur); err != nil {
			w.fail(err)
		}
		return "func" + w.signature(e.Type, "") + " {\n" + inner.String() + "}"
	}
	return w.source(e)
}

func (w *writer) literal(e *ast.CompositeLit) string {
	var b strings.Builder
	b.WriteString(w.typeExpr(e.Type) + "{")
	for i, el := range e.Elts {
		if i > 0 {
			b.WriteString(", ")
		}
		if kv, is := el.(*ast.KeyValueExpr); is {
			key := w.source(kv.Key)
			b.WriteString(key + ": " + byField(key, w.expr(kv.Value)))
			continue
		}
		b.WriteString(w.expr(el))
	}
	return b.String() + "}"
}

// call writes a call. Functions that are taken over have the name of the type in lanes, or
// Lanes behind their own; those that change what they are given are told the lanes.
func (w *writer) call(e *ast.CallExpr) string {
	var args []string
	f := w.callee(e)
	if masked[w.named[f]] || f != nil && masked[f.Name()] {
		args = append(args, w.active())
	}
	for _, a := range e.Args {
		args = append(args, w.expr(a))
	}
	name := w.plain(e.Fun)
	switch of := e.Fun.(type) {
	case *ast.Ident:
		if w.taken[f] {
			name += "Lanes"
		}
		if name == "clear" && w.cur == "" && w.numbers(e.Args[0]) {
			return fmt.Sprintf("lanes.Zero(%s)", args[0])
		}
		if name == "copy" && w.cur == "" {
			return fmt.Sprintf("lanes.Set(%s, %s)", args[0], args[1])
		}
		if name == "clear" && w.cur != "" {
			return fmt.Sprintf("lanes.Clear(%s, %s)", args[0], w.cur)
		}
		if name == "copy" && w.cur != "" {
			return fmt.Sprintf("lanes.Copy(%s, %s, %s)", args[0], args[1], w.cur)
		}
	case *ast.SelectorExpr:
		if id, is := of.X.(*ast.Ident); is && id.Name == "portable" {
			name += "Lanes"
		}
	}
	return name + "(" + strings.Join(args, ", ") + ")"
}

// of reports whether a function is one of a package.
func of(f types.Object, path string) bool {
	return f != nil && f.Pkg() != nil && f.Pkg().Path() == path
}

// numbers reports whether an expression is a slice of numbers.
func (w *writer) numbers(e ast.Expr) bool {
	s, is := w.info.TypeOf(e).Underlying().(*types.Slice)
	if !is {
		return false
	}
	b, is := s.Elem().(*types.Basic)
	return is && b.Kind() == types.Float64
}

// active is the mask of the lanes for which something is done.
func (w *writer) active() string {
	if w.cur == "" {
		return "lanes.All()"
	}
	return w.cur
}
