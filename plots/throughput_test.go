package plots

import (
	"bytes"
	"fmt"
	"log"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

func ExampleChart_throughput() {
	run := examplePackage(exampleAnnual()) // as tables.ReadDir returns it
	chart, _ := Lookup("throughput")
	figure, err := chart.Draw(run)
	if err != nil {
		log.Fatal(err)
	}
	var file bytes.Buffer
	if err := figure.Write(&file, SVG); err != nil {
		log.Fatal(err)
	}
	fmt.Println(regexp.MustCompile(`<title>.*</title>`).FindString(file.String()))
	// Output: <title>In 2035 the corridor carries 10.0 of the 13.6 Mt that would come with no limit</title>
}

var textLines = regexp.MustCompile(`<text [^>]*>([^<]*)</text>`)

// texts returns every line of text in a picture.
func texts(svg []byte) (out []string) {
	for _, m := range textLines.FindAllSubmatch(svg, -1) {
		out = append(out, string(m[1]))
	}
	return out
}

var embeddedFonts = regexp.MustCompile(`(?s)<style>.*</style>`)

// drawnIn returns a picture without the fonts it carries.
func drawnIn(svg []byte) string { return string(embeddedFonts.ReplaceAll(svg, nil)) }

func TestThroughputLabelsItsEnds(t *testing.T) {
	labels := texts(mustWrite(t, "throughput", examplePackage(exampleAnnual()), SVG))
	require.Subset(t, labels, []string{"2.8", "5.8", "10.0", "13.6", "Mt per year", "Not carried", "2035"})
}

func TestThroughputSaysWhenNothingIsLost(t *testing.T) {
	plenty := []float64{20, 20, 20}
	run := examplePackage(annualTable(exampleYears[:3], examplePotential[:3], plenty, plenty))
	require.Contains(t, texts(mustWrite(t, "throughput", run, SVG)), "No cargo waits at a year&#39;s end or is turned away")
}
