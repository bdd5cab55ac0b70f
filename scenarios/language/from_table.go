package language

import (
	"slices"
	"strconv"
	"strings"

	"corridor/model/calendar"
	"corridor/scenarios/spreadsheet"
	"corridor/scenarios/text"
)

// The keys of a map whose entries stand in a table.
const (
	fromKey = "from"
	byKey   = "by"
	unitKey = "unit"
)

// FromTables puts the entries that a file takes from tables, by year, month or month of the
// calendar, in the place of the keys that say where they stand. It changes the tree. Open
// returns the sheet that a value names, nil where there is none, which it has reported.
func FromTables(root *text.Tree, open func(name *text.Tree, file, sheet string) *spreadsheet.Table, report *text.Report) {
	(&taker{open, report}).in(root, schema)
}

type taker struct {
	open   func(name *text.Tree, file, sheet string) *spreadsheet.Table
	report *text.Report
}

// in takes what stands in tables into a value and all below it.
func (k *taker) in(t *text.Tree, s *spec) {
	if s = s.resolve(t); s == nil || t == nil {
		return
	}
	if s.isTabular() && t.Kind == text.Map && t.Get(fromKey) != nil {
		k.take(t, s)
		return
	}
	for _, e := range t.Entries {
		k.in(e.Tree, s.child(e.Key))
	}
	for _, item := range t.Items {
		k.in(item, s.item)
	}
}

// isTabular reports whether a value has entries by date, or one for each month of the calendar.
func (s *spec) isTabular() bool {
	return s.form == formByYear || s.form == formList && s.count == calendar.MonthsPerYear
}

// column is one of a table: the dates, and what stands beside them.
type column struct {
	keys, values []*text.Tree
}

// take puts the entries of a table into a map that names it. What the map itself has for a date
// holds.
func (k *taker) take(t *text.Tree, s *spec) {
	from := t.Get(fromKey)
	col := k.column(t, from)
	if col == nil {
		s.unread(t, from)
		return
	}
	own := t.Dropped(fromKey, byKey, unitKey)
	first := map[string]*text.Tree{}
	var entries []text.Entry
	for i, key := range col.keys {
		if meant := otherwiseDated(key.Text, s); len(meant) > 0 {
			k.report.Mistake(key.Position, "the date is %q, write %s", text.Short(key.Text), strings.Join(meant, " or "))
			continue
		}
		name := dateIn(key.Text, s)
		if before := first[name]; before != nil {
			k.report.Mistake(key.Position, "%s is given twice, first at %v", text.Short(name), before.Position)
			continue
		}
		first[name] = key
		if own.Get(name) == nil {
			entries = append(entries, text.Entry{Key: name, At: key.Position, Tree: col.values[i]})
		}
	}
	if slices.ContainsFunc(col.keys, func(key *text.Tree) bool { return len(otherwiseDated(key.Text, s)) > 0 }) {
		s.unread(t, from)
		return
	}
	if s.form == formList {
		k.months(t, from, entries)
		return
	}
	t.Entries = append(entries, own.Entries...)
}

// unread makes something of a map whose table cannot be read, which is reported where it is
// named: the check finds no more mistakes in it, and whoever compares it that it is not sound.
func (s *spec) unread(t, from *text.Tree) {
	some := &text.Tree{Position: from.Position, Text: "1"}
	if s.form == formList {
		t.Kind, t.Entries, t.Items = text.List, nil, slices.Repeat([]*text.Tree{some}, calendar.MonthsPerYear)
		return
	}
	t.Entries = []text.Entry{{Key: itoa(firstYear), At: from.Position, Tree: some}}
}

// months makes a list of entries by month of the calendar.
func (k *taker) months(t, from *text.Tree, entries []text.Entry) {
	t.Kind, t.Entries, t.Items = text.List, nil, make([]*text.Tree, calendar.MonthsPerYear)
	for _, e := range entries {
		month, err := strconv.Atoi(e.Key)
		if err != nil || month < 1 || month > len(t.Items) {
			k.report.Mistake(e.At, "%q is not a month of the calendar, expected 1 to 12", text.Short(e.Key))
			continue
		}
		t.Items[month-1] = e.Tree
	}
	for i, item := range t.Items {
		if item == nil {
			k.report.Mistake(from.Position, "the table has nothing for month %d, expected one value for each of 1 to 12", i+1)
			t.Items[i] = &text.Tree{Position: from.Position, Text: "1"}
		}
	}
}

// column reads the column that a map names, nil where there is none, which is reported.
func (k *taker) column(t, from *text.Tree) *column {
	for _, key := range []string{fromKey, byKey, unitKey} {
		if v := t.Get(key); v != nil && (v.Kind != text.Scalar || v.Text == "") {
			k.report.Mistake(v.Position, "%s is %v, expected %s", key, v.Kind, tableKeys[key])
			return nil
		}
	}
	file, sheet, heading := tableName(from.Text)
	if !spreadsheet.Is(file) {
		k.report.Mistake(from.Position, "%s is %q, expected %s", fromKey, text.Short(from.Text), tableKeys[fromKey])
		return nil
	}
	table := k.open(from, file, sheet)
	if table == nil {
		return nil
	}
	dates, values, ok := k.columns(t, from, table, heading)
	if !ok {
		return nil
	}
	col := &column{}
	for _, row := range table.Rows {
		switch date, v := row[dates], row[values]; {
		case v == nil: // no value for that date
		case date == nil:
			k.report.Mistake(v.Position, "%q has no date beside it, expected one in the column %s", text.Short(v.Text), table.Headings[dates].Text)
		default:
			col.keys, col.values = append(col.keys, date), append(col.values, k.cell(v, t.Get(unitKey), table))
		}
	}
	if len(col.keys) == 0 {
		k.report.Mistake(from.Position, "the column %s has no values", text.Short(table.Headings[values].Text))
		return nil
	}
	return col
}

// columns returns the indices of the dates and the values of a table: by default the first
// column has the dates, and of two columns the other has the values.
func (k *taker) columns(t, from *text.Tree, table *spreadsheet.Table, heading string) (dates, values int, ok bool) {
	if len(table.Names()) == 0 {
		k.report.Mistake(from.Position, "the table is empty, expected a row of headings and rows below it")
		return 0, 0, false
	}
	dates = slices.IndexFunc(table.Headings, func(h *text.Tree) bool { return h != nil })
	if by := t.Get(byKey); by != nil {
		if dates, ok = k.find(table, by, by.Text); !ok {
			return 0, 0, false
		}
	}
	if heading != "" {
		values, ok = k.find(table, from, heading)
		return dates, values, ok
	}
	var others []string
	for i, h := range table.Headings {
		if h != nil && i != dates {
			others, values = append(others, h.Text), i
		}
	}
	if len(others) != 1 {
		k.report.Mistake(from.Position, "%s names no column, expected one of %s after a #", text.Short(from.Text), text.Short(strings.Join(others, ", ")))
		return 0, 0, false
	}
	return dates, values, true
}

func (k *taker) find(table *spreadsheet.Table, at *text.Tree, heading string) (int, bool) {
	i, err := table.Column(heading)
	if err != nil {
		k.report.Mistake(at.Position, "%v", err)
	}
	return i, err == nil
}

// tableKeys says what the keys of a table hold.
var tableKeys = map[string]string{
	fromKey: "a table beside the file and its column, such as demand.csv#wheat or demand.xlsx#Sheet1!wheat",
	byKey:   "the heading of the column with the dates",
	unitKey: "the unit of the numbers in the table",
}

// tableName takes apart file#column and file#sheet!column.
func tableName(from string) (file, sheet, heading string) {
	file, heading, _ = strings.Cut(from, "#")
	if i := strings.LastIndex(heading, "!"); i >= 0 && !strings.HasSuffix(strings.ToLower(file), ".csv") {
		sheet, heading = heading[:i], heading[i+1:]
	}
	return file, sheet, heading
}
