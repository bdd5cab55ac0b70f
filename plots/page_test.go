package plots

import "corridor/plots/page"

// english is the page of a chart without options.
var english = func() *page.Page {
	on, err := page.New(Options{})
	if err != nil {
		panic(err)
	}
	return on
}()
