package library

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// A journal is the file that has each change of a note or a correction in one
// line: eight hexadecimal digits, the CRC-32 (Castagnoli) of the rest, a space,
// and a record in JSON. It only grows. A line that does not fit its sum is left
// out when it is read.
type journal struct{ path string }

// castagnoli is the table of the sums of lines and rows.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// maxLine is the most bytes of a line: more is damage.
const maxLine = 64 << 20

// size returns the length in bytes; 0 where there is no file.
func (j *journal) size() (int64, error) {
	info, err := os.Stat(j.path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// append adds lines to the end, and returns when they are on the disk.
func (j *journal) append(lines []byte) error {
	f, err := os.OpenFile(j.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(lines)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// cut makes the journal as short as it was before lines were added that do not
// hold.
func (j *journal) cut(size int64) error {
	if now, err := j.size(); err != nil || now <= size {
		return err
	}
	return os.Truncate(j.path, size)
}

// mend ends the last line where a program died while writing it, so that the
// next one stands alone. It returns the length.
func (j *journal) mend() (int64, error) {
	size, err := j.size()
	if err != nil || size == 0 {
		return size, err
	}
	f, err := os.Open(j.path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var last [1]byte
	if _, err := f.ReadAt(last[:], size-1); err != nil {
		return 0, err
	}
	if last[0] == '\n' {
		return size, nil
	}
	return size + 1, j.append([]byte{'\n'})
}

// replace puts a file with these lines in the journal's place.
func (j *journal) replace(lines []byte) error {
	f, err := os.CreateTemp(filepath.Dir(j.path), journalName+".*") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // is gone by then where all went well
	_, err = f.Write(lines)
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), j.path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(j.path))
}

// records calls f for each record from an offset on, and returns how many lines
// could not be read.
func (j *journal) records(from int64, f func(record) error) (bad int, err error) {
	file, err := os.Open(j.path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	defer file.Close()
	if _, err := file.Seek(from, io.SeekStart); err != nil {
		return 0, err
	}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		if len(lines.Bytes()) == 0 {
			continue
		}
		r, err := parseLine(lines.Bytes())
		if err != nil {
			bad++
			continue
		}
		if err := f(r); err != nil {
			return bad, err
		}
	}
	return bad, lines.Err()
}

// A record is a line of the journal: a note or a correction as it was after a
// change.
type record struct {
	Note       *noteRecord       `json:"note,omitempty"`
	Correction *correctionRecord `json:"correction,omitempty"`
	Article    *articleRecord    `json:"article,omitempty"` // nil: every article
}

// An articleRecord names an article, so that a note can be read without the
// database.
type articleRecord struct {
	Key     string `json:"key"`
	URL     string `json:"url,omitempty"`
	Title   string `json:"title,omitempty"`
	Version string `json:"version,omitempty"`
}

// line returns the line of a record.
func (r record) line() ([]byte, error) {
	data, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, "%08x %s\n", crc32.Checksum(data, castagnoli), data), nil
}

// parseLine is the inverse of line, without the line's end.
func parseLine(line []byte) (record, error) {
	sum, data, ok := bytes.Cut(line, []byte{' '})
	if !ok || len(sum) != 8 {
		return record{}, errors.New("no sum")
	}
	want, err := strconv.ParseUint(string(sum), 16, 32)
	if err != nil || uint32(want) != crc32.Checksum(data, castagnoli) {
		return record{}, errors.New("the sum does not fit")
	}
	var r record
	if err := json.Unmarshal(data, &r); err != nil {
		return record{}, err
	}
	switch {
	case (r.Note == nil) == (r.Correction == nil),
		r.Note != nil && (r.Article == nil || r.Note.ID == "" || r.Note.Revision < 1),
		r.Correction != nil && (r.Correction.ID == "" || r.Correction.Revision < 1),
		r.Article != nil && r.Article.Key == "":
		return record{}, errors.New("an incomplete record")
	}
	return r, nil
}

// journal adds a record to what is written to the journal before the commit.
func (c *change) journal(r record) error {
	line, err := r.line()
	c.lines = append(c.lines, line...)
	return err
}

// replay takes in the journal from an offset on: what is newer than the rows.
// An article that is not there any more gets a row.
func (c *change) replay(j *journal, from int64, now time.Time) (bad int, err error) {
	return j.records(from, func(r record) error {
		var article int64
		if r.Article != nil {
			var err error
			if article, err = c.provideArticle(*r.Article, now); err != nil {
				return err
			}
		}
		if r.Note != nil {
			return c.replayNote(r.Note.note(article))
		}
		return c.replayCorrection(r.Correction.correction(article), r.Correction.Revision)
	})
}

// rewrite writes the journal anew, of all notes and corrections that are there,
// and returns its length.
func (c *change) rewrite(j *journal) (int64, error) {
	var lines bytes.Buffer
	add := func(r record) error {
		line, err := r.line()
		lines.Write(line)
		return err
	}
	if err := c.recordNotes(add); err != nil {
		return 0, err
	}
	if err := c.recordCorrections(add); err != nil {
		return 0, err
	}
	return int64(lines.Len()), j.replace(lines.Bytes())
}
