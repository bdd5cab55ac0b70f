package main

import (
	"errors"
	"fmt"
	"strconv"

	"corridor/scenarios/language"
	"corridor/scenarios/text"
)

// whole is a whole number on the command line. It is decimal whatever it looks like:
// pflag's own numbers take 0712 as octal and know 0x10 and 1_000.
type whole uint64

func (n *whole) String() string { return strconv.FormatUint(uint64(*n), 10) }

func (*whole) Type() string { return "number" }

func (n *whole) Set(text string) error {
	v, err := readWhole(text)
	if err == nil {
		*n = whole(v)
	}
	return err
}

// readWhole reads a whole number in decimal digits.
func readWhole(text string) (uint64, error) {
	v, err := strconv.ParseUint(text, 10, 64)
	switch {
	case errors.Is(err, strconv.ErrRange):
		return 0, errors.New("expected a whole number below 2^64")
	case err != nil:
		return 0, errors.New("expected a whole number in decimal digits, such as 1000")
	}
	return v, nil
}

// percentage is a share that is given as 0.5% or as 0.005. A number of 1 or more
// without the sign can be either and is refused.
type percentage float64

func (p *percentage) String() string {
	return strconv.FormatFloat(100*float64(*p), 'g', 6, 64) + "%"
}

func (*percentage) Type() string { return "percent" }

func (p *percentage) Set(given string) error {
	v, err := language.Amount(given, "")
	isPercent := !text.IsNumber(given)
	switch {
	case err != nil:
		return errors.New("expected a share such as 0.5% or 0.005")
	case isPercent && !(v >= 0 && v <= 1):
		return errors.New("expected a share from 0% to 100%")
	case isPercent:
	case v >= 1 && v <= 100:
		return fmt.Errorf("did you mean %s%%? Without the sign %% a share is below 1, such as 0.005 for 0.5%%", given)
	case !(v >= 0 && v < 1):
		return errors.New("expected a share such as 0.5% or 0.005")
	}
	*p = percentage(v)
	return nil
}

// smallShare is a percentage of which only a small one can be meant: 0.5 is no less likely half a
// percent than a half.
type smallShare percentage

// mostPlain is the most that a small percentage can be without the sign.
const mostPlain = 0.1

func (s *smallShare) String() string { return (*percentage)(s).String() }

func (*smallShare) Type() string { return (*percentage)(nil).Type() }

func (s *smallShare) Set(given string) error {
	var p percentage
	if err := p.Set(given); err != nil {
		return err
	}
	if p > mostPlain && text.IsNumber(given) {
		return fmt.Errorf("did you mean %s%%? Here a share above %v has the sign %%: %s%% or %v", given, mostPlain, given, &p)
	}
	*s = smallShare(p)
	return nil
}
