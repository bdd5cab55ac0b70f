package plots

import (
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

var update = flag.Bool("update", false, "write the golden files again")

// goldenFigures are pictures that were looked at and found good.
var goldenFigures = []struct {
	name, chart string
	run         *tables.Package
}{
	{"throughput", "throughput", examplePackage(exampleAnnual())},
	{"utilisation", "utilisation", examplePackage(exampleMonthly(), exampleSegments(1))},
	{"utilisation-lines", "utilisation", examplePackage(exampleMonthly(), exampleSegments(3))},
	{"utilisation-strips", "utilisation", examplePackage(exampleMonthly(), exampleSegments(10))},
	{"additions", "additions", examplePackage(exampleAnnual(), exampleProjects(4))},
	{"additions-many", "additions", examplePackage(exampleAnnual(), exampleProjects(25))},
	{"map", "map", exampleCorridor()},
	{"map-earth", "map", exampleOnEarth()},
	{"map-years", "map-years", exampleOnEarth()},
	{"map-futures", "map-futures", exampleFuturesOnEarth()},
	{"binding", "binding", exampleCorridor()},
	{"cargo", "cargo", exampleCorridor()},
	{"flows", "flows", exampleCorridor()},
	{"legs", "legs", exampleCorridor()},
	{"timeline", "timeline", examplePackage(exampleAnnual(), exampleManyProjects())},
	{"hindcast", "hindcast", examplePackage(exampleHindcast(), exampleExperiments())},
	{"errors", "errors", examplePackage(exampleHindcast(), exampleExperiments())},
	{"misses", "misses", examplePackage(exampleHindcast(), exampleExperiments())},
	{"predictive", "predictive", exampleCalibration(9)},
	{"posterior", "posterior", exampleCalibration(10)},
	{"posterior-many", "posterior", exampleCalibration(20)},
	{"pit", "pit", exampleCalibration(3)},
	{"fan", "fan", exampleEnsemble()},
	{"fan-alone", "fan", manyFutures()},
	{"chance", "chance", exampleEnsemble()},
	{"attainment", "attainment", exampleEnsemble()},
	{"bottlenecks", "bottlenecks", exampleEnsemble()},
	{"bottlenecks-months", "bottlenecks", examplePackage(exampleBottlenecks(18))},
	{"holding", "holding", exampleEnsemble()},
	{"holding-months", "holding", examplePackage(exampleBottlenecks(18))},
	{"ranking", "ranking", exampleRanking(11)},
	{"plans", "plans", examplePackage(examplePlans("mean throughput_mt_2030", "throughput_mt_2030")...)},
	{"regret", "regret", examplePackage(exampleRegrets(4))},
	{"ranking-many", "ranking", exampleRanking(38)},
	{"worth", "worth", exampleRanking(11)},
	{"costs", "costs", exampleRanking(11)},
	{"costs-many", "costs", exampleRanking(38)},
	{"tradeoff", "tradeoff", exampleDiscovery()},
	{"box", "box", exampleDiscovery()},
	{"difference", "difference", exampleEnsemble()},
	{"difference-two", "difference", examplePackage(exampleDifferences(exampleDraws, "sea-first", "late"))},
	{"difference-three", "difference", examplePackage(exampleDifferences(exampleDraws, "sea-first", "late", "half"))},
	{"difference-expected", "difference", examplePackage(exampleDifferences(1, "sea-first"))},
	{"breakdown", "breakdown", exampleTaken("sea-first")},
	{"breakdown-three", "breakdown", exampleTaken("sea-first", "late", "half")},
	{"contributions", "contributions", examplePackage(exampleContributions("sea-first"), exampleDifferences(1, "sea-first"))},
	{"shares", "shares", exampleMattering()},
	{"tornado", "tornado", exampleMattering()},
	{"matrix", "matrix", examplePackage(exampleMatrix(3, 4))},
}

func mustWrite(t testing.TB, chart string, run *tables.Package, format string) []byte {
	c, ok := Lookup(chart)
	require.True(t, ok, chart)
	require.True(t, c.Possible(run), chart)
	figure, err := c.Draw(run)
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, figure.Write(&out, format))
	return out.Bytes()
}

// TestGolden compares SVG files byte by byte and PNG files by their pixels,
// which do not depend on the version of the compressor. It must pass on every
// architecture.
func TestGolden(t *testing.T) {
	for _, g := range goldenFigures {
		t.Run(g.name, func(t *testing.T) {
			t.Parallel()
			golden(t, g.name+".svg", mustWrite(t, g.chart, g.run, SVG))
			golden(t, g.name+".png.sha256", []byte(pixels(t, mustWrite(t, g.chart, g.run, PNG))+"\n"))
		})
	}
}

func golden(t *testing.T, name string, got []byte) {
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	if !bytes.Equal(want, got) {
		t.Errorf("%s differs; if the new picture is better, run the test with -update", path)
	}
}

func pixels(t *testing.T, file []byte) string {
	picture, err := png.Decode(bytes.NewReader(file))
	require.NoError(t, err)
	flat := image.NewNRGBA(picture.Bounds())
	draw.Draw(flat, flat.Bounds(), picture, flat.Bounds().Min, draw.Src)
	sum := sha256.Sum256(flat.Pix)
	return fmt.Sprintf("%x", sum)
}

func TestSameBytesEveryTime(t *testing.T) {
	for _, g := range goldenFigures {
		t.Run(g.name, func(t *testing.T) {
			t.Parallel()
			formats := []string{PDF} // TestGolden compares SVG, and the pixels of PNG
			if g.name == "map" {
				formats = append(formats, PNG)
			}
			for _, format := range formats {
				first := mustWrite(t, g.chart, g.run, format)
				require.True(t, bytes.Equal(first, mustWrite(t, g.chart, g.run, format)), format)
			}
		})
	}
}

func TestFigureCanBeWrittenAgain(t *testing.T) {
	c, _ := Lookup("throughput")
	figure, err := c.Draw(examplePackage(exampleAnnual()))
	require.NoError(t, err)
	var first, second bytes.Buffer
	require.NoError(t, figure.Write(&first, SVG))
	require.NoError(t, figure.Write(io.Discard, PNG))
	require.NoError(t, figure.Write(&second, SVG))
	require.Equal(t, first.Bytes(), second.Bytes())
}

func TestUnknownFormat(t *testing.T) {
	c, _ := Lookup("throughput")
	figure, err := c.Draw(examplePackage(exampleAnnual()))
	require.NoError(t, err)
	err = figure.Write(io.Discard, "gif")
	require.EqualError(t, err, `unknown format "gif", known are svg, png, pdf`)
}

func TestWriteReportsTheWriter(t *testing.T) {
	c, _ := Lookup("throughput")
	figure, err := c.Draw(examplePackage(exampleAnnual()))
	require.NoError(t, err)
	for _, format := range Formats {
		require.ErrorIs(t, figure.Write(fullDisk{}, format), io.ErrShortWrite, format)
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestSVGIsWellFormedAndSpeaks(t *testing.T) {
	run := examplePackage(exampleAnnual())
	run.Title = "Tariffs < 5 & \"no\" delay\x00"
	svg := mustWrite(t, "throughput", run, SVG)
	for decoder := xml.NewDecoder(bytes.NewReader(svg)); ; {
		if _, err := decoder.Token(); err == io.EOF {
			break
		} else {
			require.NoError(t, err)
		}
	}
	text := string(svg)
	require.Contains(t, text, "<title>In 2035 the corridor carries 10.0 of the 13.6 Mt that would come with no limit</title>")
	require.Contains(t, text, "Throughput by year: 2023 2.8, 2024 4.5")
	require.Contains(t, texts(svg), "Turned away in the year")
	require.Contains(t, text, "@font-face", "text brings its letters")
	require.Less(t, len(text), 32<<10)
}

func TestPNGTellsItsSize(t *testing.T) {
	file := mustWrite(t, "throughput", examplePackage(exampleAnnual()), PNG)
	i := bytes.Index(file, []byte("pHYs"))
	require.Positive(t, i)
	require.Equal(t, []byte{0, 0, 0x1d, 0x87, 0, 0, 0x1d, 0x87, 1}, file[i+4:i+13], "7559 dots per metre")
	config, err := png.DecodeConfig(bytes.NewReader(file))
	require.NoError(t, err)
	require.Equal(t, 1680, config.Width)
}

func BenchmarkWrite(b *testing.B) {
	for _, g := range goldenFigures {
		for _, format := range Formats {
			b.Run(g.name+"/"+format, func(b *testing.B) {
				for b.Loop() {
					b.SetBytes(int64(len(mustWrite(b, g.chart, g.run, format))))
				}
			})
		}
	}
}
