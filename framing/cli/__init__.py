"""Arguments to pipeline to exit status."""
