"""What goes wrong in a run, said of the node where it goes wrong, and what to do."""
