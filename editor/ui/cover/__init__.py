"""The cover sheet as a form, made from the fields that the template gives a kind of paper."""
