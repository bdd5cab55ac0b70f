package runs

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"corridor/scenarios"
	"corridor/sim/journal"
	"corridor/sim/sheet"
)

// task is the rows that a plan has computed, with what must stay the same when it is continued.
type task struct {
	scenario *scenarios.Scenario
	seed     uint64
	question string // in words: all else that makes a row what it is
	rows     int    // at most
	of       string // what a row is called, such as draws
}

// header says what the journal of a task belongs to.
func (t *task) header() journal.Header {
	return journal.Header{
		Program: strings.TrimSpace(Version + " " + commit()), Scenario: sha256.Sum256([]byte(t.scenario.Effective())),
		Seed: t.seed, Design: shortened(t.question), Draws: uint64(t.rows), Chunk: sheet.ChunkRows, Shard: 1, Shards: 1,
	}
}

// shortened is a question in so many letters as a journal takes, still told from others.
func shortened(question string) string {
	const most = 400
	if len(question) <= most {
		return question
	}
	return fmt.Sprintf("%.*s… %s", most, strings.ToValidUTF8(question[:most], ""), hash([]byte(question)))
}

// keep opens the journal of a task and says who is told of rows that are done, both nil where
// nobody is, and what is to be called when all are.
func (by *means) keep(t task) (kept sheet.Journal, show func(rows int), end func(), err error) {
	if kept, err = by.sheetJournal(t.header()); err != nil {
		return nil, nil, nil, err
	}
	if by.journal != nil {
		by.kept = func() string {
			if by.journal.Len() == 0 {
				return ""
			}
			return fmt.Sprintf("%d of %d %s", min(t.rows, by.journal.Len()*sheet.ChunkRows), t.rows, t.of)
		}
	}
	end = func() {}
	if by.Progress != nil {
		done := 0
		if by.journal != nil {
			done = min(t.rows, by.journal.Len()*sheet.ChunkRows)
		}
		tell, over := by.Progress(uint64(t.rows), uint64(done))
		show, end = func(rows int) { tell(uint64(rows)) }, over
	}
	return kept, show, end, nil
}
