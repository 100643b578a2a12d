"""The Qt desktop app: it shows and edits the document, and decides nothing."""
