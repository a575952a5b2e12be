package gate_test

import (
	"testing"

	"gloss/articles/hostile"
	"gloss/ui/gate"
	"gloss/ui/witness"
)

// TestHostileText puts each payload into printed text and into a frame: behind
// the gate the judge finds nothing, whatever the clean-up would have done. Only
// towers of marks are left to the clean-up, and in a frame a colour that a theme
// could have set.
func TestHostileText(t *testing.T) {
	for _, p := range hostile.Payloads() {
		marks := p.Name == "flood of marks" || p.Name == "tower of marks"
		text := "before " + p.Bytes + " after"
		plain, refused := gate.Text(text)
		if found := witness.Plain.Foreign([]byte(plain)); len(found) > 0 && !marks {
			t.Errorf("%s in text: %v", p.Name, found)
		}
		if p.Acts != (refused > 0) && !marks {
			t.Errorf("%s in text: %d are refused", p.Name, refused)
		}
		frame, refused := gate.Frame([]byte("\x1b[H\r" + text + "\x1b[K\r\nmore\x1b[K\x1b[2;H"))
		if found := witness.Foreign(frame); len(found) > 0 && !marks && p.Name != "colour" {
			t.Errorf("%s in a frame: %v", p.Name, found)
		}
		if p.Acts != (refused > 0) && !marks && p.Name != "colour" {
			t.Errorf("%s in a frame: %d are refused", p.Name, refused)
		}
	}
}
