"""What every node of a network gives and learns while it is trained, looked at in some steps."""
