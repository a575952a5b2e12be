package main

import (
	"context"
	"strings"

	"gloss/articles"
	"gloss/articles/pdf"
)

// readPDF reads a PDF in a child process: the program itself, which main hands
// over to package pdf when it is started so.
func readPDF(ctx context.Context, data string) (*articles.Document, error) {
	return pdf.Read(ctx, strings.NewReader(data), int64(len(data)), pdf.Options{})
}
