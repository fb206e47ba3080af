"""A pack for the eye: the page to answer in, the sheets to print, the teacher's key, the reveal sheet."""
