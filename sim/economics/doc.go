// Package economics sets amounts of different years against each other: present values,
// benefit-cost ratios, internal rates of return, and what works are worth at the end, by the
// conventions of the EU's guide (European Commission 2014, Guide to Cost-Benefit Analysis of
// Investment Projects: Economic Appraisal Tool for Cohesion Policy 2014–2020, chapter 2).
//
// [TermsOf] reads from a corridor how its scenario appraises, and [Terms.Worth] is where to
// begin. Amounts are in USD million in the prices of one year, whole years at a time.
//
// It imports model and model/portable, as its results reach files.
package economics
