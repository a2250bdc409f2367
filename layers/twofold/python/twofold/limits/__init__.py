"""How much of something is allowed in a stretch of time; who charges what stands with those who charge."""
