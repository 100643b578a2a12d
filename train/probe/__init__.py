"""Seeing into a network: it is run once on a sample, and every node tells what it gave."""
