"""Looking into a data set: its samples, classes and values, and how samples are varied."""
