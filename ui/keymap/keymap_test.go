package keymap

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/charmbracelet/bubbles/key"
)

// Every binding of the map is on the help page.
func TestSectionsHoldEveryBinding(t *testing.T) {
	m := Default()
	listed := map[string]bool{}
	for _, s := range m.Sections() {
		for _, b := range s.Keys {
			listed[b.Help().Key+"\t"+b.Help().Desc] = true
		}
	}
	v := reflect.ValueOf(m)
	for i := range v.NumField() {
		b := v.Field(i).Interface().(key.Binding)
		if !listed[b.Help().Key+"\t"+b.Help().Desc] {
			t.Errorf("%s is in no section", v.Type().Field(i).Name)
		}
	}
}

// No key does two things in the same pane.
func TestNoKeyIsBoundTwice(t *testing.T) {
	marginOnly := map[string]bool{"Choose": true, "NextTab": true, "PrevTab": true, "Filter": true, "Said": true, "About": true, "Order": true}
	shelfOnly := map[string]bool{"Read": true, "Pick": true, "Sort": true, "Remove": true, "ReadUnread": true, "Tags": true, "Refresh": true, "Subscribe": true, "Whole": true}
	selectingOnly := map[string]bool{
		"NextSentence": true, "PrevSentence": true, "ExtendSentence": true, "ShrinkSentence": true, "NextWord": true, "PrevWord": true, "NextLetter": true,
		"PrevLetter": true, "NextParagraph": true, "PrevParagraph": true, "OtherEnd": true, "WiderUnit": true, "Kinds": true, "HighlightNow": true,
	}
	writingOnly := map[string]bool{"SaveNote": true, "LeaveNote": true, "NoteFields": true, "NoteKind": true, "NoteKinds": true, "Outside": true}
	m := Default()
	v := reflect.ValueOf(m)
	text, margin, shelf, selecting, writing := map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		seen := text
		if marginOnly[name] {
			seen = margin
		}
		if shelfOnly[name] {
			seen = shelf
		}
		if writingOnly[name] {
			seen = writing
		}
		if selectingOnly[name] {
			seen = selecting
		}
		for _, k := range v.Field(i).Interface().(key.Binding).Keys() {
			if other := seen[k]; other != "" {
				t.Errorf("%q is bound to %s and %s", k, other, name)
			}
			seen[k] = name
		}
	}
}

// The first key of a sequence does nothing by itself, or it would never come to
// the second.
func TestPrefixesAreFree(t *testing.T) {
	m := Default()
	for p := range m.Prefixes() {
		for _, s := range m.Sections() {
			for _, b := range s.Keys {
				if Matches(p, b) {
					t.Errorf("%q begins a sequence and is bound to %q", p, b.Help().Desc)
				}
			}
		}
	}
}

func TestMatchesNothingThatIsSwitchedOff(t *testing.T) {
	b := Default().Down
	if !Matches("j", b) {
		t.Error("j does not move down")
	}
	b.SetEnabled(false)
	if Matches("j", b) {
		t.Error("a binding that is switched off matches")
	}
}

func ExampleMatches() {
	m := Default()
	fmt.Println(Matches("]q", m.NextStatement), Matches("x", m.NextStatement))
	// Output: true false
}
