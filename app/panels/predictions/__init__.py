"""The Predictions tab: what a network answers, and what it should have answered."""
