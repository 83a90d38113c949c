"""What a page is made of: exhibits, the words that a click opens, and the sections of the pages that are mostly words."""
