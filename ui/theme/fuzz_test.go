package theme_test

import (
	"strings"
	"testing"

	"gloss/ui/theme"
)

// FuzzFromSheet asks of any style sheet that it is read or refused, and that
// its colours make no escape but SGR.
func FuzzFromSheet(f *testing.F) {
	f.Add([]byte(`{"document":{"color":"252","background_color":"#fff","margin":2}}`))
	f.Add([]byte(`{"document":{"color":"1m\u001b[2J"}}`))
	f.Add([]byte(`{"h1":{"bold":true,"prefix":"# "},"code_block":{"chroma":{"text":{"color":"#C4C4C4"}}}}`))
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, sheet []byte) {
		for _, profile := range profiles {
			th, err := theme.FromSheet("fuzz", sheet, true, profile)
			if err != nil {
				continue
			}
			for _, c := range []*string{th.Sheet.Document.Color, th.Sheet.Document.BackgroundColor, th.Sheet.H1.Color} {
				if c == nil {
					continue
				}
				got := th.Sequence(theme.Style{FG: theme.Color(*c), BG: theme.Color(*c)})
				if body := strings.TrimSuffix(strings.TrimPrefix(got, "\x1b["), "m"); strings.Trim(body, "0123456789;:") != "" {
					t.Fatalf("the colour %q makes %q", *c, got)
				}
			}
		}
	})
}
