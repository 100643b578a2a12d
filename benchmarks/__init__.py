"""Ratios against hand-written PyTorch and against peers, measured side by side in one run."""
