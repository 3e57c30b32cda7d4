"""The outline at the left: what the text consists of, to walk through and to rearrange."""
