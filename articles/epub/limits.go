package epub

import "time"

// Limits is how much of a book is read. A field that is zero stands for its
// value in DefaultLimits.
type Limits struct {
	Members   int   // files in the archive that are looked at
	Directory int64 // bytes of the archive's list of its files; a longer one is refused
	Member    int64 // decoded bytes of one chapter
	Control   int64 // decoded bytes of each file that says how the book is put together
	Decoded   int64 // decoded bytes of all files together; images are not decoded
	Ratio     int64 // decoded bytes for each stored one, of a file above RatioFrom
	RatioFrom int64 // decoded bytes up to which any ratio will do
	Depth     int   // elements within each other in XML
	Spine     int   // chapters
	Text      int   // bytes of the document's text
	Blocks    int   // blocks of the document

	Time time.Duration // no chapter is begun after it
}

// DefaultLimits returns limits that no book meant for reading comes near.
func DefaultLimits() Limits {
	return Limits{
		Members:   10_000,
		Directory: 4 << 20,
		Member:    32 << 20,
		Control:   4 << 20,
		Decoded:   256 << 20,
		Ratio:     200,
		RatioFrom: 1 << 20,
		Depth:     100,
		Spine:     5_000,
		Text:      64 << 20,
		Blocks:    1_000_000,
		Time:      20 * time.Second,
	}
}

// filled returns the limits with defaults for those that are zero.
func (l Limits) filled() Limits {
	d := DefaultLimits()
	fill(&l.Members, d.Members)
	fill(&l.Directory, d.Directory)
	fill(&l.Member, d.Member)
	fill(&l.Control, d.Control)
	fill(&l.Decoded, d.Decoded)
	fill(&l.Ratio, d.Ratio)
	fill(&l.RatioFrom, d.RatioFrom)
	fill(&l.Depth, d.Depth)
	fill(&l.Spine, d.Spine)
	fill(&l.Text, d.Text)
	fill(&l.Blocks, d.Blocks)
	fill(&l.Time, d.Time)
	return l
}

func fill[T int | int64 | time.Duration](field *T, value T) {
	if *field <= 0 {
		*field = value
	}
}
