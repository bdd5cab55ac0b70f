package main

import (
	"errors"
	"math"
	"strconv"
)

// drawFlag is the number of a draw, which may be left out.
type drawFlag struct {
	given bool
	draw  uint64
}

func (d *drawFlag) String() string {
	if !d.given {
		return ""
	}
	return strconv.FormatUint(d.draw, 10)
}

func (*drawFlag) Type() string { return "number" }

func (d *drawFlag) Set(text string) error {
	n, err := readWhole(text)
	if err != nil || n > math.MaxUint32 {
		return errors.New("expected the number of a draw, counted from 0")
	}
	*d = drawFlag{true, n}
	return nil
}

// number returns the number of the draw, nil where it was left out.
func (d *drawFlag) number() *uint64 {
	if !d.given {
		return nil
	}
	return &d.draw
}
