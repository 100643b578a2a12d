"""Checks that a run makes of itself before its first step; they change nothing of it."""
