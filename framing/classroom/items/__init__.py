"""One file an exercise type: material in, an exercise or the reason why there is none out."""
