"""The walkthrough: which walk, its steps on a page and on stage, keys, the sheet to print."""
