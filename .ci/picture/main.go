// Picture runs a terminal program in a pty of a given size, types keys into
// it, and writes what its screen then shows as an SVG.
//
//	picture -size 120x36 -keys ']q,e' -o reader.svg -- gloss article.md
//
// Keys are parted by commas; enter, tab, esc, up, down, left, right, space and
// comma stand for themselves, and ctrl+a to ctrl+z for what they send.
package main

import (
	"errors"
	"flag"
	"fmt"
	"image/color"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/creack/pty"
)

// quiet is how long a program must write nothing to count as done.
const quiet = 300 * time.Millisecond

// patience is the longest that one key's repaint is waited for.
const patience = 5 * time.Second

func main() {
	size := flag.String("size", "120x36", "columns x rows of the terminal")
	keys := flag.String("keys", "", "keys to type, parted by commas")
	light := flag.Bool("light", false, "a light terminal")
	out := flag.String("o", "", "file to write (standard output)")
	flag.Parse()
	if err := run(*size, *keys, *light, *out, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

func run(size, keys string, light bool, out string, args []string) error {
	var cols, rows uint16
	if _, err := fmt.Sscanf(size, "%dx%d", &cols, &rows); err != nil || cols == 0 || rows == 0 {
		return fmt.Errorf("size %q is not COLUMNSxROWS", size)
	}
	if len(args) == 0 {
		return errors.New("no program given")
	}
	colours := dark
	if light {
		colours = paper
	}
	s, err := show(args, int(cols), int(rows), splitKeys(keys), colours)
	if err != nil {
		return err
	}
	picture := svg(s, colours)
	if out == "" {
		_, err = os.Stdout.WriteString(picture)
		return err
	}
	return os.WriteFile(out, []byte(picture), 0o644)
}

// show runs the program, types the keys and returns the screen. The program is
// killed then: nothing is saved by it.
func show(args []string, cols, rows int, keys []string, colours palette) (*screen, error) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "CI=", "NO_COLOR=")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)})
	if err != nil {
		return nil, fmt.Errorf("start %s: %w", args[0], err)
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = terminal.Close()
		_ = cmd.Wait()
	}()
	chunks := make(chan []byte)
	go func() {
		defer close(chunks)
		for {
			buf := make([]byte, 1<<16)
			n, err := terminal.Read(buf)
			chunks <- buf[:n]
			if err != nil {
				return
			}
		}
	}()
	s := newScreen(cols, rows, colours)
	settle := func() {
		stop := time.After(patience)
		for {
			select {
			case b, more := <-chunks:
				s.write(b)
				_, _ = terminal.Write(s.takeAnswers())
				if !more {
					return
				}
			case <-time.After(quiet):
				return
			case <-stop:
				return
			}
		}
	}
	settle()
	for _, k := range keys {
		if _, err := terminal.WriteString(k); err != nil {
			return nil, fmt.Errorf("type %q: %w", k, err)
		}
		settle()
	}
	if s.empty() {
		return nil, errors.New("the screen is empty")
	}
	return s, nil
}

// splitKeys turns the argument of -keys into what a terminal sends.
func splitKeys(list string) []string {
	names := map[string]string{
		"enter": "\r", "tab": "\t", "esc": "\x1b", "space": " ", "comma": ",",
		"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	}
	var keys []string
	for k := range strings.SplitSeq(list, ",") {
		if k == "" {
			continue
		}
		if sent, ok := names[k]; ok {
			k = sent
		} else if c, ok := strings.CutPrefix(k, "ctrl+"); ok && len(c) == 1 && c >= "a" && c <= "z" {
			k = string(c[0] - 'a' + 1)
		}
		keys = append(keys, k)
	}
	return keys
}

// A palette is the colours of a terminal.
type palette struct {
	fg, bg, edge color.RGBA
	ansi         [16]color.RGBA
}

var (
	dark = palette{
		fg: rgb(0xd4d4d8), bg: rgb(0x18181b), edge: rgb(0x3f3f46),
		ansi: [16]color.RGBA{
			rgb(0x27272a), rgb(0xe06c75), rgb(0x98c379), rgb(0xe5c07b), rgb(0x61afef), rgb(0xc678dd), rgb(0x56b6c2), rgb(0xd4d4d8),
			rgb(0x71717a), rgb(0xef8891), rgb(0xb5d99c), rgb(0xf0d399), rgb(0x8ac6f7), rgb(0xd79bea), rgb(0x7fcdd7), rgb(0xfafafa),
		},
	}
	paper = palette{
		fg: rgb(0x27272a), bg: rgb(0xfdfcf9), edge: rgb(0xd4d4d8),
		ansi: [16]color.RGBA{
			rgb(0x27272a), rgb(0xb4232c), rgb(0x3f7d20), rgb(0x946800), rgb(0x1f5fae), rgb(0x8b3aa8), rgb(0x0f7580), rgb(0xd4d4d8),
			rgb(0x71717a), rgb(0xcf3a43), rgb(0x52993a), rgb(0xb07f12), rgb(0x3577c9), rgb(0xa455c0), rgb(0x2b8e99), rgb(0xfdfcf9),
		},
	}
)

func rgb(v uint32) color.RGBA {
	return color.RGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}
