"""Listings in JavaScript, Go and TypeScript: read, run or type-checked by tools of theirs."""
