package language

import (
	"time"

	"corridor/model/calendar"
)

// lasting is a time in days of the calendar: from its first to before its end.
type lasting struct{ first, end time.Time }

const daysPerWeek = 7

// parseSpan reads a day such as 2027-03-10, or a month such as 2027-03, which is all of its days.
func parseSpan(said string) (lasting, error) {
	if day, err := time.Parse(time.DateOnly, said); err == nil && firstYear <= day.Year() && day.Year() <= lastYear {
		return lasting{day, day.AddDate(0, 0, 1)}, nil
	}
	month, err := parseMonth(said)
	if err != nil {
		return lasting{}, err
	}
	return lasting{firstOfMonth(month), firstOfMonth(month + 1)}, nil
}

// firstOfMonth is the first day of a month.
func firstOfMonth(m calendar.Month) time.Time {
	return time.Date(m.Year(), time.Month(m.Index()+1), 1, 0, 0, 0, 0, time.UTC)
}

// beginsIn is the month in which what a map dates begins.
func beginsIn(v value) calendar.Month {
	from, err := parseSpan(v.of("from").string())
	if err != nil {
		return 0
	}
	return monthOf(from.first)
}

func monthOf(day time.Time) calendar.Month { return calendar.NewMonth(day.Year(), day.Month()) }

// monthsAfter is the same day some months later, or where that month is shorter its last.
func monthsAfter(day time.Time, months int) time.Time {
	month := monthOf(day) + calendar.Month(months)
	first := firstOfMonth(month)
	return first.AddDate(0, 0, min(day.Day(), daysIn(month))-1)
}

// daysIn is the number of days in a month, of which a February has 29 in a leap year.
func daysIn(m calendar.Month) int { return daysBetween(firstOfMonth(m), firstOfMonth(m+1)) }

func daysBetween(first, end time.Time) int { return int(end.Sub(first).Hours()) / hoursPerDay }

const hoursPerDay = 24

// piece is a run of months, of each of which something lasts the same share.
type piece struct {
	from, to calendar.Month
	share    float64 // of the days of each month
}

// pieces divides a time by how much of each month it takes: of the first and of the last month a
// share of their days, and all of those between.
func (l lasting) pieces() (list []piece) {
	if !l.first.Before(l.end) {
		return nil
	}
	last := monthOf(l.end.AddDate(0, 0, -1))
	for month := monthOf(l.first); month <= last; month++ {
		share := l.shareOf(month)
		if n := len(list); n > 0 && list[n-1].share == share {
			list[n-1].to = month
			continue
		}
		list = append(list, piece{month, month, share})
	}
	return list
}

// shareOf is the share of the days of a month that lie in the time.
func (l lasting) shareOf(month calendar.Month) float64 {
	first, end := firstOfMonth(month), firstOfMonth(month+1)
	days := daysBetween(first, end)
	if l.first.After(first) {
		first = l.first
	}
	if l.end.Before(end) {
		end = l.end
	}
	return float64(daysBetween(first, end)) / float64(days)
}
