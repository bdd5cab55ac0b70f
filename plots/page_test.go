package plots

// english is the page of a chart without options.
var english = func() *page {
	on, err := newPage(Options{Lang: "en"})
	if err != nil {
		panic(err)
	}
	return on
}()
