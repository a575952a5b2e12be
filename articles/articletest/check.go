// Package articletest checks documents in tests.
package articletest

import (
	"errors"
	"fmt"
	"strings"

	"gloss/articles"
)

// Check returns an error that tells in which way a document is not as it must
// be.
func Check(doc *articles.Document) error { return doc.Check() }

// CheckHead returns an error where head is not the beginning of whole.
func CheckHead(head, whole *articles.Document) error {
	if err := Check(head); err != nil {
		return err
	}
	if !strings.HasPrefix(whole.Text.String(), head.Text.String()) {
		return fmt.Errorf("text %q does not begin with %q", clip(whole.Text.String()), clip(head.Text.String()))
	}
	if len(head.Blocks) > len(whole.Blocks) || len(head.Inlines) > len(whole.Inlines) {
		return errors.New("the head has more blocks or inlines than the whole")
	}
	for i, b := range head.Blocks {
		if got, want := fmt.Sprint(b), fmt.Sprint(whole.Blocks[i]); got != want {
			return fmt.Errorf("block %d of the head is %s, of the whole %s", i, got, want)
		}
	}
	for i, in := range head.Inlines {
		if in != whole.Inlines[i] {
			return fmt.Errorf("inline %d of the head is %v, of the whole %v", i, in, whole.Inlines[i])
		}
	}
	if !head.Partial && (len(head.Blocks) != len(whole.Blocks) || head.Text != whole.Text) {
		return errors.New("the head is less than the whole, but not partial")
	}
	return nil
}

func clip(s string) string { return s[:min(len(s), 200)] }
