"""What passes between stages: frozen types. Reads no file, computes no score."""
