package theme

import "github.com/muesli/termenv"

// A palette is what a theme is coloured with. The marks of entities are soft
// coloured letters, so that a page full of names still reads as a page; only
// what the reader asked for, such as a search hit, gets a background.
type palette struct {
	text, strong, muted, line, accent, alert Color

	person, org, place, group, member, other Color

	statement, statementNow Color // backgrounds
	chosen, note            Color // backgrounds
	hit, hitNow             Color // backgrounds under ink
	ink                     Color // letters on hits
	selection, selected     Color // background and letters

	important, claim, doubt, quotable, followUp Color // backgrounds

	bar, row Color // backgrounds of the status bar and of the chosen row
}

// darkPalette is for a dark background and 24-bit colours.
func darkPalette() palette {
	return palette{
		text: "#d4d4d0", strong: "#f2f0ea", muted: "#9a9a96", line: "#56565a", accent: "#e3c58f", alert: "#f29a8f",
		person: "#e6c384", org: "#8fbfe6", place: "#a3cf97", group: "#d2aee0", member: "#f5a584", other: "#93bdbd",
		statement: "#25282f", statementNow: "#2f3640", chosen: "#3c3522", note: "#352c3d",
		hit: "#cdbd7a", hitNow: "#f5b45a", ink: "#1c1c1c", selection: "#274766", selected: "#f5f7fa",
		important: "#403a1c", claim: "#1d3245", doubt: "#472626", quotable: "#213b28", followUp: "#382a4c",
		bar: "#2b2d31", row: "#2c3742",
	}
}

// lightPalette is for a light background and 24-bit colours.
func lightPalette() palette {
	return palette{
		text: "#2b2b2b", strong: "#111111", muted: "#66665f", line: "#bdbdb5", accent: "#7a4f00", alert: "#a8201a",
		person: "#7d5200", org: "#1a5a96", place: "#27642b", group: "#743a91", member: "#a3330f", other: "#365f63",
		statement: "#f1efe8", statementNow: "#e9e6d3", chosen: "#faeac2", note: "#f1e9f6",
		hit: "#f3dd86", hitNow: "#ffb84d", ink: "#1c1c1c", selection: "#bdd7f2", selected: "#0f1a26",
		important: "#fbf2b4", claim: "#d8ebfb", doubt: "#fde3df", quotable: "#ddf3da", followUp: "#efe3f9",
		bar: "#ebe9e2", row: "#e1eaf3",
	}
}

// dark256 and light256 are the same with the colours of the 256-colour palette
// that lie nearest in effect: a soft tint has no near one, so they are chosen
// by eye.
func dark256() palette {
	return palette{
		text: "252", strong: "255", muted: "247", line: "240", accent: "180", alert: "210",
		person: "180", org: "110", place: "114", group: "182", member: "216", other: "109",
		statement: "235", statementNow: "236", chosen: "236", note: "235",
		hit: "186", hitNow: "215", ink: "234", selection: "24", selected: "255",
		important: "237", claim: "17", doubt: "52", quotable: "237", followUp: "53",
		bar: "236", row: "237",
	}
}

func light256() palette {
	return palette{
		text: "235", strong: "232", muted: "241", line: "250", accent: "94", alert: "124",
		person: "94", org: "25", place: "22", group: "90", member: "124", other: "23",
		statement: "255", statementNow: "254", chosen: "230", note: "255",
		hit: "222", hitNow: "215", ink: "234", selection: "153", selected: "233",
		important: "229", claim: "195", doubt: "230", quotable: "194", followUp: "254",
		bar: "254", row: "254",
	}
}

// dark16 and light16 use the sixteen colours that every terminal has and that
// its user may have changed, and so never a background: the attributes of
// attributeMarks tell the kinds apart.
func dark16() palette {
	return palette{
		muted: "7", line: "8", accent: "11", alert: "9",
		person: "11", org: "12", place: "10", group: "13", member: "9", other: "14",
	}
}

func light16() palette {
	return palette{
		muted: "8", line: "7", accent: "5", alert: "1",
		person: "5", org: "4", place: "2", group: "6", member: "1",
	}
}

// paletteOf returns the palette of a theme for the colours that there are.
func paletteOf(name string, dark bool, profile termenv.Profile) palette {
	switch profile {
	case termenv.Ascii:
		return palette{}
	case termenv.ANSI:
		if dark {
			return dark16()
		}
		return light16()
	case termenv.ANSI256:
		if dark {
			return dark256()
		}
		return light256()
	}
	if !dark {
		return lightPalette()
	}
	p := darkPalette()
	switch name {
	case "dracula":
		p.text, p.strong, p.muted, p.line, p.accent, p.alert = "#f8f8f2", "#ffffff", "#a3aac4", "#6272a4", "#f1fa8c", "#ff8a8a"
		p.person, p.org, p.place, p.group, p.member, p.other = "#f1fa8c", "#8be9fd", "#7bea95", "#d6b8ff", "#ffb86c", "#a9c4cc"
		p.bar, p.row = "#343746", "#44475a"
	case "tokyo-night":
		p.text, p.strong, p.muted, p.line, p.accent, p.alert = "#b6bee0", "#dfe4fa", "#949dc4", "#565f89", "#e0af68", "#f7839a"
		p.person, p.org, p.place, p.group, p.member, p.other = "#e0af68", "#8db2fa", "#9ece6a", "#c3a6f9", "#ff9e64", "#73dacb"
		p.bar, p.row = "#24283b", "#2f3651"
	}
	return p
}
