//go:build race

package ui

// raced says that the race detector is on, which makes everything ten times as
// slow: the matrix is then tried with fewer payloads.
const raced = true
