package anchor

// Compared is what is compared of words, for tests.
var Compared = compared
