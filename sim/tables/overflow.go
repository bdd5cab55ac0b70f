package tables

import (
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"slices"
	"sync"
)

// Overflow makes the files that take the rows of a table when they are many: that of its
// rows, as WriteCSV writes them, and one to read its columns from again.
type Overflow func(s *Schema) (csv, columns *os.File, err error)

// heldRows is how many rows a table with an overflow holds until they are written.
const heldRows = 1 << 14

// overflow is what a table has written of itself. Whole blocks of heldRows rows are in both
// files; what comes after is held by the table.
type overflow struct {
	files        Overflow
	csv, columns *os.File // nil before the first block
	out          *csvWriter
	rows         int       // written to columns
	words        []lexicon // by column, of texts
	failed       error     // of writing or reading

	lock   sync.Mutex
	text   [][]string // columns that were read again, whole
	number [][]float64
}

// lexicon is the texts of a column, numbered as they came.
type lexicon struct {
	numbers map[string]uint32
	texts   []string
}

func (l *lexicon) number(text string) uint32 {
	n, known := l.numbers[text]
	if !known {
		n = uint32(len(l.texts))
		l.numbers[text] = n
		l.texts = append(l.texts, text)
	}
	return n
}

// WriteAsItComes lets a table write its rows while they come, when they are many, so that its
// memory does not grow with them. A column is read again when it is asked for. An error is
// returned by [Table.Written].
func (t *Table) WriteAsItComes(files Overflow) {
	t.over = &overflow{files: files}
}

// Written returns the name of the file that a table has written its rows to, "" where all
// are held. No row can come after.
func (t *Table) Written() (file string, err error) {
	o := t.over
	if o == nil || o.csv == nil {
		return "", o.err()
	}
	if o.out != nil {
		o.keep(o.out.rows(t.text, t.numbers))
		o.keep(o.out.flush())
		o.keep(o.csv.Close())
		o.out = nil
	}
	return o.csv.Name(), o.err()
}

// forget drops the columns that were read again.
func (t *Table) forget() {
	if o := t.over; o != nil {
		o.lock.Lock()
		defer o.lock.Unlock()
		o.text, o.number = nil, nil
	}
}

func (o *overflow) err() error {
	if o == nil {
		return nil
	}
	o.lock.Lock()
	defer o.lock.Unlock()
	return o.failed
}

// keep keeps the first error.
func (o *overflow) keep(err error) {
	if o.failed == nil {
		o.failed = err
	}
}

// write writes the rows that a table holds, a block, and takes them out of it.
func (o *overflow) write(t *Table) {
	if o.csv == nil && o.failed == nil {
		o.begin(t.Schema)
	}
	if o.failed == nil {
		o.keep(o.out.rows(t.text, t.numbers))
	}
	if o.failed == nil {
		_, err := o.columns.Write(o.block(t))
		o.keep(err)
	}
	for i := range t.Schema.Columns {
		t.text[i], t.numbers[i] = t.text[i][:0], t.numbers[i][:0]
	}
	o.rows += heldRows
}

func (o *overflow) begin(s *Schema) {
	csv, columns, err := o.files(s)
	if err != nil {
		o.keep(err)
		return
	}
	o.csv, o.columns, o.out = csv, columns, newCSVWriter(csv, s)
	o.keep(o.out.header())
	o.words = make([]lexicon, len(s.Columns))
	for i := range o.words {
		o.words[i].numbers = map[string]uint32{}
	}
}

// width is how many bytes a cell of a column takes in a block, where one column comes after
// the other.
func (c Column) width() int {
	if c.numeric() {
		return 8
	}
	return 4
}

func (o *overflow) block(t *Table) []byte {
	var b []byte
	for i, c := range t.Schema.Columns {
		b = slices.Grow(b, heldRows*c.width())
		for _, v := range t.numbers[i] {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
		}
		for _, text := range t.text[i] {
			b = binary.LittleEndian.AppendUint32(b, o.words[i].number(text))
		}
	}
	return b
}

// FirstOther returns the first row whose text is not that of the first, -1 where all are the
// same.
func (c TextColumn) FirstOther(t *Table) int {
	column := t.index(c.Column)
	if o := t.over; o != nil && o.rows > 0 && len(o.words[column].texts) == 1 {
		first := o.words[column].texts[0]
		i := slices.IndexFunc(t.text[column], func(text string) bool { return text != first })
		if i < 0 {
			return -1
		}
		return o.rows + i
	}
	texts := t.textOf(column)
	return slices.IndexFunc(texts, func(text string) bool { return text != texts[0] })
}

// textOf and numbersOf return a column of all rows.

func (t *Table) textOf(column int) []string {
	o := t.over
	if o == nil || o.rows == 0 {
		return t.text[column]
	}
	o.lock.Lock()
	defer o.lock.Unlock()
	if o.text == nil {
		o.text = make([][]string, len(t.text))
	}
	if len(o.text[column]) != t.rows {
		out := make([]string, o.rows, t.rows)
		texts := o.words[column].texts
		o.read(t.Schema, column, func(row int, cell []byte) {
			if n := int(binary.LittleEndian.Uint32(cell)); n < len(texts) {
				out[row] = texts[n]
			}
		})
		o.text[column] = append(out, t.text[column]...)
	}
	return o.text[column]
}

func (t *Table) numbersOf(column int) []float64 {
	o := t.over
	if o == nil || o.rows == 0 {
		return t.numbers[column]
	}
	o.lock.Lock()
	defer o.lock.Unlock()
	if o.number == nil {
		o.number = make([][]float64, len(t.numbers))
	}
	if len(o.number[column]) != t.rows {
		out := make([]float64, o.rows, t.rows)
		o.read(t.Schema, column, func(row int, cell []byte) {
			out[row] = math.Float64frombits(binary.LittleEndian.Uint64(cell))
		})
		o.number[column] = append(out, t.numbers[column]...)
	}
	return o.number[column]
}

// read visits the cells of a column in the blocks that were written.
func (o *overflow) read(s *Schema, column int, visit func(row int, cell []byte)) {
	if o.failed != nil {
		return
	}
	before, all := 0, 0 // bytes of a row in the columns before, and in all
	for i, c := range s.Columns {
		if i < column {
			before += c.width()
		}
		all += c.width()
	}
	width := s.Columns[column].width()
	cells := make([]byte, heldRows*width)
	for first := 0; first < o.rows; first += heldRows {
		if _, err := o.columns.ReadAt(cells, int64(first)*int64(all)+int64(heldRows)*int64(before)); err != nil {
			o.keep(fmt.Errorf("reading %s of %s again: %w", s.Columns[column].Name, s.Name, err))
			return
		}
		for row := range heldRows {
			visit(first+row, cells[row*width:(row+1)*width])
		}
	}
}
