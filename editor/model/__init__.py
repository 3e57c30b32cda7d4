"""The document as frozen values, questions to its tree, and the changes that edit it."""
