package main

import (
	"cmp"
	_ "embed"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"slices"
	"strconv"
	"strings"
)

//go:embed helpers.go.txt
var helpers string

// mutant is one small change to the code.
type mutant struct {
	id    int
	first int    // of its place: what the tests say they came past
	kind  string // of change
	pos   token.Position
	text  string // of the expression that is changed
	what  string // what it becomes
}

// rewriter turns a file's source into one that holds all of its mutants, each
// behind a switch: a comparison becomes a call of a helper with both operands,
// which compares as another operator would when its mutant is on.
type rewriter struct {
	fset    *token.FileSet
	info    *types.Info
	pkg     *types.Package
	src     []byte
	file    *ast.File
	next    int // id
	mutants []mutant
	edits   []edit
}

// edit puts text in the place of src[from:to]. Of insertions at one place those
// that close come first, the innermost before the others; then those that open,
// the outermost first.
type edit struct {
	from, to int
	text     string
	closes   bool
	depth    int
}

func (r *rewriter) offset(p token.Pos) int { return r.fset.Position(p).Offset }

func (r *rewriter) text(n ast.Node) string {
	return strings.Join(strings.Fields(string(r.src[r.offset(n.Pos()):r.offset(n.End())])), " ")
}

// add registers the mutants of one place; their ids follow each other.
func (r *rewriter) add(n ast.Node, at token.Pos, kindsAndTexts ...[2]string) (id int) {
	id = r.next
	for _, k := range kindsAndTexts {
		r.mutants = append(r.mutants, mutant{r.next, id, k[0], r.fset.Position(at), r.text(n), k[1]})
		r.next++
	}
	return id
}

// call wraps n in a call: open before it, close after it.
func (r *rewriter) call(n ast.Node, depth int, open, close string) {
	from, to := r.offset(n.Pos()), r.offset(n.End())
	r.edits = append(r.edits, edit{from, from, open, false, depth}, edit{to, to, close, true, depth})
}

// replace puts text in the place of the token at pos.
func (r *rewriter) replace(pos token.Pos, old token.Token, text string, depth int) {
	from := r.offset(pos)
	r.edits = append(r.edits, edit{from, from + len(old.String()), text, false, depth})
}

// result is the source with all edits made.
func (r *rewriter) result() string {
	slices.SortStableFunc(r.edits, func(a, b edit) int {
		order := func(e edit) int {
			if e.closes {
				return -e.depth - 1_000_000
			}
			return e.depth
		}
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(order(a), order(b)))
	})
	var out strings.Builder
	at := 0
	for _, e := range r.edits {
		out.Write(r.src[at:e.from])
		out.WriteString(e.text)
		at = e.to
	}
	out.Write(r.src[at:])
	return out.String()
}

// rewrite finds the file's mutants.
func (r *rewriter) rewrite() {
	depth := 0
	var stack []ast.Node
	ast.Inspect(r.file, func(n ast.Node) bool {
		if n == nil {
			stack, depth = stack[:len(stack)-1], depth-1
			return true
		}
		var parent ast.Node
		if len(stack) > 0 {
			parent = stack[len(stack)-1]
		}
		if !r.node(n, parent, 2*depth) {
			return false
		}
		stack, depth = append(stack, n), depth+1
		return true
	})
}

// node makes the mutants of one node; false says to leave what is below it alone.
func (r *rewriter) node(n, parent ast.Node, depth int) bool {
	switch n := n.(type) {
	case *ast.GenDecl:
		return n.Tok == token.VAR
	case *ast.ArrayType, *ast.StructType, *ast.InterfaceType, *ast.FuncType:
		return false
	case *ast.IncDecStmt:
		r.incDec(n, depth)
	case *ast.AssignStmt:
		r.assign(n, depth)
	case ast.Expr:
		tv := r.info.Types[n]
		if tv.Value != nil {
			r.constant(n, tv, parent, depth)
			return false
		}
		switch n := n.(type) {
		case *ast.BinaryExpr:
			r.binary(n, depth)
		case *ast.UnaryExpr:
			if n.Op == token.SUB {
				id := r.add(n, n.OpPos, [2]string{"INVERT_NEGATIVES", "+"})
				r.call(n, depth, "mutNeg("+strconv.Itoa(id)+", ", ")")
			}
		}
	}
	return true
}

var comparisons = map[token.Token][3]string{
	token.LSS: {"mutLess", "<=", ">="}, token.LEQ: {"mutLessEq", "<", ">"},
	token.GTR: {"mutMore", ">=", "<="}, token.GEQ: {"mutMoreEq", ">", "<"},
}

var arithmetic = map[token.Token][2]string{
	token.ADD: {"mutAdd", "-"}, token.SUB: {"mutSub", "+"}, token.MUL: {"mutMul", "/"}, token.QUO: {"mutQuo", "*"}, token.REM: {"mutRem", "*"},
}

func (r *rewriter) binary(n *ast.BinaryExpr, depth int) {
	args := func(helper string, id int) {
		r.call(n, depth, helper+"("+strconv.Itoa(id)+", ", ")")
		r.replace(n.OpPos, n.Op, ",", depth)
	}
	if c, ok := comparisons[n.Op]; ok {
		args(c[0], r.add(n, n.OpPos, [2]string{"CONDITIONALS_BOUNDARY", c[1]}, [2]string{"CONDITIONALS_NEGATION", c[2]}))
		return
	}
	if a, ok := arithmetic[n.Op]; ok && numeric(r.info.TypeOf(n)) {
		args(a[0], r.add(n, n.OpPos, [2]string{"ARITHMETIC_BASE", a[1]}))
		return
	}
	switch n.Op {
	case token.EQL, token.NEQ:
		id := r.add(n, n.OpPos, [2]string{"CONDITIONALS_NEGATION", "!" + n.Op.String()})
		r.call(n, depth, "mutNot("+strconv.Itoa(id)+", ", ")")
	case token.LAND, token.LOR:
		helper, what := "mutAnd", "||"
		if n.Op == token.LOR {
			helper, what = "mutOr", "&&"
		}
		args(helper, r.add(n, n.OpPos, [2]string{"INVERT_LOGICAL", what}))
		r.call(n.Y, depth+1, "func() bool { return ", " }")
	}
}

func (r *rewriter) incDec(n *ast.IncDecStmt, depth int) {
	if x, ok := n.X.(*ast.IndexExpr); ok {
		if _, isMap := r.info.TypeOf(x.X).Underlying().(*types.Map); isMap {
			return // has no address
		}
	}
	helper, what := "mutInc", "--"
	if n.Tok == token.DEC {
		helper, what = "mutDec", "++"
	}
	id := r.add(n, n.TokPos, [2]string{"INCREMENT_DECREMENT", what})
	r.call(n.X, depth, helper+"("+strconv.Itoa(id)+", &", ")")
	r.replace(n.TokPos, n.Tok, "", depth)
}

// assign negates what is added or taken away.
func (r *rewriter) assign(n *ast.AssignStmt, depth int) {
	if n.Tok != token.ADD_ASSIGN && n.Tok != token.SUB_ASSIGN || !numeric(r.info.TypeOf(n.Lhs[0])) {
		return
	}
	t, ok := r.typeName(r.info.TypeOf(n.Lhs[0]))
	if !ok {
		return
	}
	id := r.add(n, n.TokPos, [2]string{"INVERT_ASSIGNMENTS", map[token.Token]string{token.ADD_ASSIGN: "-=", token.SUB_ASSIGN: "+="}[n.Tok]})
	r.call(n.Rhs[0], depth, "mutNeg["+t+"]("+strconv.Itoa(id)+", ", ")")
}

// constant makes a number larger where it is used. Left alone are 0, 1 and -1,
// which are most often not quantities, what is too small to be one, places in a
// list, and the names of a kind's values.
func (r *rewriter) constant(n ast.Expr, tv types.TypeAndValue, parent ast.Node, depth int) {
	if tv.Value.Kind() != constant.Int && tv.Value.Kind() != constant.Float || tv.Type == nil || !numeric(tv.Type) {
		return
	}
	v, _ := constant.Float64Val(tv.Value)
	if v == 0 || math.Abs(v) == 1 || math.Abs(v) < 1e-3 || math.IsInf(v, 0) {
		return
	}
	name, _ := n.(*ast.Ident)
	switch n := n.(type) {
	case *ast.SelectorExpr:
		name = n.Sel
	case *ast.CallExpr:
		if len(n.Args) != 1 { // only a conversion
			return
		}
	}
	if name != nil {
		if _, kind := r.info.Uses[name].Type().(*types.Named); kind {
			return
		}
	}
	switch p := parent.(type) {
	case *ast.IndexExpr, *ast.SliceExpr, *ast.Field:
		return
	case *ast.KeyValueExpr:
		if p.Key == n {
			return
		}
	}
	t, ok := r.typeName(types.Default(tv.Type))
	if !ok {
		return
	}
	id := r.add(n, n.Pos(), [2]string{"CONSTANT", "more"})
	r.call(n, depth, "mutConst["+t+"]("+strconv.Itoa(id)+", ", ")")
}

// typeName writes a type as the file can; false where it has no name there.
func (r *rewriter) typeName(t types.Type) (name string, ok bool) {
	ok = true
	name = types.TypeString(t, func(p *types.Package) string {
		if p == r.pkg {
			return ""
		}
		imported := slices.ContainsFunc(r.file.Imports, func(i *ast.ImportSpec) bool { return strings.Trim(i.Path.Value, `"`) == p.Path() && i.Name == nil })
		ok = ok && imported
		return p.Name()
	})
	if named, is := t.(*types.Named); is && named.TypeParams().Len() > 0 {
		return "", false
	}
	if _, is := t.(*types.TypeParam); is {
		return "", false
	}
	return name, ok
}

func numeric(t types.Type) bool {
	if _, is := t.(*types.TypeParam); is {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0 && b.Info()&types.IsComplex == 0
}
