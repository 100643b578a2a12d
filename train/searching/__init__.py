"""Searches before a run, on a copy of the network: for a learning rate, for a batch size."""
