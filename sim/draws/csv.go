package draws

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"

	"corridor/sim/tables"
)

// CSV is the name of the file of draws in CSV.
const CSV = "draws.csv"

// CSVWriter writes draws as CSV, a row each as they come, and holds none of them. It is not safe
// for concurrent use.
type CSVWriter struct {
	to     *csv.Writer
	record []string
	rows   int64 // written so far
}

// NewCSVWriter returns a writer of draws that consist of the named numbers, each in a column of
// that name after the column draw, and writes the header.
func NewCSVWriter(w io.Writer, names []string) (*CSVWriter, error) {
	c := &CSVWriter{to: csv.NewWriter(w), record: append([]string{Draw}, names...)}
	return c, c.to.Write(c.record)
}

// Write adds draws, one after the other, each with its numbers in the order of the names, in the
// shortest form that reads back to the same bits. What is no finite number is an empty cell, as it
// is NULL in Parquet.
func (c *CSVWriter) Write(numbers []float64) error {
	width := len(c.record) - 1
	if width == 0 || len(numbers)%width != 0 {
		return fmt.Errorf("draws: %d numbers for draws of %d", len(numbers), width)
	}
	for ; len(numbers) > 0; numbers = numbers[width:] {
		c.record[0] = strconv.FormatInt(c.rows, 10)
		for i, v := range numbers[:width] {
			c.record[1+i] = ""
			if !math.IsNaN(v) && !math.IsInf(v, 0) {
				c.record[1+i] = tables.FormatNumber(v)
			}
		}
		if err := c.to.Write(c.record); err != nil {
			return err
		}
		c.rows++
	}
	return nil
}

// Close writes what is left. It does not close what the file is written to.
func (c *CSVWriter) Close() error {
	c.to.Flush()
	return c.to.Error()
}
