"""What a network answers to samples, for people to look at."""
