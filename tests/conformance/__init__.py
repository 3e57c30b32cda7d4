"""`make conformance`: every kind of document, written in every format, held against independent checkers."""
