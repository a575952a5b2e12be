package library

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
)

// exclusively runs f while no other program that calls it for the folder does.
// The lock is one of SQLite on an empty file, which every system has, and which
// is gone with the process that holds it.
func exclusively(ctx context.Context, folder string, f func() error) error {
	path := filepath.Join(folder, lockName)
	if err := touch(path); err != nil {
		return err
	}
	db, err := sql.Open("sqlite", address(path, "_pragma=busy_timeout(60000)"))
	if err != nil {
		return err
	}
	defer db.Close()
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	if _, err := c.ExecContext(ctx, "BEGIN EXCLUSIVE"); err != nil {
		return err
	}
	defer c.ExecContext(context.WithoutCancel(ctx), "ROLLBACK") // nothing is written there
	return f()
}

// touch makes an empty file that only its owner reads, where there is none.
func touch(path string) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	// Never opened where it is there: closing a file drops the locks that this
	// process has on it.
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if os.IsExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return f.Close()
}
