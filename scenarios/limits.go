package scenarios

import "corridor/scenarios/text"

// fits reports a scenario that is larger, with all it extends and all overlays, than a
// file may be.
func fits(root *text.Tree, report *text.Report) bool {
	values, bytes := root.Size()
	switch {
	case values > text.MaxNodes:
		report.Mistake(root.Position, "with all it extends and all overlays the scenario has %d values, expected at most %d", values, text.MaxNodes)
	case bytes > text.MaxFileBytes:
		report.Mistake(root.Position, wholeTooLarge, bytes, text.MaxFileBytes)
	default:
		return true
	}
	return false
}

// fits reports a scenario whose text, with the works of the library that it names, is
// larger than a file may be.
func (s *Scenario) fits(report *text.Report) bool {
	whole := s.complete()
	if !fits(whole, report) {
		return false
	}
	s.effective = whole.Print()
	if n := len(s.effective); n > text.MaxFileBytes {
		report.Mistake(s.root.Position, wholeTooLarge, n, text.MaxFileBytes)
		return false
	}
	return true
}

const wholeTooLarge = "with all it extends and all overlays the scenario has %d bytes, expected at most %d"
