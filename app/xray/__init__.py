"""X-ray in the window: what a run that is looked into tells, on the canvas and beside it."""
