package library

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
)

// The schema is made by the files schema/001.sql, 002.sql, … in their order.
// PRAGMA user_version is how many of them a shelf has had. A file that was
// released is never changed again: another is added.
//
//go:embed schema/*.sql
var schema embed.FS

// migrations returns the steps that make the schema.
func migrations() ([]string, error) {
	names, err := fs.Glob(schema, "schema/*.sql") // sorted
	if err != nil {
		return nil, err
	}
	var steps []string
	for i, name := range names {
		if want := fmt.Sprintf("schema/%03d.sql", i+1); name != want {
			return nil, fmt.Errorf("%s is missing", want)
		}
		step, err := schema.ReadFile(name)
		if err != nil {
			return nil, err
		}
		steps = append(steps, string(step))
	}
	return steps, nil
}

// migrate brings a shelf to the newest schema, in one transaction. Where another
// program does it at the same time, one waits for the other. It changes
// nothing in a shelf of a later version: ErrNewer.
func migrate(ctx context.Context, c *sql.Conn, steps []string) (err error) {
	if version, err := versionOf(ctx, c); err != nil || version == len(steps) {
		return err
	} else if version > len(steps) {
		return ErrNewer
	}
	if err := begin(ctx, c); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			c.ExecContext(ctx, "ROLLBACK") // there is no more to be done where this fails
		}
	}()
	version, err := versionOf(ctx, c) // another program may have been faster
	if err != nil {
		return err
	}
	if version > len(steps) {
		return ErrNewer
	}
	for i, step := range steps[version:] {
		if _, err := c.ExecContext(ctx, step); err != nil {
			return fmt.Errorf("schema %d: %w", version+i+1, err)
		}
	}
	if _, err := c.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", len(steps))); err != nil {
		return err
	}
	_, err = c.ExecContext(ctx, "COMMIT")
	return err
}

// application is PRAGMA application_id of a shelf.
const application = 1198288755

// errForeign says that a file is a database of another program.
var errForeign = fmt.Errorf("%w: it is not a shelf", ErrDamaged)

// versionOf returns how many steps of the schema a database has had.
func versionOf(ctx context.Context, a asker) (version int, err error) {
	var id, tables int
	if err := a.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return 0, err
	}
	if err := a.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return 0, err
	}
	if tables > 0 && id != application {
		return 0, errForeign
	}
	err = a.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	return version, err
}
