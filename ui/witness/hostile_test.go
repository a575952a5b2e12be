package witness_test

import (
	"strings"
	"testing"

	"gloss/articles/hostile"
	"gloss/ui/witness"
)

// TestHostilePayloadsAreFound puts each payload raw into text and into a
// session: the judge would see every one of them, were it to leak.
func TestHostilePayloadsAreFound(t *testing.T) {
	const session = "\x1b[H\r\x1b[1mPAYLOAD\x1b[m and on\x1b[K\r\nmore\x1b[K\x1b[2;H"
	found := 0
	for _, p := range hostile.Payloads() {
		if !p.Acts {
			if f := witness.Plain.Foreign([]byte(p.Bytes)); len(f) > 0 {
				t.Errorf("%s is printable, and %v", p.Name, f)
			}
			continue
		}
		found++
		text := "before " + p.Bytes + " after"
		if len(witness.Plain.Foreign([]byte(text))) == 0 {
			t.Errorf("%s is not found in text", p.Name)
		}
		if len(witness.Painted.Foreign([]byte(text))) == 0 {
			t.Errorf("%s is not found in painted text", p.Name)
		}
		// A basic colour may be the theme's own there.
		if len(witness.Foreign([]byte(strings.Replace(session, "PAYLOAD", text, 1)))) == 0 && p.Name != "colour" {
			t.Errorf("%s is not found in a session", p.Name)
		}
	}
	if found < 60 {
		t.Errorf("only %d payloads were tried", found)
	}
}
