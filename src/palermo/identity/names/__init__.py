"""Compares names of persons across scripts, spellings and orders, and says which rule made them alike."""
