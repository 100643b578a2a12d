"""The pictures of the documentation, taken of the real window; a scene is a file."""
