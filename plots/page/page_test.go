package page

// english is the page of a chart without options.
var english = func() *Page {
	on, err := New(Options{Lang: "en"})
	if err != nil {
		panic(err)
	}
	return on
}()
