"""From a resolution and its template to a composition: blocks with styles and measures, ready to be set."""
