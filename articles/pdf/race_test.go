//go:build race

package pdf_test

// raceDetector tells whether the tests run with it. It takes memory beside
// that of the program.
const raceDetector = true
