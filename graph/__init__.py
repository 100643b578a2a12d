"""The document: networkx graph, node catalog, symbolic shapes, problems, edits, project file."""
