"""A graph becomes a program; a program becomes an ``nn.Module`` or Python source."""
