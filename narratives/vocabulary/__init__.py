"""The words in which closed lists are told to readers, each at home in one place; the lists themselves stand in the models."""
