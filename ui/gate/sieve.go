package gate

import (
	"encoding/binary"
	"unicode/utf8"
)

// A sieve sorts a stream that comes in pieces. What it keeps back is never more
// than maxSequence bytes.
type sieve struct {
	look    look
	held    []byte // an unfinished sequence or character
	inside  bool   // held did not stand at the start of a piece
	last    rune   // the last character of the pieces before
	refused int
}

// A look judges what stands at an offset of a piece: it returns the bytes that
// it is of, and what is to become of them.
type look func(p piece, at int) (n int, v verdict)

// A piece is what was written at once.
type piece struct {
	bytes []byte
	start bool // its first byte is the first one of a Write
	last  rune // the character before it
}

type verdict uint8

const (
	refused    verdict = iota // it is replaced
	passes                    // it is let through
	unfinished                // more must be seen
)

// replacement stands for what does not pass.
const replacement = "\ufffd"

// pass returns what of b may be written now. Where nothing is held or replaced
// that is b itself.
func (s *sieve) pass(b []byte) []byte {
	if len(b) == 0 {
		return nil
	}
	if len(s.held) == 0 {
		return s.run(piece{b, true, s.last}, false)
	}
	joined := append(append([]byte(nil), s.held...), b...)
	p := piece{joined, !s.inside, s.last}
	if n, v := s.look(p, 0); v == unfinished || n > len(s.held) {
		s.held = s.held[:0]
		return s.run(p, false)
	}
	// What follows is no end of what was held. It is judged as the frame that
	// it is, not as one that begins with a stray piece.
	out := append([]byte(nil), s.finish()...)
	return append(out, s.run(piece{b, true, s.last}, false)...)
}

// finish returns what was held, judged without an end to come.
func (s *sieve) finish() []byte {
	if len(s.held) == 0 {
		return nil
	}
	p := piece{append([]byte(nil), s.held...), !s.inside, s.last}
	s.held = s.held[:0]
	return s.run(p, true)
}

// once sorts a whole stream.
func once(b []byte, l look) ([]byte, int) {
	s := sieve{look: l}
	out := s.run(piece{bytes: b, start: true}, true)
	return out, s.refused
}

// run sorts a piece. At its end nothing is held if it is the final one.
func (s *sieve) run(p piece, final bool) []byte {
	var out []byte // stays nil as long as nothing is replaced
	b, kept := p.bytes, 0
	at := 0
	for at < len(b) {
		if n := printable(b[at:]); n > 0 {
			at += n
			continue
		}
		n, v := s.look(p, at)
		if v == passes {
			at += n
			continue
		}
		if v == unfinished && !final {
			s.held = append(s.held[:0], b[at:]...)
			s.inside = at > 0 || !p.start
			break
		}
		if out == nil {
			out = make([]byte, 0, len(b)+len(b)/4+len(replacement))
		}
		out = append(append(out, b[kept:at]...), replacement...)
		s.refused++
		at += n
		kept = at
	}
	if at > 0 {
		s.last, _ = utf8.DecodeLastRune(b[:at])
	}
	if out == nil {
		return b[:at]
	}
	return append(out, b[kept:at]...)
}

// printable returns how many bytes at the start of b are printable ASCII, '\n'
// or '\t'.
func printable(b []byte) int {
	const (
		each = 0x0101010101010101
		high = 0x8080808080808080
	)
	i := 0
	for ; i+8 <= len(b); i += 8 {
		w := binary.LittleEndian.Uint64(b[i:])
		// A high bit is left for a byte that is not ASCII, below ' ' or DEL, and
		// by a carry now and then for another: those eight are looked at singly.
		if (w|(w-each*' ')|(w+each))&high != 0 {
			for k := i; k < i+8; k++ {
				if !isPrintable(b[k]) {
					return k
				}
			}
		}
	}
	for i < len(b) && isPrintable(b[i]) {
		i++
	}
	return i
}

func isPrintable(c byte) bool { return c >= ' ' && c < 0x7f || c == '\n' || c == '\t' }
