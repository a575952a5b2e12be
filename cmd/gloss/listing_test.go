package main

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestAlign(t *testing.T) {
	rows := [][]string{
		{"1", "unread", "The harvest is in, and the barns would not hold it"},
		{"12", "", "收穫"},
		{"3", "a cell that is far too long for the column", ""},
	}
	got := strings.Join(align(rows, 0), "\n")
	want := "1   unread                        The harvest is in, and the barns would not hold it\n" +
		"12                                收穫\n" +
		"3   a cell that is far too long…"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, line := range align(rows, 40) {
		if ansi.StringWidth(line) > 40 {
			t.Errorf("%q is wider than 40 columns", line)
		}
	}
}
