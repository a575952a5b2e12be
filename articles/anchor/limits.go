package anchor

// What decides. Lengths are in bytes of the compared text where nothing else is
// said; similarities are 1 for the same and 0 for nothing in common. They were
// chosen with the table of TestNothingIsFoundWhereItIsNot.
const (
	// Words.
	long    = 24   // that may be found approximately, or without surroundings
	whole   = 256  // that are compared at once
	loosely = 0.70 // least similarity of words that were changed
	closely = 0.90 // the same of words that were changed slightly
	crowd   = 256  // occurrences up to which each is looked at
	ranked  = 16   // of them that are asked for proof, the best first
	likes   = 64   // places alike up to which each is looked at

	// What stands round them, by letters.
	same    = 32   // on either side that has to be the same for Exact
	agrees  = 0.75 // similarity of surroundings that agree
	firmly  = 0.90 // the same for parts of sentences and doubtful words with another meaning
	surely  = 0.95 // the same where on one side there is hardly a word
	clearly = 0.25 // how much better than the next the best place has to fit, of 2
	hold    = 12   // next to an end that tells where it is

	// What stands round them, by words.
	telling   = 8    // of a sentence that is seldom written twice
	unheard   = 13   // of one that is hardly ever
	enough    = 6    // on one side that are enough for whole sentences that changed slightly
	neighbour = 4    // of a sentence next to theirs that tell it
	mostly    = 0.80 // what part of those has to be there
	adjoining = 3    // next to theirs that are enough for a sentence that was changed, or
	partly    = 0.60 // what part of all of them
	slack     = 4    // that may have been put in
	verge     = 12   // at an end of changed words that are looked at
	few       = 2    // of them that may be others
	halfway   = 0.50 // what part of several sentences has to be left
)
