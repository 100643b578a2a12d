"""What keeps work from being lost: journals, recovery, backups, watched files, crash reports."""
