"""When a marketing text may reach its recipient: by law, by the brand's own hours, in every place they may be."""
