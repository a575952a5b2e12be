//go:build !linux

package library_test

import (
	"errors"
	"testing"
)

func limitFiles(uint64) (func() error, error) { return nil, errors.ErrUnsupported }

func asNobody(t *testing.T, _ string) { t.Skip("needs another user") }
