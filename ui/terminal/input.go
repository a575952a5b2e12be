// Package terminal deals with the terminal itself, where Bubble Tea does not:
// it asks for the background colour without waiting, and keeps the answers out
// of the keys.
package terminal

import (
	"bytes"
	"os"
	"strconv"
	"strings"
)

// Query asks the terminal for its background colour (OSC 11 of xterm's control
// sequences). An Input picks the answer out, if there is one.
const Query = "\x1b]11;?\x1b\\"

// maxReply is the longest answer, in bytes, that an Input waits for the end of.
const maxReply = 256

// An Input is the keyboard without the terminal's answers: operating system
// commands (OSC) are taken out of what is read. It is a file, so that Bubble
// Tea can set its mode and wait for it.
type Input struct {
	*os.File
	background chan bool
	held       []byte // an answer whose end has not come yet
}

// NewInput returns the keyboard at a terminal.
func NewInput(f *os.File) *Input {
	return &Input{File: f, background: make(chan bool, 1)}
}

// Background receives, once the terminal has said so, whether its background
// is dark.
func (in *Input) Background() <-chan bool { return in.background }

// Read reads keys. It may return none without an error where all that came was
// an answer.
func (in *Input) Read(b []byte) (int, error) {
	n, err := in.File.Read(b)
	return copy(b, in.filter(b[:n])), err
}

// filter returns the keys in what was read. It never returns more bytes than
// it was given.
func (in *Input) filter(b []byte) []byte {
	start := []byte("\x1b]")
	if len(in.held) == 0 && !bytes.Contains(b, start) {
		return b
	}
	all := append(in.held, b...)
	in.held = nil
	var keys []byte
	for {
		i := bytes.Index(all, start)
		if i < 0 {
			return append(keys, all...)
		}
		keys = append(keys, all[:i]...)
		all = all[i:]
		if len(all) == 2 || all[2] < '0' || all[2] > '9' {
			keys = append(keys, all[:2]...) // alt+] was pressed
			all = all[2:]
			continue
		}
		end, size := terminator(all)
		if end < 0 {
			if len(all) <= maxReply {
				in.held = append(in.held, all...)
			}
			return keys
		}
		in.answer(string(all[len(start):end]))
		all = all[end+size:]
	}
}

// terminator returns where an OSC ends and the length of what ends it: BEL or
// ST; -1 if it does not.
func terminator(b []byte) (end, size int) {
	for i := 2; i < len(b); i++ {
		if b[i] == '\a' {
			return i, 1
		}
		if b[i] == '\x1b' && i+1 < len(b) && b[i+1] == '\\' {
			return i, 2
		}
	}
	return -1, 0
}

func (in *Input) answer(osc string) {
	dark, ok := parseBackground(osc)
	if !ok {
		return
	}
	select {
	case in.background <- dark:
	default: // one answer is enough
	}
}

// parseBackground reads "11;rgb:RRRR/GGGG/BBBB", with one to four hexadecimal
// digits a colour, and tells whether the colour is dark.
func parseBackground(osc string) (dark, ok bool) {
	body, ok := strings.CutPrefix(osc, "11;")
	if !ok {
		return false, false
	}
	body = strings.TrimPrefix(strings.TrimPrefix(body, "rgba:"), "rgb:")
	parts := strings.Split(body, "/")
	if len(parts) < 3 {
		return false, false
	}
	var c [3]float64
	for i := range c {
		n, err := strconv.ParseUint(parts[i], 16, 16)
		if err != nil {
			return false, false
		}
		c[i] = float64(n) / float64(uint64(1)<<(4*len(parts[i]))-1)
	}
	// Luma by ITU-R BT.601: how light the eye finds the colour.
	return 0.299*c[0]+0.587*c[1]+0.114*c[2] < 0.5, true
}

// Answers reports whether the terminal of the name in TERM can be asked at
// all: some print what they do not understand, and a multiplexer of the name
// "screen" may stand for several terminals.
func Answers(term string) bool {
	return term != "" && term != "dumb" && term != "linux" && !strings.HasPrefix(term, "screen")
}

// DarkByEnv guesses the background from the variable COLORFGBG ("15;0"), which
// some terminals set. Without it, dark is more common.
func DarkByEnv(colorfgbg string) bool {
	parts := strings.Split(colorfgbg, ";")
	n, err := strconv.Atoi(parts[len(parts)-1])
	return err != nil || n < 7 || n == 8
}
