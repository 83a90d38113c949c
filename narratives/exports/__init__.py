"""What leaves as a file or as text to copy: citations and the data package."""
