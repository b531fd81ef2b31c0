"""Programs with marks → what lay in memory when they stopped there."""
