package tables

import (
	"fmt"
	"strconv"

	"corridor/model/calendar"
)

// Period is a year or a month.
type Period struct {
	Month  calendar.Month // of a year its December
	Yearly bool
}

// ParsePeriod reads a year such as 2028 or a month such as 2028-12.
func ParsePeriod(text string) (Period, error) {
	if year, err := strconv.ParseUint(text, 10, 64); err == nil && len(text) == len("2028") {
		return Period{calendar.NewMonth(int(year), 12), true}, nil
	}
	month, err := calendar.ParseMonth(text)
	if err != nil {
		return Period{}, fmt.Errorf("%.60q is not a period, expected a year such as 2028 or a month such as 2028-12", text)
	}
	return Period{month, false}, nil
}

// Year returns the year the period is or lies in.
func (p Period) Year() int { return p.Month.Year() }

// Like returns the period of the same length, year or month, that ends with a month.
func (p Period) Like(month calendar.Month) Period { return Period{month, p.Yearly} }

// String writes 2028 or 2028-12.
func (p Period) String() string {
	if p.Yearly {
		return fmt.Sprintf("%04d", p.Year())
	}
	return p.Month.String()
}

// Name writes the period as a reader says it: 2028, or December 2028.
func (p Period) Name() string {
	if p.Yearly {
		return p.String()
	}
	return p.Month.Name()
}

// MarshalText writes what String does.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what ParsePeriod does.
func (p *Period) UnmarshalText(text []byte) (err error) {
	*p, err = ParsePeriod(string(text))
	return err
}
