"""Verdicts in, words for people and machines out; every sentence of a finding lives here."""
