"""What runs left in their folders: read, listed, compared; nothing here trains or needs torch."""
