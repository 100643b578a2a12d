"""The Probe tab: a sample on its way through the network, node by node."""
