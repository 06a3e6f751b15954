package sqlite

import (
	"slices"
	"strings"
)

// table is what a CREATE TABLE says of one.
type table struct {
	root    uint32
	columns []string // lower case, in the order in which a row holds them
	key     int      // the one that is the row's number; -1: none
}

// place is where a row holds a column; -1: nowhere.
func (t table) place(column string) int { return slices.Index(t.columns, strings.ToLower(column)) }

// constraints are what a definition begins with that is none of a column.
var constraints = []string{"CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"}

// parseTable reads a CREATE TABLE as SQLite keeps it; ok is false for a virtual table
// and for one without row numbers, whose rows lie in another kind of tree.
func parseTable(sql string) (t table, ok bool) {
	t.key = -1
	tokens := split(sql)
	open := slices.IndexFunc(tokens, func(k token) bool { return k.is("(") })
	if open < 2 || !tokens[0].is("CREATE") || !tokens[1].is("TABLE") && !tokens[1].is("TEMP") {
		return t, false
	}
	rest := tokens[open+1:]
	for _, k := range rest {
		if k.is("WITHOUT") {
			return t, false
		}
	}
	var integers []string
	for _, def := range split2(split(tokens[open].inside)) {
		first := def[0]
		if !first.quoted && slices.ContainsFunc(constraints, first.is) {
			if i := slices.IndexFunc(def, func(k token) bool { return k.is("PRIMARY") }); i >= 0 && i+2 < len(def) && def[i+2].is("(") {
				if of := split(def[i+2].inside); len(of) == 1 && slices.Contains(integers, strings.ToLower(of[0].text)) {
					t.key = t.place(of[0].text)
				}
			}
			continue
		}
		has := func(word string) bool {
			return slices.ContainsFunc(def[1:], func(k token) bool { return k.is(word) })
		}
		if has("AS") && !has("STORED") {
			continue // generated when it is asked for
		}
		t.columns = append(t.columns, strings.ToLower(first.text))
		if len(def) > 1 && def[1].is("INTEGER") && (len(def) < 3 || !def[2].is("(")) {
			integers = append(integers, strings.ToLower(first.text))
			if has("PRIMARY") && !has("DESC") {
				t.key = len(t.columns) - 1
			}
		}
	}
	return t, len(t.columns) > 0
}

// token is a word of SQL, or all that stands between two brackets.
type token struct {
	text   string // "(" for what is in brackets
	inside string
	quoted bool
}

func (k token) is(word string) bool { return !k.quoted && strings.EqualFold(k.text, word) }

// split2 parts a list of tokens at its commas, leaving out what is empty.
func split2(list []token) (parts [][]token) {
	for len(list) > 0 {
		i := slices.IndexFunc(list, func(k token) bool { return k.is(",") })
		if i < 0 {
			i = len(list)
		}
		if i > 0 {
			parts = append(parts, list[:i])
		}
		list = list[min(i+1, len(list)):]
	}
	return parts
}

// split makes tokens of SQL. What is in brackets is one of them, and is split when it
// is looked into.
func split(sql string) (list []token) {
	for i := 0; i < len(sql); {
		switch c := sql[i]; {
		case c <= ' ':
			i++
		case strings.HasPrefix(sql[i:], "--"):
			i += end(sql[i:], "\n")
		case strings.HasPrefix(sql[i:], "/*"):
			i += end(sql[i:], "*/")
		case strings.IndexByte("'\"`[", c) >= 0:
			n := quoted(sql[i:])
			mark := sql[i+n-1 : i+n]
			list = append(list, token{text: strings.ReplaceAll(sql[i+1:max(i+n-1, i+1)], mark+mark, mark), quoted: true})
			i += n
		case c == '(':
			n := bracket(sql[i:])
			list = append(list, token{text: "(", inside: sql[i+1 : max(i+n-1, i+1)]})
			i += n
		case strings.IndexByte(",;)=+-*/<>|&~%!", c) >= 0:
			list = append(list, token{text: sql[i : i+1]})
			i++
		default:
			n := strings.IndexAny(sql[i:], " \t\r\n'\"`[(,;)=+-*/<>|&~%!")
			if n < 0 {
				n = len(sql) - i
			}
			list = append(list, token{text: sql[i : i+n]})
			i += n
		}
	}
	return list
}

// end is how far it is to behind the next mark, or to the end.
func end(sql, mark string) int {
	if i := strings.Index(sql, mark); i >= 0 {
		return i + len(mark)
	}
	return len(sql)
}

// quoted is how long the quoted name or text is that sql begins with: a mark within it
// is written twice.
func quoted(sql string) int {
	mark := sql[0]
	if mark == '[' {
		return end(sql, "]")
	}
	for i := 1; i < len(sql); i++ {
		if sql[i] != mark {
			continue
		}
		if i+1 == len(sql) || sql[i+1] != mark {
			return i + 1
		}
		i++
	}
	return len(sql)
}

// bracket is how long what stands in brackets is, with them.
func bracket(sql string) int {
	depth := 0
	for i := 0; i < len(sql); i++ {
		switch c := sql[i]; {
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				return i + 1
			}
		case strings.IndexByte("'\"`[", c) >= 0:
			i += quoted(sql[i:]) - 1
		case strings.HasPrefix(sql[i:], "--"):
			i += end(sql[i:], "\n") - 1
		}
	}
	return len(sql)
}
