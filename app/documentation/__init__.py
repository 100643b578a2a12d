"""PyTorch's documentation: reStructuredText read into blocks, and shown in a window of its own."""
