"""The rules of jobs, without any input or output: events, commands, and the two functions between them."""
