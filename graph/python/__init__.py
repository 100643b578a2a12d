"""Python files beside a project: read and shown freely, run only where the user trusts them."""
