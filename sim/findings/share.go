package findings

import "fmt"

// Decided is the share of the draws in which a sentence must hold to be stated: very likely,
// in the words of the IPCC (Mastrandrea et al. 2010, Guidance Note for Lead Authors of the
// IPCC Fifth Assessment Report on Consistent Treatment of Uncertainties, table 1). One that
// holds in at most as small a share, 1 − Decided, is denied; any other is undecided.
const Decided = 0.9

// Verdict is what a share of the draws says of a sentence.
type Verdict string

// The verdicts.
const (
	Holds     Verdict = "holds"
	Fails     Verdict = "fails"
	Undecided Verdict = "undecided"
)

// Share is the share of the draws in which a sentence holds, with the ends of its 95 %
// interval: what so many draws can tell of the share of all futures.
type Share struct {
	Of   float64 `json:"share" doc:"share of the draws in which it holds"`
	Low  float64 `json:"low" doc:"low end of the 95 % interval"`
	High float64 `json:"high" doc:"high end of the 95 % interval"`
}

// Verdict judges a sentence. Without draws, of share NaN, it is undecided.
func (s Share) Verdict() Verdict { return judge(s.Of) }

// Open reports whether the draws are too few for their verdict: an end of the interval
// has another.
func (s Share) Open() bool { return judge(s.Low) != s.Verdict() || judge(s.High) != s.Verdict() }

func judge(share float64) Verdict {
	const denied = 1 - Decided
	switch {
	case share >= Decided:
		return Holds
	case share <= denied:
		return Fails
	}
	return Undecided
}

// Rule says for readers what the verdicts are.
var Rule = fmt.Sprintf("What holds, and in how many of the futures (95 %% interval): stated from %.0f %% on, denied up to %.0f %%, undecided between.", 100*Decided, 100*(1-Decided))
