"""The studios of the Training tab: parameter groups and the optimizer, the schedule, searches."""
