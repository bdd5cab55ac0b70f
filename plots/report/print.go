package report

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// browsers are programs that print a page from the command line, by name or place.
var browsers = []string{
	"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
	`C:\Program Files\Google\Chrome\Application\chrome.exe`, `C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
}

// ErrNoBrowser says that nothing is installed that prints a page.
var ErrNoBrowser = errors.New("no browser was found that prints from the command line: Chromium, Chrome or Edge; make the page without --format pdf and print it from any browser: it is laid out for A4")

// Browser returns the first program installed that prints a page, "" for none.
func Browser() string {
	for _, name := range browsers {
		if file, err := exec.LookPath(name); err == nil {
			return file
		}
	}
	return ""
}

// longestPrint is how long a browser may take.
const longestPrint = 3 * time.Minute

// Print returns a page in PDF as a browser prints it, from and to a directory of its own. The
// bytes are the browser's, and other ones each time.
func Print(ctx context.Context, browser string, page []byte) ([]byte, error) {
	dir, err := os.MkdirTemp("", "corridor-report-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	from, to := filepath.Join(dir, "report.html"), filepath.Join(dir, "report.pdf")
	if err := os.WriteFile(from, page, 0o600); err != nil {
		return nil, err
	}
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(from)}
	flags := []string{"--headless", "--disable-gpu", "--no-first-run", "--user-data-dir=" + filepath.Join(dir, "profile"), "--no-pdf-header-footer", "--generate-pdf-document-outline", "--print-to-pdf=" + to}
	if os.Geteuid() == 0 {
		flags = append(flags, "--no-sandbox") // which it cannot have as root; the page runs nothing but its own script
	}
	within, cancel := context.WithTimeout(ctx, longestPrint)
	defer cancel()
	said, err := exec.CommandContext(within, browser, append(flags, address.String())...).CombinedOutput()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	pdf, missing := os.ReadFile(to)
	if err != nil || missing != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
		lines := strings.Split(strings.TrimSpace(string(said)), "\n")
		return nil, fmt.Errorf("%s did not print the page (%v): %s", browser, errors.Join(err, missing), lines[len(lines)-1])
	}
	return pdf, nil
}
