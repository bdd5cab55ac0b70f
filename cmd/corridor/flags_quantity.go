package main

import (
	"strconv"

	"corridor/scenarios/language"
)

// quantity is a number on the command line as files have it, plain or with a unit, which is read
// when it is known what it is of; "" for one that is not given.
type quantity string

func (q *quantity) String() string { return string(*q) }

func (*quantity) Type() string { return "value" }

func (q *quantity) Set(given string) error {
	if err := language.Unreadable(given); err != nil {
		return err
	}
	*q = quantity(given)
	return nil
}

// dollars is an amount of money on the command line, USD.
type dollars float64

func (d *dollars) String() string { return strconv.FormatFloat(float64(*d), 'g', -1, 64) }

func (*dollars) Type() string { return "USD" }

func (d *dollars) Set(given string) error {
	v, err := language.Amount(given, "USD")
	switch {
	case err != nil:
		return usageError("expected an amount in USD such as 2e9 or 'USD 2 bn': %w", err)
	case !(v >= 0 && v <= 1e15):
		return usageError("expected an amount in USD from 0 to 1e15")
	case v > 0 && v < 1e4:
		return usageError("USD %v is less than anything costs; a number alone is in USD, such as 2e9 or 'USD 2 bn'", v)
	}
	*d = dollars(v)
	return nil
}
