"""What tests of every package share: servers, fixtures, a browser."""
