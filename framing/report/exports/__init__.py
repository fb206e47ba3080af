"""The marked spans of articles in the formats that annotation tools read: one file a format, all from the same layers."""
