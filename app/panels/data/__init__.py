"""The Data tab: samples, classes and values of a data set, and how samples are varied."""
