package language

import "sort"

// A script is a range of code points that are letters of one writing system.
type script struct {
	lo, hi rune
	// tag is the language that alone among those of the news is written so; for
	// the others it is the script's own ("und-Cyrl") and the words decide.
	tag  string
	name string // what Name says for the tag
	// dense is set where one character stands for a syllable or a word.
	dense bool
}

// scripts are the writing systems besides the Latin one, in the order of their
// code points (Unicode 15, Blocks.txt).
var scripts = [...]script{
	{lo: 0x0370, hi: 0x03FF, tag: "el", name: "Greek"},
	{lo: 0x0400, hi: 0x052F, tag: "und-Cyrl", name: "a language in Cyrillic script"},
	{lo: 0x0530, hi: 0x058F, tag: "hy", name: "Armenian"},
	{lo: 0x0590, hi: 0x05FF, tag: "he", name: "Hebrew"},
	{lo: 0x0600, hi: 0x077F, tag: "und-Arab", name: "a language in Arabic script"},
	{lo: 0x0900, hi: 0x097F, tag: "und-Deva", name: "a language in Devanagari script"},
	{lo: 0x0980, hi: 0x09FF, tag: "bn", name: "Bengali"},
	{lo: 0x0A00, hi: 0x0A7F, tag: "pa", name: "Punjabi"},
	{lo: 0x0A80, hi: 0x0AFF, tag: "gu", name: "Gujarati"},
	{lo: 0x0B00, hi: 0x0B7F, tag: "or", name: "Odia"},
	{lo: 0x0B80, hi: 0x0BFF, tag: "ta", name: "Tamil"},
	{lo: 0x0C00, hi: 0x0C7F, tag: "te", name: "Telugu"},
	{lo: 0x0C80, hi: 0x0CFF, tag: "kn", name: "Kannada"},
	{lo: 0x0D00, hi: 0x0D7F, tag: "ml", name: "Malayalam"},
	{lo: 0x0D80, hi: 0x0DFF, tag: "si", name: "Sinhala"},
	{lo: 0x0E00, hi: 0x0E7F, tag: "th", name: "Thai"},
	{lo: 0x0E80, hi: 0x0EFF, tag: "lo", name: "Lao"},
	{lo: 0x0F00, hi: 0x0FFF, tag: "bo", name: "Tibetan"},
	{lo: 0x1000, hi: 0x109F, tag: "my", name: "Burmese"},
	{lo: 0x10A0, hi: 0x10FF, tag: "ka", name: "Georgian"},
	{lo: 0x1100, hi: 0x11FF, tag: "ko", name: "Korean", dense: true},
	{lo: 0x1200, hi: 0x139F, tag: "am", name: "Amharic", dense: true},
	{lo: 0x1780, hi: 0x17FF, tag: "km", name: "Khmer"},
	{lo: 0x3040, hi: 0x30FF, tag: "ja", name: "Japanese", dense: true},
	{lo: 0x3400, hi: 0x9FFF, tag: "zh", name: "Chinese", dense: true},
	{lo: 0xAC00, hi: 0xD7AF, tag: "ko", name: "Korean", dense: true},
	{lo: 0xFB1D, hi: 0xFB4F, tag: "he", name: "Hebrew"},
	{lo: 0xFB50, hi: 0xFDFF, tag: "und-Arab", name: "a language in Arabic script"},
	{lo: 0xFE70, hi: 0xFEFF, tag: "und-Arab", name: "a language in Arabic script"},
	{lo: 0x20000, hi: 0x2FFFF, tag: "zh", name: "Chinese", dense: true},
}

// scriptOf returns the index in scripts of the script of a letter, or -1 for
// Latin letters and those of scripts that are not known here.
func scriptOf(r rune) int {
	if r < scripts[0].lo {
		return -1
	}
	i := sort.Search(len(scripts), func(i int) bool { return scripts[i].hi >= r })
	if i < len(scripts) && scripts[i].lo <= r {
		return i
	}
	return -1
}
